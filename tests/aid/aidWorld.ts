import sql from 'sql-template-tag';
import { allOperations } from '#platform/server/operation.ts';
import { newId } from '#platform/server/ids.ts';
import { addEntry, readEntries, type EntryRow, type NewEntry } from '#modules/aid/server/ledgerStore.ts';
import { addStatement } from '#modules/aid/server/undertakingStore.ts';
import { agree, sendAgreement } from '#modules/trajectories/server/agreementOperations.ts';
import {
  addContact,
  as,
  at,
  bakery,
  inSystem,
  planWorld,
  type PlanWorld,
} from '#modules/trajectories/server/planWorld.testing.ts';

/** An enterprise with its number, a contact with an address, and a trajectory that is not granted yet. */
export interface AidWorld extends PlanWorld {
  readonly number: string;
  readonly contact: string;
  readonly provider: string;
  readonly lot: string;
}

/** The price of a trajectory in the example programme. */
export const price = 1_950_255;

export async function aidWorld(state = 'eligibility'): Promise<AidWorld> {
  const world = await planWorld(state);
  const contact = await addContact(world.enterprise, {
    name: 'Nadia Claes',
    email: `nadia.${newId()}@voorbeeld.test`,
  });
  return inSystem(async (db) => {
    await db.run(sql`update trajectories set granted_on = null where id = ${world.trajectory}`);
    const place = await db.one<{ number: string; provider: string; lot: string }>(
      sql`select number, provider_id as provider, lot_id as lot from enterprises where id = ${world.enterprise}`,
    );
    return { ...world, ...place, contact };
  });
}

const decide = allOperations().find(({ name }) => name === 'eligibility.decide')!;

/** A decision of yes, and the agreement sent: it waits for the enterprise. */
export async function agreementSent(world: AidWorld, day?: string): Promise<string> {
  const here = { trajectory: world.trajectory };
  await decide.call(as(world.colleague), { ...here, ...bakery }, at(day));
  const { document } = await sendAgreement.call(as(world.colleague), { ...here, contact: world.contact }, at(day));
  return document;
}

export const sayYes = (world: AidWorld, document: string, day?: string) =>
  agree.call(as(world.lead), { trajectory: world.trajectory, document, mayAgree: 'on' }, at(day));

/** Aid that is known of a number, through the case of `world`. */
export const known = (
  world: Pick<AidWorld, 'programme' | 'lot' | 'provider' | 'enterprise' | 'number'>,
  line: Partial<NewEntry> & Pick<NewEntry, 'amountCents'>,
  trajectory?: string,
): Promise<string> =>
  inSystem((db) =>
    addEntry(
      db,
      {
        programme: world.programme,
        lot: world.lot,
        provider: world.provider,
        enterprise: world.enterprise,
        trajectory: trajectory ?? null,
      },
      {
        number: world.number,
        source: 'declared',
        regulation: '1407/2013',
        grantedOn: '2023-02-01',
        grantor: 'Stad Temse',
        by: null,
        at: new Date('2023-09-01T10:00:00Z'),
        ...line,
      },
    ),
  );

/** States that two enterprises count as one. */
export const together = (first: AidWorld, second: AidWorld): Promise<void> =>
  inSystem((db) =>
    addStatement(
      db,
      { programme: first.programme, lot: first.lot, provider: first.provider, enterprise: first.enterprise },
      {
        number: first.number,
        members: [second.number],
        source: 'decision',
        by: null,
        at: new Date('2023-09-01T10:00:00Z'),
      },
    ),
  );

/** Every line about the number of an enterprise, with the system's sight. */
export const linesOf = (world: Pick<AidWorld, 'number'>): Promise<EntryRow[]> =>
  inSystem((db) => readEntries(db, [world.number]));
