import sql from 'sql-template-tag';
import { newId } from '#platform/server/ids.ts';
import type { Db } from '#platform/server/database/pool.ts';
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
): Promise<{ id: string; person: string; purpose: string } | undefined> {
  return db.maybe(sql`update access_links set used_at = ${now} where secret_hash = ${hash} and purpose = any (${[...purposes]}) and used_at is null and expires_at > ${now}
    returning id, person_id as person, purpose`);
}
