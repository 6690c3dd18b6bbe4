import sql from 'sql-template-tag';
import type { Locale } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { openForPerson, sealForPerson } from '#platform/server/people.ts';

/** A passkey of the person who looks. */
export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

export async function passkeysOf(db: Db, person: string): Promise<OwnPasskey[]> {
  const rows = await db.many<OwnPasskey & { sealed: Buffer }>(
    sql`select id, sealed_name as sealed, created_at as "createdAt", used_at as "usedAt" from passkeys where person_id = ${person} order by id limit 50`,
  );
  return Array.fromAsync(rows, async ({ sealed, ...row }) => ({
    ...row,
    name: await openForPerson<string>(db, person, sealed),
  }));
}

/** The credentials that somebody has already, so that no device gets two. */
export function credentialsOf(db: Db, person: string): Promise<{ id: string; transports: string[] }[]> {
  return db.many(sql`select credential_id as id, transports from passkeys where person_id = ${person}`);
}

export interface NewPasskey {
  readonly credential: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  readonly name: string;
}

/** Keeps a passkey and gives its id; undefined when the credential is known already, whoever has it. */
export async function keepPasskey(db: Db, person: string, key: NewPasskey, now: Date): Promise<string | undefined> {
  const id = newId();
  const sealed = await sealForPerson(db, person, key.name);
  const added =
    await db.run(sql`insert into passkeys (id, person_id, credential_id, public_key, counter, transports, sealed_name, backed_up, created_at)
      values (${id}, ${person}, ${key.credential}, ${Buffer.from(key.publicKey)}, ${key.counter}, ${[...key.transports]}, ${sealed}, ${key.backedUp}, ${now})
      on conflict do nothing`);
  return added === 1 ? id : undefined;
}

export interface StoredPasskey {
  readonly id: string;
  readonly person: string;
  readonly locale: Locale;
  readonly publicKey: Buffer;
  readonly counter: number;
}

export function findPasskey(db: Db, credential: string): Promise<StoredPasskey | undefined> {
  return db.maybe(sql`select k.id, k.person_id as person, p.locale, k.public_key as "publicKey", k.counter
    from passkeys k join people p on p.id = k.person_id and p.erased_at is null where k.credential_id = ${credential}`);
}

export async function notePasskeyUse(db: Db, id: string, counter: number, now: Date): Promise<void> {
  await db.run(sql`update passkeys set counter = ${counter}, used_at = ${now} where id = ${id}`);
}

export function removePasskey(db: Db, person: string, id: string): Promise<number> {
  return db.run(sql`delete from passkeys where id = ${id} and person_id = ${person}`);
}
