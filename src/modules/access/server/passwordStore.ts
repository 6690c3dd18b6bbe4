import sql from 'sql-template-tag';
import type { Locale } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { openForPerson, sealForPerson } from '#platform/server/people.ts';
import { emailLookup, hashSecret } from '#platform/server/sealing.ts';
import { recoveryHash } from './secondFactor.ts';

/** What is kept of somebody's password; `totp` empty means that it does not work yet. */
export interface StoredPassword {
  readonly person: string;
  readonly hash: string;
  readonly setAt: Date;
  readonly totp: Buffer | null;
  readonly step: number;
  readonly since: Date | null;
  readonly pending: Buffer | null;
}

export function readPassword(db: Db, person: string): Promise<StoredPassword | undefined> {
  return db.maybe(sql`select person_id as person, hash, set_at as "setAt", totp, totp_step as step, totp_since as since, pending_totp as pending
    from passwords where person_id = ${person}`);
}

/** Who an address is, with what is needed to check a password: one question, answered as fast for nobody. */
export interface Claimed {
  readonly person: string;
  readonly locale: Locale;
  readonly hash: string | null;
  readonly totp: Buffer | null;
  readonly step: number | null;
  readonly known: boolean;
}

export function readClaimed(db: Db, email: string, browser: string): Promise<Claimed | undefined> {
  return db.maybe(sql`select p.id as person, p.locale, w.hash, w.totp, w.totp_step as step,
      exists (select 1 from known_devices d where d.person_id = p.id and d.secret_hash = ${hashSecret(browser)}) as known
    from people p left join passwords w on w.person_id = p.id and w.totp is not null
    where p.email_lookup = ${emailLookup(email)} and p.erased_at is null`);
}

/** Keeps the hash of a first or a next password. */
export async function keepPassword(db: Db, person: string, hash: string, now: Date): Promise<void> {
  await db.run(sql`insert into passwords (person_id, hash, set_at) values (${person}, ${hash}, ${now})
    on conflict (person_id) do update set hash = excluded.hash, set_at = excluded.set_at`);
}

/** The same password, hashed at today's cost. */
export async function rehash(db: Db, person: string, hash: string): Promise<void> {
  await db.run(sql`update passwords set hash = ${hash} where person_id = ${person}`);
}

/** A secret that was shown and waits for its first code. */
export async function keepPendingTotp(db: Db, person: string, secret: string): Promise<void> {
  const sealed = await sealForPerson(db, person, secret);
  await db.run(sql`update passwords set pending_totp = ${sealed} where person_id = ${person}`);
}

export async function confirmTotp(db: Db, person: string, step: number, now: Date): Promise<void> {
  await db.run(sql`update passwords set totp = pending_totp, pending_totp = null, totp_step = ${step}, totp_since = ${now}
    where person_id = ${person} and pending_totp is not null`);
}

export function openTotp(db: Db, person: string, sealed: Buffer): Promise<string> {
  return openForPerson<string>(db, person, sealed);
}

/** Marks the code of a time step as used; false when somebody used it, or a later one, before. */
export async function useStep(db: Db, person: string, step: number): Promise<boolean> {
  return (
    (await db.run(
      sql`update passwords set totp_step = ${step} where person_id = ${person} and totp_step < ${step}`,
    )) === 1
  );
}

export async function removePassword(db: Db, person: string): Promise<number> {
  await db.run(sql`delete from recovery_codes where person_id = ${person}`);
  return db.run(sql`delete from passwords where person_id = ${person}`);
}

/** New recovery codes in the place of the old ones, used or not. */
export async function keepRecoveryCodes(db: Db, person: string, codes: readonly string[], now: Date): Promise<void> {
  await db.run(sql`delete from recovery_codes where person_id = ${person}`);
  const hashes = codes.map((code) => recoveryHash(person, code));
  await db.run(
    sql`insert into recovery_codes (person_id, hash, made_at) select ${person}, hash, ${now} from unnest(${hashes}::text[]) as hash`,
  );
}

/** Whether this is a recovery code that was not used yet, without using it. */
export async function recoveryCodeWorks(db: Db, person: string, code: string): Promise<boolean> {
  const found = await db.maybe(
    sql`select 1 from recovery_codes where person_id = ${person} and hash = ${recoveryHash(person, code)} and used_at is null`,
  );
  return found !== undefined;
}

/** Uses a recovery code up; false when it is none, or was used. */
export async function useRecoveryCode(db: Db, person: string, code: string, now: Date): Promise<boolean> {
  return (
    (await db.run(sql`update recovery_codes set used_at = ${now}
      where person_id = ${person} and hash = ${recoveryHash(person, code)} and used_at is null`)) === 1
  );
}

export async function recoveryCodesLeft(db: Db, person: string): Promise<number> {
  const { left } = await db.one<{ left: number }>(
    sql`select count(*)::int as left from recovery_codes where person_id = ${person} and used_at is null`,
  );
  return left;
}
