import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import { homeRoles } from '../rules/codes.ts';
import { entryGroup, taskGroup, type TaskGroup } from '../rules/taskGroups.ts';
import { newsFor } from './newsStore.ts';
import { reachOf } from './reach.ts';
import { firstTasks, type OwnTasks } from './taskStore.ts';

/**
 * What a mail or a calendar of one person is made from, whoever runs: only what the grants reach is looked at. Ids, kinds and days; names
 * only where a calendar asks for them.
 */
export interface OwnTaskFact {
  readonly id: string;
  readonly group: TaskGroup;
  readonly openedAt: Date;
  readonly due: PlainDate | null;
  readonly doneAt: Date | null;
}

export interface ChangeFact {
  readonly id: string;
  readonly group: TaskGroup;
  readonly recordedAt: Date;
}

/** Open tasks that came after a moment or whose day comes before another, at most so many of each; those of one role are read by index. */
export async function tasksForDigest(
  db: Db,
  mine: OwnTasks,
  { since, horizon, limit }: { since: Date; horizon: PlainDate; limit: number },
): Promise<OwnTaskFact[]> {
  const rows = [
    ...(await firstTasks(db, mine, sql`and w.opened_at > ${since}`, limit)),
    ...(await firstTasks(db, mine, sql`and w.due <= ${horizon}`, limit)),
  ];
  return rows.map(({ id, kind, openedAt, due, doneAt }) => ({ id, group: taskGroup(kind), openedAt, due, doneAt }));
}

/** What others brought about within reach after a moment, the newest so many a role. */
export async function changesForDigest(
  db: Db,
  { person, grants }: OwnTasks,
  { since, limit }: { since: Date; limit: number },
): Promise<ChangeFact[]> {
  const facts: ChangeFact[] = [];
  for (const role of homeRoles) {
    const held = grants.filter((grant) => grant.role === role);
    // An evaluator sees counts, and no enterprise.
    if (held.length === 0 || role === 'evaluator') continue;
    const rows = await newsFor(db, {
      person,
      reach: reachOf(held),
      since,
      fromDay: null,
      officeToo: role !== 'enterprise_lead',
      guidedOnly: role === 'consultant',
      limit,
    });
    for (const { id, kind, recordedAt } of rows) facts.push({ id, group: entryGroup(kind), recordedAt });
  }
  return facts;
}

/** Something with a day in somebody's calendar. */
export interface DatedFact {
  readonly id: string;
  readonly group: TaskGroup;
  readonly day: PlainDate;
  readonly link: string;
  readonly enterpriseName: string | null;
  readonly revision: number;
  readonly changedAt: Date;
}

/** The open tasks with a day from `from` on, the soonest first: talks to have, contacts to make, deadlines. */
export async function datedTasks(db: Db, mine: OwnTasks, from: PlainDate, limit: number): Promise<DatedFact[]> {
  const rows = await firstTasks(db, mine, sql`and w.due >= ${from}`, limit);
  return rows.flatMap(({ id, kind, due, link, enterpriseName, revision, changedAt, openedAt }) =>
    due === null
      ? []
      : [{ id, group: taskGroup(kind), day: due, link, enterpriseName, revision, changedAt: changedAt ?? openedAt }],
  );
}

/** The sessions that somebody gives from a day on. */
export async function datedSessions(db: Db, person: string, from: PlainDate, limit: number): Promise<DatedFact[]> {
  const rows = await db.many<{ id: string; trajectory: string; day: PlainDate; enterpriseName: string; at: Date }>(
    sql`select s.id, s.trajectory_id as trajectory, s.day, e.name as "enterpriseName", s.recorded_at as at
      from guidance_sessions s join enterprises e on e.id = s.enterprise_id
      where s.guide_id = ${person} and s.struck_at is null and s.day >= ${from} order by s.day, s.id limit ${limit}`,
  );
  return rows.map(({ id, trajectory, day, enterpriseName, at }) => ({
    id,
    group: 'sessions',
    day,
    link: `/trajectories/${trajectory}/sessions`,
    enterpriseName,
    revision: 0,
    changedAt: at,
  }));
}
