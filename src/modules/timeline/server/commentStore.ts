import sql, { empty, type Sql } from 'sql-template-tag';
import { rolesWith } from '#platform/server/permissions.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { PlainDate } from '#shared/dates.ts';

export interface CommentRow {
  readonly id: string;
  readonly entry: string;
  readonly by: string;
  readonly officeOnly: boolean;
  /** Sealed under the key of the writer. */
  readonly words: Buffer | null;
  readonly writtenAt: Date;
  readonly correctedAt: Date | null;
  readonly struckAt: Date | null;
  readonly version: number;
  readonly asked: readonly { readonly person: string; readonly seen: boolean }[];
}

const columns = sql`c.id, c.entry_id as entry, c.by_person as by, c.office_only as "officeOnly", c.words, c.written_at as "writtenAt",
  c.corrected_at as "correctedAt", c.struck_at as "struckAt", c.version,
  coalesce((select json_agg(json_build_object('person', m.person_id, 'seen', m.seen_at is not null) order by m.asked_at, m.id)
    from comment_mentions m where m.comment_id = c.id), '[]') as asked`;
const unless = (officeToo: boolean): Sql => (officeToo ? empty : sql`and not c.office_only`);

/** What was written beside these lines, the oldest first; at most a few hundred. */
export function commentsBeside(db: Db, entries: readonly string[], officeToo: boolean): Promise<CommentRow[]> {
  if (entries.length === 0) return Promise.resolve([]);
  return db.many(sql`select ${columns} from comments c where c.entry_id = any (${[...entries]}::uuid[]) ${unless(officeToo)}
    order by c.written_at, c.id limit 500`);
}

/** One comment at an enterprise, if the caller may read it. */
export function findComment(
  db: Db,
  enterprise: string,
  comment: string,
  officeToo: boolean,
): Promise<CommentRow | undefined> {
  return db.maybe(
    sql`select ${columns} from comments c where c.id = ${comment} and c.enterprise_id = ${enterprise} ${unless(officeToo)}`,
  );
}

/** A line of the timeline that something is written beside. */
export interface EntryRow {
  readonly id: string;
  readonly programme: string;
  readonly lot: string | null;
  readonly provider: string | null;
  readonly enterprise: string;
  readonly trajectory: string | null;
  readonly day: PlainDate;
  readonly textKey: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  readonly officeOnly: boolean;
}

export function findEntry(
  db: Db,
  enterprise: string,
  entry: string,
  officeToo: boolean,
): Promise<EntryRow | undefined> {
  return db.maybe(sql`select c.id, c.programme_id as programme, c.lot_id as lot, c.provider_id as provider, c.enterprise_id as enterprise,
      c.trajectory_id as trajectory, c.day, c.text_key as "textKey", c.parameters, c.link, c.office_only as "officeOnly"
    from timeline_entries c where c.id = ${entry} and c.enterprise_id = ${enterprise} ${unless(officeToo)}`);
}

export async function addComment(
  db: Db,
  comment: { entry: string; by: string; words: Buffer; officeOnly: boolean; at: Date },
): Promise<string> {
  const id = newId();
  await db.run(sql`insert into comments (id, entry_id, by_person, office_only, words, written_at)
    values (${id}, ${comment.entry}, ${comment.by}, ${comment.officeOnly}, ${comment.words}, ${comment.at})`);
  return id;
}

/** Gives false when it was changed or struck out meanwhile. */
export async function correctWords(
  db: Db,
  { id, version }: Pick<CommentRow, 'id' | 'version'>,
  words: Buffer,
  at: Date,
): Promise<boolean> {
  return (
    (await db.run(sql`update comments set words = ${words}, corrected_at = ${at}, version = version + 1
      where id = ${id} and version = ${version} and struck_at is null`)) === 1
  );
}

/** The words go; that something stood there stays. */
export async function strikeWords(
  db: Db,
  { id, version }: Pick<CommentRow, 'id' | 'version'>,
  at: Date,
): Promise<boolean> {
  return (
    (await db.run(sql`update comments set words = null, struck_at = ${at}, version = version + 1
      where id = ${id} and version = ${version} and struck_at is null`)) === 1
  );
}

/** Gives the id under which the asking is known; undefined when they were asked before. */
export async function addMention(
  db: Db,
  mention: { entry: string; comment: string; person: string; at: Date },
): Promise<string | undefined> {
  const id = newId();
  const added = await db.run(sql`insert into comment_mentions (id, entry_id, comment_id, person_id, asked_at)
    values (${id}, ${mention.entry}, ${mention.comment}, ${mention.person}, ${mention.at}) on conflict (comment_id, person_id) do nothing`);
  return added === 1 ? id : undefined;
}

/** Whom a line's comments still ask to look: one of them, or all (of one comment). Gives the ids of the askings. */
export async function markSeen(
  db: Db,
  which: { readonly entry?: string; readonly comment?: string; readonly person?: string },
  at: Date,
): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`update comment_mentions set seen_at = ${at} where seen_at is null
    ${which.entry ? sql`and entry_id = ${which.entry}` : empty} ${which.comment ? sql`and comment_id = ${which.comment}` : empty}
    ${which.person ? sql`and person_id = ${which.person}` : empty} returning id`);
  return rows.map(({ id }) => id);
}

export interface ReaderRow {
  readonly person: string;
  /** Reads what is not for the enterprise too. */
  readonly office: boolean;
}

/**
 * Who may see an enterprise, the nearest first: its own people and guides, its fund, its lot, the programme. Needs sight of all roles.
 * @param near only who works with the enterprise itself: its own people and those of its fund
 */
export function readersOf(
  db: Db,
  place: { programme: string; lot: string | null; provider: string | null; enterprise: string },
  { near }: { near: boolean },
): Promise<ReaderRow[]> {
  const wider = near ? [] : [place.lot, place.programme];
  const places = [place.enterprise, place.provider, ...wider].filter((id) => id !== null);
  return db.many(sql`select g.person_id as person, bool_or(g.role = any (${[...rolesWith('comment.officeOnly')]})) as office
    from grants g where g.withdrawn_at is null and g.role = any (${[...rolesWith('enterprise.read')]})
      and (g.scope_id = any (${places}::uuid[]) or g.scope_id in (select t.id from trajectories t where t.enterprise_id = ${place.enterprise}))
    group by g.person_id
    order by min(case g.scope when 'trajectory' then 0 when 'enterprise' then 0 when 'provider' then 1 when 'lot' then 2 else 3 end), g.person_id limit 60`);
}
