import { grantsFor, type Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { forbidden, notFound } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import type { Permission } from '#platform/server/permissions.ts';
import { codeLabel } from '#modules/programmes/index.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';
import {
  ListEnterprisesInput,
  ListSessionsInput,
  ListTrajectoriesInput,
  ListViewsInput,
  RemoveViewInput,
  SaveViewInput,
} from '../listInputs.ts';
import type { Choices, SavedView, SessionListView, TrajectoryListView } from '../rules/lists.ts';
import { pageOfRows, readDayKey, readPageKey, type PageKey } from '../rules/pageKey.ts';
import type { EnterpriseListView } from '../rules/views.ts';
import {
  countEnterprises,
  countSessions,
  countTrajectories,
  enterprisePage,
  findWords,
  narrowed,
  sessionPage,
  trajectoryPage,
} from './listStore.ts';
import { choicesFor, chosen } from './choices.ts';
import './permissions.ts';
import { reachOf, type Reach } from './reach.ts';
import { listed } from './shown.ts';
import { dropView, keepView, savedViews } from './viewStore.ts';

const rowsAPage = 30;

/** The caller's reach for a permission, without what lies inside another part of it. */
const reachFor = (db: Db, actor: Actor, permission: Permission): Promise<Reach> =>
  narrowed(db, reachOf(grantsFor(actor, permission)));

const none: Choices = { lots: [], providers: [], sectors: [] };

const momentPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/u;

/** The enterprises in the caller's sight, filtered and sorted. */
export const listEnterprises = query({
  name: 'reporting.listEnterprises',
  input: ListEnterprisesInput,
  on: nothing,
  needs: 'enterprise.read',
  example: () => ({}),
  async run({ db, actor, input }): Promise<EnterpriseListView> {
    const office = grantsFor(actor, 'reporting.officeEntries').length > 0;
    const reach = await reachFor(db, actor, 'enterprise.read');
    const newest = input.sort === 'newest';
    const key = readPageKey(input.after);
    const after = key && newest && !momentPattern.test(key.value) ? undefined : key;
    const words = await findWords(db, input.words);
    const rows = await enterprisePage(db, {
      reach,
      filter: input,
      words,
      after,
      limit: rowsAPage + 1,
      officeToo: office,
    });
    const page = pageOfRows(rows, rowsAPage, (row) => ({ value: newest ? row.createdAt : row.name, id: row.id }));
    return {
      enterprises: page.rows.map((row) => ({ ...listed(row), size: row.size })),
      next: page.next,
      continued: after !== undefined,
      counted: await countEnterprises(db, { reach, filter: input, words }),
      chosen: chosen(input),
      choices: office ? await choicesFor(db, actor, 'enterprise.read') : none,
      office,
    };
  },
});

const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null);

/** The trajectories in the caller's sight, filtered and sorted. */
export const listTrajectories = query({
  name: 'reporting.listTrajectories',
  input: ListTrajectoriesInput,
  on: nothing,
  needs: 'trajectory.read',
  example: () => ({}),
  async run({ db, actor, input }): Promise<TrajectoryListView> {
    const reach = await reachFor(db, actor, 'trajectory.read');
    const byName = input.sort === 'name';
    const after = byName ? readPageKey(input.after) : dayKey(input.after);
    const person = personOf(actor);
    const words = await findWords(db, input.words);
    const rows = await trajectoryPage(db, { reach, filter: input, words, after, limit: rowsAPage + 1, person });
    const page = pageOfRows(rows, rowsAPage, (row) => ({
      value: byName ? row.enterpriseName : row.startedOn,
      id: row.id,
    }));
    const people = await readPeople(
      db,
      page.rows.flatMap(({ guides }) => guides),
    );
    return {
      trajectories: page.rows.map(({ guides, ...row }) => ({
        ...row,
        guides: guides.map((id) => people.get(id)?.name ?? '—').join(', '),
      })),
      next: page.next,
      continued: after !== undefined,
      counted: await countTrajectories(db, { reach, filter: input, words, person }),
      chosen: chosen(input),
      choices: await choicesFor(db, actor, 'trajectory.read'),
    };
  },
});

/** A key of a list whose rows all have a day. */
const dayKey = (text: string | undefined): PageKey | undefined => {
  const key = readDayKey(text);
  return key && key.value !== '' ? key : undefined;
};

/** Monday to Sunday around a day. */
function weekAround(day: PlainDate): { from: PlainDate; until: PlainDate } {
  const from = addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  return { from, until: addDays(from, 6) };
}

/** Sessions in the caller's sight: of this week when no days are chosen. */
export const listSessions = query({
  name: 'reporting.listSessions',
  input: ListSessionsInput,
  on: nothing,
  needs: 'trajectory.read',
  example: () => ({}),
  async run({ db, actor, input, today }): Promise<SessionListView> {
    const reach = await reachFor(db, actor, 'trajectory.read');
    const week = weekAround(today);
    const filter = input.from || input.until ? input : { ...input, ...week };
    const after = dayKey(input.after);
    const person = personOf(actor);
    const rows = await sessionPage(db, { reach, filter, after, limit: rowsAPage + 1, person });
    const page = pageOfRows(rows, rowsAPage, (row) => ({ value: row.day, id: row.id }));
    const people = await readPeople(
      db,
      page.rows.map(({ guide }) => guide),
    );
    return {
      sessions: page.rows.map((row) => ({
        ...row,
        theme: codeLabel('sessionThemes', row.theme, actor.locale),
        guide: people.get(row.guide)?.name ?? '—',
      })),
      next: page.next,
      continued: after !== undefined,
      counted: await countSessions(db, reach, filter, person),
      chosen: chosen(input),
      choices: await choicesFor(db, actor, 'trajectory.read'),
      week,
    };
  },
});

/** The views that the caller keeps of a list. */
export const listViews = query({
  name: 'reporting.listViews',
  input: ListViewsInput,
  on: nothing,
  needs: 'self',
  example: () => ({ list: 'enterprises' }),
  async run({ db, actor, input }): Promise<readonly SavedView[]> {
    return savedViews(db, personOf(actor)!, input.list);
  },
});

/** Keeps a list with its filters under a name, for the caller alone. */
export const saveView = command({
  name: 'reporting.saveView',
  input: SaveViewInput,
  on: nothing,
  needs: 'self',
  example: () => ({ list: 'enterprises', name: 'Kleine zaken', query: 'size=micro' }),
  async run({ db, actor, input, now }) {
    const person = personOf(actor);
    if (!person) throw forbidden();
    return { id: await keepView(db, { person, ...input }, now), query: input.query };
  },
  audit: (input, result) => ({ subject: { kind: 'view', id: result.id }, details: { list: input.list } }),
});

export const removeView = command({
  name: 'reporting.removeView',
  input: RemoveViewInput,
  on: nothing,
  needs: 'self',
  example: () => ({ view: '00000000-0000-7000-8000-000000000000' }),
  async run({ db, actor, input }) {
    if ((await dropView(db, personOf(actor)!, input.view)) === 0) throw notFound();
    return { back: input.back };
  },
  audit: (input) => ({ subject: { kind: 'view', id: input.view } }),
});
