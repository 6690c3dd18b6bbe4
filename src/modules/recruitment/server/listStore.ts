import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { Grant, ScopeKind } from '#platform/server/permissions.ts';
import type { PlainDate } from '#shared/dates.ts';
import { countedTo, leadStates, type LeadState } from '../rules/leadStates.ts';

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
  readonly nextContactOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly attached: number;
}

export interface ListQuestion {
  readonly grants: readonly Grant[];
  /** One state; null for every open one. */
  readonly state: LeadState | null;
  readonly provider?: string | undefined;
  readonly words?: string | undefined;
  /** Where the page before ended: the next contact (`''` for none) of an open lead, or the moment a closed one came in. */
  readonly after?: { readonly value: string; readonly id: string } | undefined;
  readonly limit: number;
}

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

/** Open leads by next contact, the soonest first; closed ones with the newest first. */
export function listLeadRows(db: Db, question: ListQuestion): Promise<ListedRow[]> {
  const { grants, state, provider, words, after, limit } = question;
  const open = state === null || ['new', 'taken', 'handed_over'].includes(state);
  const order = open ? sql`l.next_contact_on, l.id` : sql`l.created_at desc, l.id desc`;
  const beyond = !after
    ? empty
    : open
      ? laterThan(after)
      : sql`and (l.created_at, l.id) < (${after.value}::timestamptz, ${after.id}::uuid)`;
  return db.many<ListedRow>(sql`select l.id, l.state, e.name as "enterpriseName", e.municipality, e.workers, o.number as "lotNumber", p.name as "providerName",
      l.taken_by as "takenBy", l.wants_call as "wantsCall", l.created_at as "createdAt", l.next_contact_on as "nextContactOn", l.closed_on as "closedOn",
      (select count(*)::int from attached_requests a where a.lead_id = l.id) as attached
    from leads l join enterprises e on e.id = l.enterprise_id left join lots o on o.id = l.lot_id left join providers p on p.id = l.provider_id
    where ${within(grants)} and ${state === null ? sql`l.state in ('new', 'taken', 'handed_over')` : sql`l.state = ${state}`}
      ${provider ? sql`and l.provider_id = ${provider}` : empty} ${words ? matches(words) : empty} ${beyond}
    order by ${order} limit ${limit}`);
}

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
