import sql, { type Sql } from 'sql-template-tag';
import '#modules/operations.server.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { Refusal } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { addPerson } from '#platform/server/people.ts';
import type { Role, ScopeKind } from '#platform/server/permissions.ts';
import { addTimelineEntry, openTask } from '#platform/server/registries.ts';
import { defineTexts } from '#platform/text/index.ts';
import type { EnterpriseListView, EnterpriseView, HomeView } from '../rules/views.ts';
import { listEnterprises } from './listOperations.ts';
import { readEnterprise, readHome } from './operations.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';

const sentences = {
  'task.plain': 'Doe {what}.',
  'task.call': 'Bel {contactPerson} vóór {day}.',
  'task.on': 'Kom op {day, date, long}.',
  'entry.plain': 'Er gebeurde {what}.',
  'entry.met': '{guidePerson} sprak met {contactPerson}.',
};
defineTexts('reporting-test', { nl: sentences, en: sentences, fr: sentences, de: sentences });

/** A Wednesday; the week ends on 22 November. */
export const today: PlainDate = '2026-11-18';
export const noon = new Date('2026-11-18T11:00:00Z');

/** A small programme of our own beside the example: two lots, three funds, four cases, and many enterprises to page through. */
export interface SmallWorld {
  readonly programme: string;
  readonly lots: readonly [string, string];
  readonly funds: { readonly a: string; readonly b: string; readonly c: string };
  /** Enterprises with a trajectory: of fund A (two), B and C. */
  readonly cases: Readonly<
    Record<'mill' | 'garage' | 'press' | 'studio', { readonly enterprise: string; readonly trajectory: string }>
  >;
  readonly people: Readonly<
    Record<
      | 'lead'
      | 'guide'
      | 'otherGuide'
      | 'memberA'
      | 'memberB'
      | 'coordinator'
      | 'manager'
      | 'evaluator'
      | 'auditor'
      | 'contact'
      | 'twoRoles',
      string
    >
  >;
}

interface Where {
  readonly lot: string;
  readonly provider: string;
}

/** Runs as the system, as the seeder does. */
export function asSystem<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });
}

export function plantWorld(): Promise<SmallWorld> {
  return asSystem(async (db) => {
    const run = (statement: Sql) => db.run(statement);
    const name = (text: string) => JSON.stringify({ nl: text, en: text, fr: text, de: text });
    const programme = newId();
    await run(sql`insert into programmes (id, code, name, starts_on, ends_on, target, example, definition)
      values (${programme}, ${`small-${programme.slice(-6)}`}, ${name('Klein programma')}, '2026-01-01', '2026-12-31', 100, true, '{}')`);
    const lots: [string, string] = [newId(), newId()];
    for (const [at, lot] of lots.entries())
      await run(
        sql`insert into lots (id, programme_id, number, name, target, budget_cents) values (${lot}, ${programme}, ${at + 1}, ${name(`Perceel ${at + 1}`)}, ${at === 0 ? 40 : 60}, 100000)`,
      );
    const funds = { a: newId(), b: newId(), c: newId() };
    for (const [code, fund] of Object.entries(funds))
      await run(
        sql`insert into providers (id, programme_id, lot_id, code, name, coordinates) values (${fund}, ${programme}, ${code === 'c' ? lots[1] : lots[0]}, ${code}, ${`Fonds ${code.toUpperCase()}`}, ${code === 'a'})`,
      );

    let number = 400_000_000;
    const enterprise = async (title: string, { lot, provider }: Where, workers: number | null = 14) => {
      const id = newId();
      number += 1;
      await run(sql`insert into enterprises (id, programme_id, lot_id, provider_id, number, name, municipality, workers)
        values (${id}, ${programme}, ${lot}, ${provider}, ${`0${number}`}, ${title}, 'Aalst', ${workers})`);
      return id;
    };
    const inA = { lot: lots[0], provider: funds.a };
    const caseOf = async (title: string, where: Where, state: string, workers: number | null = 14) => {
      const at = await enterprise(title, where, workers);
      const trajectory = newId();
      await run(sql`insert into trajectories (id, programme_id, lot_id, provider_id, enterprise_id, state, definition_version, started_on)
        values (${trajectory}, ${programme}, ${where.lot}, ${where.provider}, ${at}, ${state}, '1', '2026-09-04')`);
      return { enterprise: at, trajectory };
    };
    const cases = {
      mill: await caseOf('Bakkerij De Proefmolen', inA, 'guidance'),
      garage: await caseOf('Garage Proefrit', inA, 'planning', 60),
      press: await caseOf('Drukkerij Proefvel', { lot: lots[0], provider: funds.b }, 'guidance', 120),
      studio: await caseOf('Studio Proefklank', { lot: lots[1], provider: funds.c }, 'completed', null),
    };
    for (let at = 1; at <= 64; at++) await enterprise(`Zaak ${String(at).padStart(2, '0')}`, inA);

    const person = (title: string) => addPerson(db, { name: title, phone: '0470 12 34 56' }, 'nl');
    const grant = (who: string, role: Role, scope: ScopeKind, id: string) =>
      run(
        sql`insert into grants (id, person_id, role, scope, scope_id, programme_id) values (${newId()}, ${who}, ${role}, ${scope}, ${id}, ${programme})`,
      );
    const people = {
      lead: await person('Nadia Proef'),
      guide: await person('Lotte Proef'),
      otherGuide: await person('Bram Proef'),
      memberA: await person('Ann Proef'),
      memberB: await person('Bea Proef'),
      coordinator: await person('Cor Proef'),
      manager: await person('Sofie Proef'),
      evaluator: await person('Eva Proef'),
      auditor: await person('Arne Proef'),
      contact: await person('Koen Proef'),
      twoRoles: await person('Tess Proef'),
    };
    await grant(people.lead, 'enterprise_lead', 'enterprise', cases.mill.enterprise);
    await grant(people.guide, 'consultant', 'provider', funds.a);
    await grant(people.otherGuide, 'consultant', 'provider', funds.a);
    await grant(people.memberA, 'provider_member', 'provider', funds.a);
    await grant(people.memberB, 'provider_member', 'provider', funds.b);
    await grant(people.coordinator, 'lot_coordinator', 'lot', lots[0]);
    await grant(people.manager, 'programme_manager', 'programme', programme);
    await grant(people.evaluator, 'evaluator', 'programme', programme);
    await grant(people.auditor, 'auditor', 'programme', programme);
    await grant(people.twoRoles, 'provider_member', 'provider', funds.b);
    await grant(people.twoRoles, 'evaluator', 'programme', programme);
    for (const [who, at] of [
      [people.guide, cases.mill],
      [people.otherGuide, cases.garage],
    ] as const)
      await run(
        sql`insert into trajectory_guides (id, trajectory_id, person_id, capacity, since) values (${newId()}, ${at.trajectory}, ${who}, 'consultant', '2026-09-10')`,
      );
    await run(sql`insert into enterprise_people (id, programme_id, lot_id, provider_id, enterprise_id, person_id, capacity, main)
      values (${newId()}, ${programme}, ${lots[0]}, ${funds.a}, ${cases.mill.enterprise}, ${people.contact}, 'owner', true)`);
    return { programme, lots, funds, cases, people };
  });
}

type CaseName = keyof SmallWorld['cases'];

export function placeOf(world: SmallWorld, name: CaseName) {
  const { enterprise, trajectory } = world.cases[name];
  const provider = { mill: world.funds.a, garage: world.funds.a, press: world.funds.b, studio: world.funds.c }[name];
  return {
    programme: world.programme,
    lot: name === 'studio' ? world.lots[1] : world.lots[0],
    provider,
    enterprise,
    trajectory,
  };
}

/** Opens a task that says «Doe <what>.», due so many days from today. */
export function plantTask(
  world: SmallWorld,
  at: CaseName,
  what: string,
  due: number | null,
  roles: readonly Role[],
  person: string | null = null,
): Promise<void> {
  return asSystem((db) =>
    openTask(db, placeOf(world, at), {
      kind: 'test.do',
      subject: newId(),
      roles,
      person,
      due: due === null ? null : addDays(today, due),
      textKey: 'reporting-test:task.plain',
      parameters: { what },
      link: `/trajectories/${world.cases[at].trajectory}/plan`,
    }),
  );
}

/** Adds «Er gebeurde <what>.» so many days before today. */
export function plantEntry(
  world: SmallWorld,
  at: CaseName,
  what: string,
  daysAgo: number,
  { kind = 'test.happened', officeOnly = false, link }: { kind?: string; officeOnly?: boolean; link?: string } = {},
): Promise<void> {
  return asSystem((db) =>
    addTimelineEntry(db, placeOf(world, at), {
      kind,
      day: addDays(today, -daysAgo),
      textKey: 'reporting-test:entry.plain',
      parameters: { what },
      officeOnly,
      ...(link ? { link } : {}),
    }),
  );
}

/** The small world with things that wait and things that happened. */
export async function plantBusyWorld(): Promise<SmallWorld> {
  const world = await plantWorld();
  await plantTask(world, 'mill', 'volgende week', 9, ['consultant']);
  await plantTask(world, 'mill', 'zonder datum', null, ['consultant']);
  await plantTask(world, 'mill', 'zondag', 4, ['consultant']);
  await plantTask(world, 'mill', 'gisteren', -1, ['consultant']);
  await plantTask(world, 'mill', 'vandaag', 0, ['consultant']);
  await plantTask(world, 'garage', 'bij de andere', -3, ['consultant']);
  await plantTask(world, 'mill', 'voor de onderneming', 3, ['enterprise_lead']);
  await plantTask(world, 'mill', 'voor het fonds', 3, ['provider_member']);
  await plantTask(world, 'press', 'voor fonds B', 3, ['provider_member']);
  await plantTask(world, 'press', 'voor het perceel', 5, ['lot_coordinator', 'programme_manager']);
  await plantTask(world, 'studio', 'voor het andere perceel', 5, ['lot_coordinator', 'programme_manager']);
  await plantTask(world, 'mill', 'alleen voor Ann', 2, ['provider_member'], world.people.memberA);
  await plantTask(world, 'press', 'alleen voor Bea', 2, ['provider_member'], world.people.memberB);
  await plantEntry(world, 'mill', 'een sessie', 1, { kind: 'trajectories.session' });
  await plantEntry(world, 'mill', 'een besluit', 20, { kind: 'eligibility.decided' });
  await plantEntry(world, 'mill', 'iets van kantoor', 2, { officeOnly: true });
  await plantEntry(world, 'press', 'een ander besluit', 3, { kind: 'eligibility.decided' });
  return world;
}

export type Who = keyof SmallWorld['people'];

/** The operations as one of the people calls them, at noon of `today`. */
export function callersIn(world: () => SmallWorld) {
  const as = (who: Who) => ({ locale: 'nl' as const, as: world().people[who] });
  return {
    as,
    home: (who: Who, input: object = {}) => readHome.call(as(who), input, { now: noon }) as Promise<HomeView>,
    list: (who: Who, input: object = {}) =>
      listEnterprises.call(as(who), input, { now: noon }) as Promise<EnterpriseListView>,
    timeline: (who: Who, name: CaseName, input: object = {}) =>
      readEnterprise.call(
        as(who),
        { enterprise: world().cases[name].enterprise, ...input },
        { now: noon },
      ) as Promise<EnterpriseView>,
  };
}

/** The status with which a call was refused; undefined when it was not. */
export async function refusal(work: Promise<unknown>): Promise<number | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.status;
    throw error;
  }
}
