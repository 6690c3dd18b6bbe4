import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { ScanPlace } from './store.ts';

/** A programme of its own with two enterprises of two providers, and one person in a role on each place. */
export interface Places {
  readonly bakery: ScanPlace;
  readonly garage: ScanPlace;
  /** Who holds which role: `lead.bakery`, `lead.garage`, `consultant.bakery`, `member.garage`, `manager`, `auditor`, `evaluator`. */
  readonly people: Readonly<Record<string, string>>;
}

/** Puts the places into a database, as its owner: the tests of a module do not lean on the example programme. */
export async function makePlaces(databaseUrl: string): Promise<Places> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const insert = async (text: string, ...values: unknown[]): Promise<string> => {
    const id = randomUUID();
    await client.query(text, [id, ...values]);
    return id;
  };
  try {
    const programme = await insert(
      `insert into programmes (id, code, name, starts_on, ends_on, target, definition) values ($1, 'scan-test', '{}', '2026-01-01', '2027-12-31', 10, '{}')`,
    );
    const lot = await insert(
      `insert into lots (id, programme_id, number, name, target, budget_cents) values ($1, $2, 1, '{}', 5, 0)`,
      programme,
    );
    const provider = (code: string) =>
      insert(
        `insert into providers (id, programme_id, lot_id, code, name) values ($1, $2, $3, $4, $4)`,
        programme,
        lot,
        code,
      );
    const [north, south] = [await provider('north'), await provider('south')];
    const enterprise = async (name: string, number: string, by: string): Promise<ScanPlace> => ({
      programme,
      lot,
      provider: by,
      enterprise: await insert(
        `insert into enterprises (id, programme_id, lot_id, provider_id, number, name) values ($1, $2, $3, $4, $5, $6)`,
        programme,
        lot,
        by,
        number,
        name,
      ),
    });
    const bakery = await enterprise('Bakkerij Testveld', '0999000101', north);
    const garage = await enterprise('Garage Proefstraat', '0999000202', south);
    const holder = async (role: string, scope: string, place: string): Promise<string> => {
      const person = await insert('insert into people (id) values ($1)');
      await insert(
        'insert into grants (id, person_id, role, scope, scope_id, programme_id) values ($1, $2, $3, $4, $5, $6)',
        person,
        role,
        scope,
        place,
        programme,
      );
      return person;
    };
    return {
      bakery,
      garage,
      people: {
        'lead.bakery': await holder('enterprise_lead', 'enterprise', bakery.enterprise),
        'lead.garage': await holder('enterprise_lead', 'enterprise', garage.enterprise),
        'consultant.bakery': await holder('consultant', 'enterprise', bakery.enterprise),
        'member.garage': await holder('provider_member', 'provider', south),
        manager: await holder('programme_manager', 'programme', programme),
        auditor: await holder('auditor', 'programme', programme),
        evaluator: await holder('evaluator', 'programme', programme),
      },
    };
  } finally {
    await client.end();
  }
}
