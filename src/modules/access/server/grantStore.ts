import sql, { empty, type Sql } from 'sql-template-tag';
import type { Locale } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { Resolver, Handle } from '#platform/server/operation.ts';
import type { Role, ScopeKind } from '#platform/server/permissions.ts';
import type { GrantPlace, PlaceKind } from '../rules/inviting.ts';
import type { PersonRole } from '../rules/who.ts';
import './permissions.ts';

export async function giveGrant(
  db: Db,
  grant: {
    person: string;
    role: Role;
    scope: ScopeKind;
    id: string;
    programme: string;
    /** The role counts only in sessions for this organisation. */
    organisation?: string | undefined;
  },
): Promise<void> {
  await db.run(sql`insert into grants (id, person_id, role, scope, scope_id, programme_id, organisation)
    values (${newId()}, ${grant.person}, ${grant.role}, ${grant.scope}, ${grant.id}, ${grant.programme}, ${grant.organisation ?? null})
    on conflict (person_id, role, scope, scope_id) where withdrawn_at is null do nothing`);
}

/** A role that the caller may see; what it is held on decides who may take it back. */
export interface GrantHandle extends Handle {
  readonly person: string;
  readonly role: Role;
}

export const grantHandle: Resolver<'grant', GrantHandle> = {
  name: 'grant',
  seenWith: 'access.readGrants',
  find: (db, id) =>
    db.maybe(sql`select id, person_id as person, role, programme_id as programme, lot_id as lot, provider_id as provider
      from grants where id = ${id} and withdrawn_at is null`),
};

export async function withdrawGrant(db: Db, grant: string, now: Date): Promise<void> {
  await db.run(sql`update grants set withdrawn_at = ${now} where id = ${grant} and withdrawn_at is null`);
}

/** Takes back a role that came with a task (guiding an enterprise), when the task is over. */
export async function withdrawGrantOn(
  db: Db,
  grant: { person: string; role: Role; scope: ScopeKind; id: string },
  now: Date,
): Promise<void> {
  await db.run(sql`update grants set withdrawn_at = ${now} where person_id = ${grant.person} and role = ${grant.role}
    and scope = ${grant.scope} and scope_id = ${grant.id} and withdrawn_at is null`);
}

/** Takes back everything that somebody may do. */
export async function withdrawGrantsOf(db: Db, person: string, now: Date): Promise<void> {
  await db.run(sql`update grants set withdrawn_at = ${now} where person_id = ${person} and withdrawn_at is null`);
}

export interface RoleHolder {
  readonly grant: string;
  readonly person: string;
  readonly role: PersonRole;
  readonly place: GrantPlace;
  /** The partner that the place is, or that an enterprise belongs to. */
  readonly provider: string | null;
  readonly since: Date;
}

interface HolderRow {
  grant: string;
  person: string;
  role: PersonRole;
  kind: PlaceKind;
  place: string;
  name: string;
  lot: number | null;
  provider: string | null;
  since: Date;
}

/** Roles with the place they are held on, in the order of the programme: the whole, then lot by lot. */
async function holders(db: Db, locale: Locale, condition: Sql, atMost: number): Promise<RoleHolder[]> {
  const rows =
    await db.many<HolderRow>(sql`select g.id as grant, g.person_id as person, g.role, g.scope as kind, g.scope_id as place, g.granted_at as since,
      coalesce(e.name, pr.name, l.name ->> ${locale}, p.name ->> ${locale}, '') as name, coalesce(l.number, pl.number, el.number) as lot, coalesce(pr.id, e.provider_id) as provider
    from grants g
    left join programmes p on g.scope = 'programme' and p.id = g.scope_id
    left join lots l on g.scope = 'lot' and l.id = g.scope_id
    left join providers pr on g.scope = 'provider' and pr.id = g.scope_id
    left join lots pl on pl.id = pr.lot_id
    left join trajectories t on g.scope = 'trajectory' and t.id = g.scope_id
    left join enterprises e on e.id = case g.scope when 'enterprise' then g.scope_id when 'trajectory' then t.enterprise_id end
    left join lots el on el.id = e.lot_id
    where g.withdrawn_at is null ${condition}
    order by coalesce(l.number, pl.number, 0), pr.name nulls first, g.id limit ${atMost}`);
  return rows.map((row) => ({
    grant: row.grant,
    person: row.person,
    role: row.role,
    since: row.since,
    provider: row.provider,
    place: { kind: row.kind, id: row.place, name: row.name, lot: row.lot },
  }));
}

/** Everybody who holds a role, for the role chooser of the example programme. */
export function everyHolder(db: Db, locale: Locale): Promise<RoleHolder[]> {
  return holders(db, locale, empty, 1000);
}

/** The roles of one person. */
export function rolesOf(db: Db, locale: Locale, person: string): Promise<RoleHolder[]> {
  return holders(db, locale, sql`and g.person_id = ${person}`, 200);
}

/** Who works for the programme, as far as the caller may see it; enterprises have their own page. */
export function teamOf(db: Db, locale: Locale, lot: string | undefined, atMost: number): Promise<RoleHolder[]> {
  return holders(
    db,
    locale,
    sql`and g.role <> 'enterprise_lead' and g.scope in ('programme', 'lot', 'provider')
      and (${lot ?? null}::uuid is null or g.lot_id = ${lot ?? null}::uuid)`,
    atMost,
  );
}

export interface Place extends GrantPlace {
  readonly programme: string;
  readonly lotId: string | null;
  readonly providerId: string | null;
}

interface PlaceRow {
  id: string;
  kind: PlaceKind;
  name: string;
  number: number | null;
  programme: string;
  lot_id: string | null;
  provider_id: string | null;
}

/** Programmes, lots and partners: public facts, so that an invitation can be checked against them. */
async function places(db: Db, locale: Locale, condition: Sql): Promise<Place[]> {
  const rows = await db.many<PlaceRow>(sql`select id, kind, name, number, programme, lot_id, provider_id from (
      select id, 'programme' as kind, name ->> ${locale} as name, null::int as number, id as programme, null::uuid as lot_id, null::uuid as provider_id from programmes
      union all select id, 'lot', name ->> ${locale}, number, programme_id, id, null from lots
      union all select p.id, 'provider', p.name, l.number, p.programme_id, p.lot_id, p.id from providers p join lots l on l.id = p.lot_id where p.active
    ) place where ${condition} order by number nulls first, kind, name`);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    lot: row.number,
    programme: row.programme,
    lotId: row.lot_id,
    providerId: row.provider_id,
  }));
}

/** The places that lie on or within one of the given programmes, lots and partners. */
export function placesWithin(
  db: Db,
  locale: Locale,
  scope: { programmes: readonly string[]; lots: readonly string[]; providers: readonly string[] },
): Promise<Place[]> {
  return places(
    db,
    locale,
    sql`programme = any (${[...scope.programmes]}) or lot_id = any (${[...scope.lots]}) or provider_id = any (${[...scope.providers]})`,
  );
}

export async function findPlace(db: Db, locale: Locale, id: string): Promise<Place | undefined> {
  return (await places(db, locale, sql`id = ${id}`))[0];
}

/** A programme, lot or partner and what it lies in: for the command line, which has no language. */
export async function placeOf(db: Db, kind: ScopeKind, id: string): Promise<Place | undefined> {
  const place = await findPlace(db, 'nl', id);
  return place?.kind === kind ? place : undefined;
}

/** True while every programme here is the example: only then may a visitor step into a role. */
export async function holdsOnlyExample(db: Db): Promise<boolean> {
  const { only } = await db.one<{ only: boolean }>(
    sql`select coalesce(bool_and(example), false) as only from programmes`,
  );
  return only;
}

/** Every grant that stands, for whoever runs the machine. */
export function everyGrant(db: Db): Promise<{ person: string; role: Role; scope: ScopeKind; id: string }[]> {
  return db.many(
    sql`select person_id as person, role, scope, scope_id as id from grants where withdrawn_at is null order by person_id, role`,
  );
}

/** The programme that was there first, or undefined. */
export async function firstProgramme(db: Db): Promise<string | undefined> {
  return (await db.maybe<{ id: string }>(sql`select id from programmes order by created_at limit 1`))?.id;
}
