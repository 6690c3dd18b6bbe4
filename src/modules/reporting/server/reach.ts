import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Grant, ScopeKind } from '#platform/server/permissions.ts';

/** What somebody's roles reach, by kind of place. Row-level security guards; this narrows to one role and lets an index help. */
export type Reach = Readonly<Partial<Record<ScopeKind, readonly string[]>>>;

export function reachOf(grants: readonly Grant[]): Reach {
  const reach: Partial<Record<ScopeKind, string[]>> = {};
  for (const { scope, id } of grants) (reach[scope] ??= []).push(id);
  return reach;
}

/** The programmes that the grants belong to, whatever their place. */
export const programmesOf = (grants: readonly Grant[]): string[] => [
  ...new Set(grants.map((grant) => grant.programme)),
];

const columns: Readonly<Record<ScopeKind, string>> = {
  programme: 'programme_id',
  lot: 'lot_id',
  provider: 'provider_id',
  enterprise: 'enterprise_id',
  trajectory: 'trajectory_id',
};

/** `column` is one of the ids. One id is compared plainly: an index then also gives the order. */
export function isOneOf(column: string, ids: readonly string[]): Sql {
  return ids.length === 1 ? sql`${raw(column)} = ${ids[0]}::uuid` : sql`${raw(column)} = any (${[...ids]}::uuid[])`;
}

/** A condition on the rows of `alias`; `own` says where a kind of place stands in another column, or (null) in none. */
export function within(reach: Reach, alias: string, own: Partial<Record<ScopeKind, string | null>> = {}): Sql {
  const parts = (Object.entries(reach) as [ScopeKind, readonly string[]][]).flatMap(([kind, ids]) => {
    const column = kind in own ? own[kind] : columns[kind];
    return column ? [isOneOf(`${alias}.${column}`, ids)] : [];
  });
  return parts.length === 0 ? sql`false` : sql`(${join(parts, ' or ')})`;
}
