import sql from 'sql-template-tag';
import { newId } from '#platform/server/ids.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Role, ScopeKind } from '#platform/server/permissions.ts';
import { newSecret } from '#platform/server/sealing.ts';

export const sessionDays = 30;

/** Opens a session and gives the secret for the cookie: the only moment at which it exists readable. */
export async function openSession(db: Db, person: string, device: string, now: Date): Promise<string> {
  const { secret, hash } = newSecret();
  const expires = new Date(now.getTime() + sessionDays * 86_400_000);
  await db.run(
    sql`insert into web_sessions (id, token_hash, person_id, device, created_at, seen_at, expires_at) values (${newId()}, ${hash}, ${person}, ${device}, ${now}, ${now}, ${expires})`,
  );
  return secret;
}

export interface SessionRow {
  id: string;
  device: string;
  createdAt: Date;
  expiresAt: Date;
}

export function openSessions(db: Db, person: string): Promise<SessionRow[]> {
  return db.many(sql`select id, device, created_at as "createdAt", expires_at as "expiresAt" from web_sessions
    where person_id = ${person} and revoked_at is null and expires_at > now() order by created_at desc limit 100`);
}

export function revokeSession(db: Db, person: string, session: string): Promise<number> {
  return db.run(
    sql`update web_sessions set revoked_at = now() where id = ${session} and person_id = ${person} and revoked_at is null`,
  );
}

export interface NewLink {
  readonly purpose: 'sign_in' | 'invitation' | 'confirm';
  readonly person: string;
  readonly minutes: number;
  readonly subject?: string;
  readonly programme?: string;
  readonly enterprise?: string;
  readonly trajectory?: string;
}

/** Makes a link that somebody gets by mail; gives its secret, of which only the hash is kept. */
export async function makeLink(db: Db, link: NewLink, now: Date): Promise<string> {
  const { secret, hash } = newSecret();
  const expires = new Date(now.getTime() + link.minutes * 60_000);
  await db.run(sql`insert into access_links (id, secret_hash, purpose, person_id, subject_id, programme_id, enterprise_id, trajectory_id, created_at, expires_at)
    values (${newId()}, ${hash}, ${link.purpose}, ${link.person}, ${link.subject ?? null}, ${link.programme ?? null}, ${link.enterprise ?? null}, ${link.trajectory ?? null}, ${now}, ${expires})`);
  return secret;
}

/** Uses a link up: the person it was for, or undefined when it is unknown, used or too old. */
export function consumeLink(
  db: Db,
  hash: string,
  purposes: readonly string[],
  now: Date,
): Promise<{ id: string; person: string; purpose: string } | undefined> {
  return db.maybe(sql`update access_links set used_at = ${now} where secret_hash = ${hash} and purpose = any (${[...purposes]}) and used_at is null and expires_at > ${now}
    returning id, person_id as person, purpose`);
}

export async function giveGrant(
  db: Db,
  grant: { person: string; role: Role; scope: ScopeKind; id: string; programme: string },
): Promise<void> {
  await db.run(sql`insert into grants (id, person_id, role, scope, scope_id, programme_id) values (${newId()}, ${grant.person}, ${grant.role}, ${grant.scope}, ${grant.id}, ${grant.programme})
    on conflict (person_id, role, scope, scope_id) where withdrawn_at is null do nothing`);
}

export interface RoleHolder {
  person: string;
  role: Role;
  scope: ScopeKind;
  scopeId: string;
  placeName: string;
}

/** Everybody who holds a role, one line a role, for the role chooser of the example programme. */
export function roleHolders(db: Db): Promise<RoleHolder[]> {
  return db.many(sql`select distinct on (g.role, g.scope_id) g.person_id as person, g.role, g.scope, g.scope_id as "scopeId",
      coalesce(e.name, pr.name, l.name ->> 'nl', p.name ->> 'nl', '') as "placeName"
    from grants g
    left join programmes p on g.scope = 'programme' and p.id = g.scope_id
    left join lots l on g.scope = 'lot' and l.id = g.scope_id
    left join providers pr on g.scope = 'provider' and pr.id = g.scope_id
    left join enterprises e on g.scope = 'enterprise' and e.id = g.scope_id
    where g.withdrawn_at is null order by g.role, g.scope_id, g.granted_at limit 300`);
}

/** True while every programme here is the example: only then may a visitor step into a role. */
export async function holdsOnlyExample(db: Db): Promise<boolean> {
  const { only } = await db.one<{ only: boolean }>(
    sql`select coalesce(bool_and(example), false) as only from programmes`,
  );
  return only;
}

/** A lot or provider and its programme, to check an invitation against. */
export function placeOf(
  db: Db,
  scope: ScopeKind,
  id: string,
): Promise<{ programme: string; lot: string | null; provider: string | null } | undefined> {
  switch (scope) {
    case 'programme':
      return db.maybe(sql`select id as programme, null as lot, null as provider from programmes where id = ${id}`);
    case 'lot':
      return db.maybe(sql`select programme_id as programme, id as lot, null as provider from lots where id = ${id}`);
    case 'provider':
      return db.maybe(
        sql`select programme_id as programme, lot_id as lot, id as provider from providers where id = ${id}`,
      );
    default:
      return Promise.resolve(undefined);
  }
}
