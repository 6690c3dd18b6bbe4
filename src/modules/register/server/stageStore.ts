import sql, { raw } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';

/** All SQL of an import. It runs as the owner of the tables, on a connection of its own. */

/** The schema in which the next register is made. */
export const next = 'register_next';

/** The tables that change places at the end, in the order in which they are indexed. */
export const registerTables = [
  'register_codes',
  'register_enterprises',
  'register_units',
  'register_addresses',
  'register_activities',
  'register_words',
  'register_names',
] as const;

const mostTries = 12;
const betweenTries = 500;
const stagedTables = [...registerTables, 'register_extract', 'staged_names'];

export interface Step {
  readonly step: string;
  readonly bytes: number;
  readonly line: number;
  readonly read: number;
  readonly kept: number;
  readonly done: boolean;
}

export interface Present {
  readonly number: number;
  readonly snapshotOn: string;
  readonly fingerprint: string;
}

/**
 * One import at a time; the lock goes with the connection. That of a process which was killed a moment ago may still be ending,
 * so it is tried for some seconds.
 */
export async function takeTurn(db: Db): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    const { taken } = await db.one<{ taken: boolean }>(
      sql`select pg_try_advisory_lock(hashtext('krachtlijn.register')) as taken`,
    );
    if (taken || tries === mostTries) return taken;
    await new Promise((next) => setTimeout(next, betweenTries));
  }
}

/**
 * Room to sort and build indexes in; rows put aside may be lost with the machine, the change of places may not. The server
 * looks now and then whether we are still there: it must not go on building for a process that was killed.
 */
export async function workFast(db: Db): Promise<void> {
  await db.run(sql`select set_config('work_mem', '96MB', false), set_config('maintenance_work_mem', '192MB', false),
    set_config('synchronous_commit', 'off', false), set_config('client_min_messages', 'warning', false),
    set_config('client_connection_check_interval', '500ms', false)`);
}

export function presentRegister(db: Db): Promise<Present | undefined> {
  return db.maybe(sql`select number, snapshot_on as "snapshotOn", fingerprint from register_extract`);
}

/** What was put aside of this publication; of another one everything goes. Makes the tables when there are none. */
export async function stepsOf(db: Db, fingerprint: string): Promise<Map<string, Step>> {
  const steps = await db.many<Step & { fingerprint: string }>(
    sql`select fingerprint, step, bytes, line, rows_read as read, rows_kept as kept, done from register_steps`,
  );
  if (steps.length > 0 && steps.every((one) => one.fingerprint === fingerprint))
    return new Map(steps.map((one) => [one.step, one]));
  await db.run(sql`begin`);
  await clearStage(db);
  await db.run(sql`select krachtlijn.make_register('register_next')`);
  await db.run(
    sql`create table register_next.staged_names (entity_number text collate "C", language text, kind text, name text, squeezed text collate "C", words text[])`,
  );
  await noteStep(db, fingerprint, { step: 'prepare', bytes: 0, line: 0, read: 0, kept: 0, done: true });
  await db.run(sql`commit`);
  return new Map();
}

async function clearStage(db: Db): Promise<void> {
  for (const table of stagedTables) await db.run(sql`drop table if exists ${raw(`${next}.${table}`)}`);
  await db.run(sql`delete from register_steps`);
}

export async function noteStep(db: Db, fingerprint: string, step: Step): Promise<void> {
  await db.run(sql`insert into register_steps (fingerprint, step, bytes, line, rows_read, rows_kept, done)
    values (${fingerprint}, ${step.step}, ${step.bytes}, ${step.line}, ${step.read}, ${step.kept}, ${step.done})
    on conflict (fingerprint, step) do update set bytes = excluded.bytes, line = excluded.line, rows_read = excluded.rows_read,
      rows_kept = excluded.rows_kept, done = excluded.done`);
}

/** The categories of the code table: they tell which version of NACE-BEL is the newest. */
export async function codeCategories(db: Db): Promise<string[]> {
  const rows = await db.many<{ category: string }>(sql`select distinct category from register_next.register_codes`);
  return rows.map(({ category }) => category);
}

/**
 * Names as they are searched: with their enterprise, and with where it and its units are. Names of what is not in the register
 * (branches abroad) stay out. Gives how many there are.
 */
export async function writeNames(db: Db): Promise<number> {
  for (const table of ['register_enterprises', 'register_units', 'register_addresses', 'staged_names'])
    await db.run(sql`analyze ${raw(`${next}.${table}`)}`);
  await db.run(sql`create temp table place_words on commit drop as
    select zip, nl, fr, array(select distinct '@' || word from unnest(array[zip, replace(krachtlijn.folded(nl), ' ', ''), replace(krachtlijn.folded(fr), ' ', '')]) word
      where word <> '') as tokens
    from (select distinct coalesce(zip, '') as zip, coalesce(municipality_nl, '') as nl, coalesce(municipality_fr, '') as fr from register_next.register_addresses) place`);
  await db.run(sql`analyze place_words`);
  await db.run(sql`create temp table enterprise_places on commit drop as
    select enterprise_number, array_agg(distinct token) as tokens from (
      select distinct coalesce(u.enterprise_number, a.entity_number) as enterprise_number, w.tokens
      from register_next.register_addresses a join place_words w on w.zip = coalesce(a.zip, '') and w.nl = coalesce(a.municipality_nl, '') and w.fr = coalesce(a.municipality_fr, '')
      left join register_next.register_units u on u.number = a.entity_number) place, unnest(tokens) token group by 1`);
  await db.run(sql`analyze enterprise_places`);
  return db.run(sql`insert into register_next.register_names (enterprise_number, entity_number, natural_person, kind, language, name, squeezed, words)
    select e.number, n.entity_number, e.natural_person, n.kind, n.language, n.name, n.squeezed, array_to_tsvector(n.words || coalesce(p.tokens, '{}'))
    from register_next.staged_names n
    left join register_next.register_units u on u.number = n.entity_number
    join register_next.register_enterprises e on e.number = coalesce(u.enterprise_number, n.entity_number)
    left join enterprise_places p on p.enterprise_number = e.number`);
}

/** Every word that is long enough to be mistyped and still be known, with its spellings. */
export function writeWords(db: Db): Promise<number> {
  return db.run(sql`insert into register_next.register_words (word, uses, spellings)
    select word, uses, krachtlijn.spellings(word) from (
      select word, count(*)::int as uses from register_next.register_names, unnest(tsvector_to_array(words)) word
      where length(word) between 4 and 30 and word !~ '^@?[0-9]+$' group by word) known`);
}

export async function indexTable(db: Db, table: string): Promise<void> {
  await db.run(sql`select krachtlijn.index_register(${next}, ${table})`);
}

export interface NewExtract {
  readonly number: number;
  readonly snapshotOn: string;
  readonly extractedAt: string;
  readonly version: string;
  readonly fingerprint: string;
  readonly nace: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly at: Date;
}

/** The new register takes the place of the old one: all of it or nothing, and whoever reads waits no longer than that. */
export async function changePlaces(db: Db, extract: NewExtract): Promise<void> {
  await db.run(sql`begin`);
  await db.run(sql`set local synchronous_commit = on`);
  await db.run(sql`insert into register_next.register_extract (number, snapshot_on, extracted_at, version, fingerprint, nace_version, counts, imported_at)
    values (${extract.number}, ${extract.snapshotOn}, ${extract.extractedAt}, ${extract.version}, ${extract.fingerprint}, ${extract.nace},
      ${JSON.stringify(extract.counts)}, ${extract.at})`);
  for (const table of [...registerTables, 'register_extract']) {
    await db.run(sql`drop table ${raw(`public.${table}`)}`);
    await db.run(sql`alter table ${raw(`${next}.${table}`)} set schema public`);
  }
  await clearStage(db);
  await db.run(sql`commit`);
}
