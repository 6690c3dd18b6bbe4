import sql from 'sql-template-tag';
import { addProgramme, readProgramme } from '#modules/programmes/index.server.ts';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import type { Refusal } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { addPerson } from '#platform/server/people.ts';
import type { Role, ScopeKind } from '#platform/server/permissions.ts';
import { emptyIntake } from '../rules/intake.ts';

/** The day on which the tests take place, at noon. */
export const testDay = '2023-10-02';
export const at = (day = testDay): { now: Date } => ({ now: new Date(`${day}T10:00:00Z`) });
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

export interface PlanWorld {
  readonly trajectory: string;
  readonly enterprise: string;
  readonly programme: string;
  readonly consultant: string;
  readonly colleague: string;
  readonly coordinator: string;
  readonly manager: string;
  readonly lead: string;
  readonly auditor: string;
  /** A consultant of another fund, who sees nothing of this. */
  readonly stranger: string;
}

/** A fresh enterprise with a trajectory in `state`, in a programme of its own people: each test has its own. */
export async function planWorld(state = 'planning'): Promise<PlanWorld> {
  return inSystem(async (db) => {
    const programme =
      (await readProgramme(db)) ??
      (await addProgramme(db, competentiechecks2023, { from: '2023-01-01', until: '2024-12-31', example: true }));
    const [provider, other] = [
      programme.providers[0]!,
      programme.providers.find((one) => one.lot !== programme.providers[0]!.lot)!,
    ];
    const enterprise = newId();
    const trajectory = newId();
    const number = `0${Math.floor(1e8 + Math.random() * 8e8)}`;
    await db.run(sql`insert into enterprises (id, programme_id, lot_id, provider_id, number, name, workers, locale)
      values (${enterprise}, ${programme.id}, ${provider.lot}, ${provider.id}, ${number}, 'Bakkerij De Proefkorrel', 14, 'nl')`);
    await db.run(sql`insert into trajectories (id, programme_id, lot_id, provider_id, enterprise_id, state, definition_version, started_on, granted_on)
      values (${trajectory}, ${programme.id}, ${provider.lot}, ${provider.id}, ${enterprise}, ${state}, '1', '2023-09-01', '2023-09-15')`);
    const intake = {
      ...emptyIntake,
      on: '2023-09-04',
      question: 'Wij willen dat iemand anders de oven kan bedienen als Bart ziek is.',
      themes: ['competence_matrix', 'onboarding'],
      expectation: 'Iemand die de taal van de bakkerij spreekt.',
    };
    await db.run(
      sql`insert into intakes (trajectory_id, content, completed_at) values (${trajectory}, ${JSON.stringify(intake)}, '2023-09-04')`,
    );
    const person = async (name: string, role: Role, scope: ScopeKind, id: string) => {
      const added = await addPerson(db, { name }, 'nl');
      await db.run(sql`insert into grants (id, person_id, role, scope, scope_id, programme_id)
        values (${newId()}, ${added}, ${role}, ${scope}, ${id}, ${programme.id})`);
      return added;
    };
    const consultant = await person('Lotte Vermassen', 'consultant', 'trajectory', trajectory);
    const colleague = await person('Ruben De Smet', 'provider_member', 'provider', provider.id);
    for (const guide of [consultant, colleague])
      await db.run(sql`insert into trajectory_guides (id, trajectory_id, person_id, capacity, since)
        values (${newId()}, ${trajectory}, ${guide}, 'consultant', '2023-09-01')`);
    return {
      trajectory,
      enterprise,
      programme: programme.id,
      consultant,
      colleague,
      coordinator: await person('Griet Maes', 'lot_coordinator', 'lot', provider.lot),
      manager: await person('Karim El Idrissi', 'programme_manager', 'programme', programme.id),
      lead: await person('Nadia Claes', 'enterprise_lead', 'enterprise', enterprise),
      auditor: await person('An Peeters', 'auditor', 'programme', programme.id),
      stranger: await person('Ward Ver Weg', 'provider_member', 'provider', other.id),
    };
  });
}

/** Somebody of an enterprise, its owner, to whom letters go. */
export const addContact = (enterprise: string, values: { name: string; email?: string }): Promise<string> =>
  inSystem(async (db) => {
    const person = await addPerson(db, values, 'nl');
    await db.run(sql`insert into enterprise_people (id, programme_id, lot_id, provider_id, enterprise_id, person_id, capacity, main)
      select ${newId()}, programme_id, lot_id, provider_id, id, ${person}, 'owner', true from enterprises where id = ${enterprise}`);
    return person;
  });

/** The figures of a bakery that is surely eligible, as the form of a decision sends them. */
export const bakery = {
  organisationKind: 'enterprise',
  standAlone: 'yes',
  aidDeclared: 'on',
  periods: [{ year: '2022', headcount: '13,5', turnoverCents: '1.900.000', balanceCents: '800.000' }],
  jointCommittees: [{ number: '124' }],
};

/** A plan that misses nothing, as a form sends it. */
export const wholePlan = {
  needs: [
    {
      id: 'n1',
      theme: 'competence_matrix',
      words: 'Niemand anders kan de oven bedienen als Bart ziek is.',
      horizon: 'present',
      kind: 'technical',
      team: 'atelier',
    },
  ],
  goals: [
    {
      id: 'g1',
      needIds: ['n1'],
      title: 'Drie mensen kunnen de oven bedienen',
      expectedResult: 'Het werk gaat door als er iemand ziek is.',
    },
  ],
  actions: [
    {
      id: 'a1',
      goalId: 'g1',
      what: 'Met de ploeg de tien taken kiezen',
      hours: '6',
      roles: ['team_leaders', 'employees'],
      who: '',
      start: '2023-10-10',
      end: '2023-11-10',
      expectedResult: 'Een lijst van taken die iedereen kent',
      partner: '',
    },
    {
      id: 'a2',
      goalId: 'g1',
      what: 'Twee mensen leren het van Bart',
      hours: '10,5',
      roles: ['employees'],
      who: 'Elif en Tom',
      start: '2023-11-10',
      end: '2023-12-20',
      expectedResult: 'Zij stellen de oven zelf in',
      partner: '',
    },
  ],
  expectations: {
    enterprise: 'Iemand die de taal van de bakkerij goed spreekt.',
    guide: 'Elke maand twee uur vrij voor de ploeg.',
  },
  approach: { participation: 'participative', tailoring: 'tailored', effects: ['retention'] },
  cost: { rateCents: '95', ownContributionCents: '0', remark: '' },
};
