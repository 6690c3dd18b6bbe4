import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { Grant } from '#platform/server/permissions.ts';
import { newSecret } from '#platform/server/sealing.ts';
import type { Locale } from '#shared/localised.ts';
import type { Choices, NewsKind, Preferences, Stream } from '../rules/choices.ts';

interface ChoiceRow extends Omit<Preferences, 'choices'> {
  readonly person: string;
  readonly choices: Choices;
  readonly changedAt: Date;
}

const choiceColumns = sql`c.person_id as person, c.choices, c.from_hour as "fromHour", c.until_hour as "untilHour", c.weekday,
  c.quiet_days as "quietDays", c.quiet_holidays as "quietHolidays", c.locale, c.changed_at as "changedAt"`;

/** What somebody chose; undefined for who never did. */
export function chosenBy(db: Db, person: string): Promise<ChoiceRow | undefined> {
  return db.maybe(sql`select ${choiceColumns} from notice_choices c where c.person_id = ${person}`);
}

export async function keepPreferences(db: Db, person: string, wanted: Preferences, now: Date): Promise<void> {
  await db.run(sql`insert into notice_choices (person_id, choices, from_hour, until_hour, weekday, quiet_days, quiet_holidays, locale, changed_at)
    values (${person}, ${JSON.stringify(wanted.choices)}, ${wanted.fromHour}, ${wanted.untilHour}, ${wanted.weekday}, ${[...wanted.quietDays]}, ${wanted.quietHolidays}, ${wanted.locale}, ${now})
    on conflict (person_id) do update set choices = excluded.choices, from_hour = excluded.from_hour, until_hour = excluded.until_hour, weekday = excluded.weekday,
      quiet_days = excluded.quiet_days, quiet_holidays = excluded.quiet_holidays, locale = excluded.locale, changed_at = excluded.changed_at`);
}

export interface Receiver {
  readonly person: string;
  readonly roles: readonly string[];
}

/**
 * Everybody who can be written to and has a role that counts in every session (a role for one organisation only counts where somebody
 * signed in for it, which a mail cannot know).
 */
export function receivers(db: Db): Promise<Receiver[]> {
  return db.many(sql`select g.person_id as person, array_agg(distinct g.role) as roles from grants g join people p on p.id = g.person_id
    where g.withdrawn_at is null and g.organisation is null and p.email_lookup is not null and p.erased_at is null group by g.person_id order by g.person_id`);
}

/** What everybody chose who ever did. */
export const everyChoice = (db: Db): Promise<ChoiceRow[]> =>
  db.many(sql`select ${choiceColumns} from notice_choices c`);

export const periodsDone = async (db: Db, periods: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await db.many<{ key: string }>(
    sql`select person_id || ' ' || period as key from notices where period = any (${[...periods]})`,
  );
  return new Set(rows.map(({ key }) => key));
};

/** The roles that somebody has in every session, and the language of their pages. */
export async function rolesFor(
  db: Db,
  person: string,
): Promise<{ grants: readonly Grant[]; locale: Locale } | undefined> {
  const found = await db.maybe<{ locale: Locale }>(
    sql`select locale from people where id = ${person} and erased_at is null`,
  );
  if (!found) return undefined;
  const grants = await db.many<Grant>(
    sql`select role, scope, scope_id as id, programme_id as programme from grants where person_id = ${person} and withdrawn_at is null and organisation is null`,
  );
  return { grants, locale: found.locale };
}

/** Up to when somebody was told in a stream; else in any; undefined when never. */
export async function toldUntil(db: Db, person: string, stream: Stream): Promise<Date | undefined> {
  const row = await db.maybe<{ at: Date }>(
    sql`select covers_until as at from notices where person_id = ${person} order by (stream = ${stream}) desc, covers_until desc limit 1`,
  );
  return row?.at;
}

export interface Notice {
  readonly person: string;
  readonly period: string;
  readonly stream: Stream;
  readonly until: Date;
}

/** Takes a period for oneself; false when it was told already, by whomever. */
export async function takePeriod(db: Db, { person, period, stream, until }: Notice, now: Date): Promise<boolean> {
  const taken = await db.run(sql`insert into notices (person_id, period, stream, covers_until, made_at)
    values (${person}, ${period}, ${stream}, ${until}, ${now}) on conflict (person_id, period) do nothing`);
  return taken > 0;
}

/** Makes the link in a mail that ends such mail; gives its secret, of which only the hash is kept. */
export async function makeEndingLink(db: Db, person: string, kinds: readonly NewsKind[], now: Date): Promise<string> {
  const { secret, hash } = newSecret();
  await db.run(
    sql`insert into notice_links (secret_hash, person_id, kinds, made_at) values (${hash}, ${person}, ${[...kinds]}, ${now})`,
  );
  return secret;
}

/** Whose link it is, for who holds its secret: row-level security shows that one row. */
export function endingLink(db: Db, hash: string): Promise<{ person: string; kinds: readonly NewsKind[] } | undefined> {
  return db.maybe(sql`select person_id as person, kinds from notice_links where secret_hash = ${hash}`);
}

/** What was told is kept for a quarter, links in mails for two years; the newest row of everybody stays, to go on from. */
export async function forgetOldNotices(db: Db, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db.run(sql`delete from notice_links where made_at < ${before(730)}`);
  await db.run(sql`delete from notices n where n.made_at < ${before(90)}
    and exists (select 1 from notices later where later.person_id = n.person_id and later.stream = n.stream and later.covers_until > n.covers_until)`);
}
