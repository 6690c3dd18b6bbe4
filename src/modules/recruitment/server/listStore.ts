import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { Grant, ScopeKind } from '#platform/server/permissions.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';
import type { z } from 'zod';
import type { LeadFilter } from '../requestInputs.ts';
import { countedTo, isOpenLead, leadStates, type LeadState } from '../rules/leadStates.ts';

export interface ListedRow {
  readonly id: string;
  readonly state: LeadState;
  readonly enterpriseName: string;
  readonly municipality: string | null;
  readonly workers: number | null;
  readonly lotNumber: number | null;
  readonly providerName: string | null;
  readonly takenBy: string | null;
  readonly wantsCall: boolean;
  readonly createdAt: Date;
  /** The same moment, exact, as it travels in an address. */
  readonly createdKey: string;
  readonly nextContactOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly attached: number;
}

export type LeadChoice = z.output<typeof LeadFilter>;

export interface LeadQuestion {
  readonly grants: readonly Grant[];
  readonly filter: LeadChoice;
}

export interface ListQuestion extends LeadQuestion {
  /** Where the page before ended: the next contact (`''` for none), or the moment a request came in. */
  readonly after?: { readonly value: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Whether the next contact gives the order: it does for open ones, unless another order is asked for. */
export const byContact = ({ state, sort }: LeadChoice): boolean =>
  sort === undefined && (state === 'open' || isOpenLead(state));

const columns: Partial<Record<ScopeKind, string>> = {
  programme: 'l.programme_id',
  lot: 'l.lot_id',
  provider: 'l.provider_id',
};

function within(grants: readonly Grant[]): Sql {
  const parts = Object.entries(columns).flatMap(([kind, column]) => {
    const ids = grants.filter(({ scope }) => scope === kind).map(({ id }) => id);
    // One place is compared plainly: an index then also gives the order.
    if (ids.length === 1) return [sql`${raw(column)} = ${ids[0]}::uuid`];
    return ids.length > 0 ? [sql`${raw(column)} = any (${ids}::uuid[])`] : [];
  });
  return parts.length > 0 ? sql`(${join(parts, ' or ')})` : sql`false`;
}

/** A name or place that holds the words, or a number that begins with the digits (dots and BE may be typed). */
function matches(words: string): Sql {
  const part = `%${words.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const digits = words.replace(/^be/i, '').replace(/[\s.]/g, '');
  const number = /^\d{3,}$/.test(digits)
    ? sql`or e.number like ${`${digits}%`} or e.number like ${`0${digits}%`}`
    : empty;
  return sql`and (e.name ilike ${part} or e.municipality ilike ${part} ${number})`;
}

function laterThan({ value, id }: { value: string; id: string }): Sql {
  if (value === '') return sql`and l.next_contact_on is null and l.id > ${id}`;
  return sql`and ((l.next_contact_on, l.id) > (${value}::date, ${id}::uuid) or l.next_contact_on is null)`;
}

const openStates = sql`l.state in ('new', 'taken', 'handed_over')`;
const dayBegins = (day: PlainDate): Sql => sql`(${day}::date)::timestamp at time zone 'Europe/Brussels'`;

function conditions({ grants, filter }: LeadQuestion): Sql {
  const { state, fund, words, size, sector, from, until } = filter;
  return sql`${within(grants)} and ${state === 'open' ? openStates : sql`l.state = ${state}`}
    ${fund ? sql`and l.provider_id = ${fund}` : empty} ${words ? matches(words) : empty}
    ${size ? sql`and l.size = ${size}` : empty} ${sector ? sql`and l.sector_code = ${sector}` : empty}
    ${from ? sql`and l.created_at >= ${dayBegins(from)}` : empty} ${until ? sql`and l.created_at < ${dayBegins(addDays(until, 1))}` : empty}`;
}

const orderOf = (filter: LeadChoice): Sql =>
  byContact(filter)
    ? sql`l.next_contact_on, l.id`
    : filter.sort === 'oldest'
      ? sql`l.created_at, l.id`
      : sql`l.created_at desc, l.id desc`;

function beyondKey(filter: LeadChoice, after: ListQuestion['after']): Sql {
  if (!after) return empty;
  if (byContact(filter)) return laterThan(after);
  const key = sql`(${after.value}::timestamptz, ${after.id}::uuid)`;
  return filter.sort === 'oldest' ? sql`and (l.created_at, l.id) > ${key}` : sql`and (l.created_at, l.id) < ${key}`;
}

const joined = sql`from leads l join enterprises e on e.id = l.enterprise_id left join lots o on o.id = l.lot_id left join providers p on p.id = l.provider_id`;

/** Open leads by next contact, the soonest first; closed ones with the newest first; or as `sort` says. */
export function listLeadRows(db: Db, question: ListQuestion): Promise<ListedRow[]> {
  const { filter, after, limit } = question;
  return db.many<ListedRow>(sql`select l.id, l.state, e.name as "enterpriseName", e.municipality, e.workers, o.number as "lotNumber", p.name as "providerName",
      l.taken_by as "takenBy", l.wants_call as "wantsCall", l.created_at as "createdAt", l.next_contact_on as "nextContactOn", l.closed_on as "closedOn",
      to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdKey",
      (select count(*)::int from attached_requests a where a.lead_id = l.id) as attached
    ${joined} where ${conditions(question)} ${beyondKey(filter, after)} order by ${orderOf(filter)} limit ${limit}`);
}

/** How many fit, counted up to the bound. */
export async function countFitting(db: Db, question: LeadQuestion): Promise<{ count: number; more: boolean }> {
  const from = question.filter.words
    ? sql`from leads l join enterprises e on e.id = l.enterprise_id`
    : sql`from leads l`;
  const { found } = await db.one<{ found: number }>(
    sql`select count(*)::int as found from (select 1 ${from} where ${conditions(question)} limit ${countedTo + 1}) bounded`,
  );
  return { count: Math.min(found, countedTo), more: found > countedTo };
}

export interface LeadLine {
  readonly id: string;
  readonly number: string;
  readonly enterprise: string;
  readonly municipality: string | null;
  readonly workers: number | null;
  readonly sector: string | null;
  readonly lot: number | null;
  readonly fund: string | null;
  readonly state: LeadState;
  readonly cameIn: Date;
  readonly nextContact: PlainDate | null;
  readonly closed: PlainDate | null;
  readonly takenBy: string | null;
}

/** All of them in the order of the list, for an export. */
export const leadLines = (question: LeadQuestion): Sql =>
  sql`select l.id, e.number, e.name as enterprise, e.municipality, e.workers, l.sector_code as sector, o.number as lot, p.name as fund, l.state,
      l.created_at as "cameIn", l.next_contact_on as "nextContact", l.closed_on as closed, l.taken_by as "takenBy"
    ${joined} where ${conditions(question)} order by ${orderOf(question.filter)}`;

/** How many leads stand in each state, within reach; one more than the bound stands for «more». */
export function countLeads(
  db: Db,
  grants: readonly Grant[],
  provider?: string,
): Promise<{ state: LeadState; count: number }[]> {
  // State by state, so that the planner knows how rare each one is.
  const inState = (
    state: LeadState,
  ) => sql`select ${state}::text as state, (select count(*)::int from (select 1 from leads l
    where ${within(grants)} and l.state = ${state} ${provider ? sql`and l.provider_id = ${provider}` : empty} limit ${countedTo + 1}) bounded) as count`;
  return db.many(
    sql`select state, count from (${join(leadStates.map(inState), ' union all ')}) counted where count > 0`,
  );
}
