import sql from 'sql-template-tag';
import { addProgramme, readProgramme } from '#modules/programmes/index.server.ts';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import type { Refusal } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { addPerson } from '#platform/server/people.ts';
import type { Role, ScopeKind } from '#platform/server/permissions.ts';

/** The day on which the tests take place. */
export const at = (day = '2023-10-02'): { now: Date } => ({ now: new Date(`${day}T10:00:00Z`) });
export const as = (person: string) => ({ locale: 'nl', as: person }) as const;

export const inSystem = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

/** The refusal of something that must not succeed. */
export const refusal = (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    () => {
      throw new Error('it should have been refused');
    },
    (refused: Refusal) => refused,
  );

/** The form of a bakery that is surely eligible. */
export const bakery = {
  organisationKind: 'enterprise',
  standAlone: 'yes',
  publicHolding25: 'no',
  aidDeclared: 'on',
  periods: [
    { year: '2022', headcount: '13,5', turnoverCents: '1.900.000', balanceCents: '800.000' },
    { year: '2021', headcount: '12', turnoverCents: '1.700.000', balanceCents: '' },
  ],
  newEnterpriseEstimate: { headcount: '', turnoverCents: '', balanceCents: '' },
  jointCommittees: [{ number: '124', workers: '' }],
  declaredAid: [{ date: '', grantor: '', regulation: '', amountCents: '' }],
};

export interface CaseWorld {
  readonly trajectory: string;
  readonly programme: string;
  /** A sector consultant of the fund that guides. */
  readonly colleague: string;
  readonly lead: string;
  readonly auditor: string;
  /** A sector consultant of a fund in another lot, who sees nothing of this. */
  readonly stranger: string;
}

/** A fresh enterprise of which nothing is known yet, with a trajectory in `state`. */
export async function caseWorld(state: string): Promise<CaseWorld> {
  return inSystem(async (db) => {
    const programme =
      (await readProgramme(db)) ??
      (await addProgramme(db, competentiechecks2023, { from: '2023-01-01', until: '2024-12-31', example: true }));
    const own = programme.providers[0]!;
    const other = programme.providers.find(({ lot }) => lot !== own.lot)!;
    const enterprise = newId();
    const trajectory = newId();
    const number = `0${Math.floor(1e8 + Math.random() * 8e8)}`;
    await db.run(sql`insert into enterprises (id, programme_id, lot_id, provider_id, number, name, workers, locale)
      values (${enterprise}, ${programme.id}, ${own.lot}, ${own.id}, ${number}, 'Bakkerij De Proefkorrel', 14, 'nl')`);
    await db.run(sql`insert into trajectories (id, programme_id, lot_id, provider_id, enterprise_id, state, definition_version, started_on)
      values (${trajectory}, ${programme.id}, ${own.lot}, ${own.id}, ${enterprise}, ${state}, '1', '2023-09-01')`);
    const person = async (name: string, role: Role, scope: ScopeKind, id: string) => {
      const added = await addPerson(db, { name }, 'nl');
      await db.run(sql`insert into grants (id, person_id, role, scope, scope_id, programme_id)
        values (${newId()}, ${added}, ${role}, ${scope}, ${id}, ${programme.id})`);
      return added;
    };
    return {
      trajectory,
      programme: programme.id,
      colleague: await person('Ruben De Smet', 'provider_member', 'provider', own.id),
      lead: await person('Nadia Claes', 'enterprise_lead', 'enterprise', enterprise),
      auditor: await person('An Peeters', 'auditor', 'programme', programme.id),
      stranger: await person('Ward Ver Weg', 'provider_member', 'provider', other.id),
    };
  });
}
