import sql from 'sql-template-tag';
import { newId } from '#platform/server/ids.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { hashSecret, newSecret } from '#platform/server/sealing.ts';

export const sessionDays = 30;

/** The channel on which the database says which session (its id) ended: for whoever holds a stream open for one. */
export const sessionRevoked = 'session_revoked';

/** How somebody proved who they are. */
export type SignInMethod = 'link' | 'passkey' | 'password' | 'provider' | 'example';

export interface NewSession {
  readonly person: string;
  readonly method: SignInMethod;
  /** What the browser says it is. */
  readonly device: string;
  /** The secret by which this browser is known again; empty when it keeps none. */
  readonly browser: string;
  /** For whom somebody signed in, as an outside provider says. */
  readonly organisation?: { readonly code: string; readonly name: string } | null;
  /** The provider's identity token, sealed. */
  readonly providerToken?: Buffer;
}

/**
 * Opens a session and gives the secret for the cookie: the only moment at which it exists readable. From then on the
 * browser is one of the person's known ones.
 */
export async function openSession(db: Db, session: NewSession, now: Date): Promise<string> {
  const { secret, hash } = newSecret();
  const { person, method, device, browser, organisation = null, providerToken = null } = session;
  const expires = new Date(now.getTime() + sessionDays * 86_400_000);
  await db.run(
    sql`insert into web_sessions (id, token_hash, person_id, device, method, organisation_code, organisation_name, provider_token, created_at, seen_at, expires_at)
      values (${newId()}, ${hash}, ${person}, ${device}, ${method}, ${organisation?.code ?? null}, ${organisation?.name ?? null}, ${providerToken}, ${now}, ${now}, ${expires})`,
  );
  if (browser)
    await db.run(sql`insert into known_devices (person_id, secret_hash, first_at, last_at) values (${person}, ${hashSecret(browser)}, ${now}, ${now})
      on conflict (person_id, secret_hash) do update set last_at = excluded.last_at`);
  return secret;
}

export interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly method: SignInMethod;
  readonly organisation: string | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

export function openSessions(db: Db, person: string): Promise<SessionRow[]> {
  return db.many(sql`select id, device, method, coalesce(organisation_name, organisation_code) as organisation, created_at as "createdAt", seen_at as "seenAt"
    from web_sessions where person_id = ${person} and revoked_at is null and expires_at > now() order by seen_at desc, id desc limit 100`);
}

/** When somebody proved who they are for this session; undefined for what is no session of theirs. */
export async function signedInAt(db: Db, person: string, session: string): Promise<Date | undefined> {
  const row = await db.maybe<{ at: Date }>(
    sql`select created_at as at from web_sessions where id = ${session} and person_id = ${person}`,
  );
  return row?.at;
}

/** Whether a session began at an outside provider, where somebody may still be signed in. */
export async function cameByProvider(db: Db, person: string, session: string): Promise<boolean> {
  const row = await db.maybe(
    sql`select 1 from web_sessions where id = ${session} and person_id = ${person} and provider_token is not null`,
  );
  return row !== undefined;
}

export function revokeSession(db: Db, person: string, session: string): Promise<number> {
  return db.run(
    sql`update web_sessions set revoked_at = now() where id = ${session} and person_id = ${person} and revoked_at is null`,
  );
}

/** Ends every session of somebody but one; gives how many that were. */
export function revokeOtherSessions(db: Db, person: string, kept: string): Promise<number> {
  return db.run(
    sql`update web_sessions set revoked_at = now() where person_id = ${person} and id <> ${kept} and revoked_at is null and expires_at > now()`,
  );
}

/** Notes that a session is in use, at most once in some minutes, so that reading pages does not mean writing rows. */
export function noteSeen(db: Db, session: string, now: Date): Promise<number> {
  return db.run(
    sql`update web_sessions set seen_at = ${now} where id = ${session} and seen_at < ${new Date(now.getTime() - 4 * 60_000)}`,
  );
}

export interface NewLink {
  readonly purpose: 'sign_in' | 'invitation' | 'confirm' | 'new_email';
  readonly person: string;
  readonly minutes: number;
  readonly subject?: string;
  readonly programme?: string;
  readonly enterprise?: string;
  readonly trajectory?: string;
  /** What the link brings about, sealed under the person's key. */
  readonly sealed?: Buffer;
}

/** Makes a link that somebody gets by mail; gives its secret, of which only the hash is kept. */
export async function makeLink(db: Db, link: NewLink, now: Date): Promise<string> {
  const { secret, hash } = newSecret();
  const expires = new Date(now.getTime() + link.minutes * 60_000);
  await db.run(sql`insert into access_links (id, secret_hash, purpose, person_id, subject_id, programme_id, enterprise_id, trajectory_id, sealed, created_at, expires_at)
    values (${newId()}, ${hash}, ${link.purpose}, ${link.person}, ${link.subject ?? null}, ${link.programme ?? null}, ${link.enterprise ?? null}, ${link.trajectory ?? null}, ${link.sealed ?? null}, ${now}, ${expires})`);
  return secret;
}

/** Whether a link could sign somebody in now, without using it up: mail programs open links before people do. */
export async function linkWorks(db: Db, hash: string, purposes: readonly string[], now: Date): Promise<boolean> {
  const link = await db.maybe<{ purpose: string; expires_at: Date; used_at: Date | null }>(
    sql`select purpose, expires_at, used_at from krachtlijn.open_link(${hash})`,
  );
  return link !== undefined && purposes.includes(link.purpose) && link.used_at === null && link.expires_at > now;
}

/** Uses a link up: the person it was for, or undefined when it is unknown, used or too old. */
export function consumeLink(
  db: Db,
  hash: string,
  purposes: readonly string[],
  now: Date,
): Promise<{ id: string; person: string; purpose: string; sealed: Buffer | null } | undefined> {
  return db.maybe(sql`update access_links set used_at = ${now} where secret_hash = ${hash} and purpose = any (${[...purposes]}) and used_at is null and expires_at > ${now}
    returning id, person_id as person, purpose, sealed`);
}

/** Links to sign in that were sent to an address of somebody and are not used yet work no more. */
export function voidSignInLinks(db: Db, person: string, now: Date): Promise<number> {
  return db.run(
    sql`update access_links set used_at = ${now} where person_id = ${person} and purpose in ('sign_in', 'invitation', 'new_email') and used_at is null`,
  );
}

export async function keepShortcuts(db: Db, person: string, shortcuts: boolean): Promise<void> {
  await db.run(sql`update people set shortcuts = ${shortcuts} where id = ${person}`);
}

/** Browsers in which nobody signed in for a year; gives how many went. */
export function forgetOldDevices(db: Db, now: Date): Promise<number> {
  return db.run(sql`delete from known_devices where last_at < ${new Date(now.getTime() - 365 * 86_400_000)}`);
}
