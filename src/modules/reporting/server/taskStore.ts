import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { z } from 'zod';
import type { Db } from '#platform/server/database/pool.ts';
import type { Grant } from '#platform/server/permissions.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { TaskFilter } from '../listInputs.ts';
import { counted, countedTo, type Counted } from '../rules/lists.ts';
import type { PageKey } from '../rules/pageKey.ts';
import { groupedKinds, kindsOf } from '../rules/taskGroups.ts';
import { endOfWeek } from '../rules/urgency.ts';
import { reachOf, within } from './reach.ts';
import { afterTask, isFor, type TaskRow } from './store.ts';

/** Tasks of one person, in whatever role they are theirs: role by role an index gives the first ones, and a task stands there once. */
export interface OwnTasks {
  readonly person: string;
  readonly grants: readonly Grant[];
}

export type TaskChoice = z.output<typeof TaskFilter>;

export interface OwnTaskRow extends TaskRow {
  readonly lotNumber: number | null;
  readonly openedAt: Date;
}

function chosenTasks({ due, kind, lot, provider }: TaskChoice, today: PlainDate): Sql {
  const named = kind && kindsOf(kind);
  const sunday = endOfWeek(today);
  const when = due && {
    late: sql`and w.due < ${today}`,
    week: sql`and w.due between ${today} and ${sunday}`,
    later: sql`and (w.due > ${sunday} or w.due is null)`,
  };
  return sql`${when ? when[due] : empty} ${kind ? (named ? sql`and w.kind = any (${[...named]})` : sql`and w.kind <> all (${[...groupedKinds]})`) : empty}
    ${lot ? sql`and w.lot_id = ${lot}` : empty} ${provider ? sql`and w.provider_id = ${provider}` : empty}`;
}

/** The tasks of somebody by id and day, soonest first in each role; with a limit at most so many a role. */
function ownTasks({ person, grants }: OwnTasks, conditions: Sql, limit: number | null): Sql {
  const roles = [...new Set(grants.map(({ role }) => role))];
  const parts = roles.map((role) => {
    const reach = reachOf(grants.filter((grant) => grant.role === role));
    return sql`(select w.id, w.due from waiting_tasks w where w.done_at is null and ${within(reach, 'w')} and ${isFor(role, person)} ${conditions}
      ${limit === null ? empty : sql`order by w.due nulls last, w.id limit ${limit}`})`;
  });
  return parts.length > 0
    ? sql`(${join(parts, ' union ')})`
    : sql`(select w.id, w.due from waiting_tasks w where false)`;
}

const columns = sql`w.id, w.kind, w.roles, w.due, w.link, w.text_key as "textKey", w.parameters, w.enterprise_id as enterprise, e.name as "enterpriseName", l.number as "lotNumber", w.opened_at as "openedAt"`;
const shownWith = sql`left join enterprises e on e.id = w.enterprise_id left join lots l on l.id = w.lot_id order by w.due nulls last, w.id`;

export interface TaskQuestion {
  readonly mine: OwnTasks;
  readonly filter: TaskChoice;
  readonly today: PlainDate;
}

/** What waits for somebody, soonest first, what has no date last. */
export function ownTaskPage(
  db: Db,
  { mine, filter, today, after, limit }: TaskQuestion & { after: PageKey | undefined; limit: number },
): Promise<OwnTaskRow[]> {
  return db.many(sql`with t as (select id, due from ${ownTasks(mine, sql`${chosenTasks(filter, today)} ${afterTask(after)}`, limit)} mine
      order by due nulls last, id limit ${limit})
    select ${columns} from t join waiting_tasks w on w.id = t.id ${shownWith}`);
}

/** Counted up to the bound. */
export async function countOwnTasks(db: Db, { mine, filter, today }: TaskQuestion): Promise<Counted> {
  const { found } = await db.one<{ found: number }>(
    sql`select count(*)::int as found from (select id from ${ownTasks(mine, chosenTasks(filter, today), countedTo + 1)} mine limit ${countedTo + 1}) bounded`,
  );
  return counted(found);
}

export interface TaskFactRow {
  readonly id: string;
  readonly kind: string;
  readonly due: PlainDate | null;
  readonly link: string;
  readonly openedAt: Date;
  readonly doneAt: Date | null;
  readonly revision: number;
  readonly changedAt: Date | null;
  readonly enterpriseName: string | null;
}

/** The first tasks of somebody that fit a condition on `w`, at most so many in all. */
export const firstTasks = (db: Db, mine: OwnTasks, condition: Sql, limit: number): Promise<TaskFactRow[]> =>
  db.many(sql`with t as (select id, due from ${ownTasks(mine, condition, limit)} mine order by due nulls last, id limit ${limit})
    select w.id, w.kind, w.due, w.link, w.opened_at as "openedAt", w.done_at as "doneAt", w.revision, w.changed_at as "changedAt", e.name as "enterpriseName"
    from t join waiting_tasks w on w.id = t.id left join enterprises e on e.id = w.enterprise_id order by w.due nulls last, w.id`);

/** All of them, for an export. */
export const ownTaskLines = ({ mine, filter, today }: TaskQuestion): Sql =>
  sql`select ${columns} from ${ownTasks(mine, chosenTasks(filter, today), null)} t join waiting_tasks w on w.id = t.id ${shownWith}`;
