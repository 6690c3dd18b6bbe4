import sql from 'sql-template-tag';
import type { Locale } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { openForPerson, sealForPerson } from '#platform/server/people.ts';
import { saltedHash } from '#platform/server/sealing.ts';
import type { ProviderIdentity } from '../rules/providerIdentity.ts';

/** An account at a provider that waits to be connected, or that is. */
export interface Account {
  readonly issuer: string;
  readonly identity: ProviderIdentity;
}

/** An account at a provider is one person for good: found by issuer and subject, never by an e-mail address. */
function lookupOf({ issuer, identity }: Account): string {
  return saltedHash(`identity:${issuer}:${identity.sub}`);
}

export function personOf(
  db: Db,
  account: Account,
): Promise<{ id: string; person: string; locale: Locale } | undefined> {
  return db.maybe(sql`select i.id, i.person_id as person, p.locale from provider_identities i
    join people p on p.id = i.person_id and p.erased_at is null where i.lookup = ${lookupOf(account)}`);
}

export async function noteIdentityUse(db: Db, id: string, now: Date): Promise<void> {
  await db.run(sql`update provider_identities set used_at = ${now} where id = ${id}`);
}

/** Connects an account to a person; undefined when it is connected already, to whomever. */
export async function keepIdentity(db: Db, person: string, account: Account, now: Date): Promise<string | undefined> {
  const id = newId();
  const sealed = await sealForPerson(db, person, { name: account.identity.name, issuer: account.issuer });
  const added = await db.run(sql`insert into provider_identities (id, person_id, lookup, sealed, created_at)
      values (${id}, ${person}, ${lookupOf(account)}, ${sealed}, ${now}) on conflict do nothing`);
  return added === 1 ? id : undefined;
}

/** An account of the person who looks. */
export interface OwnIdentity {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly createdAt: Date;
}

export async function identitiesOf(db: Db, person: string): Promise<OwnIdentity[]> {
  const rows = await db.many<{ id: string; sealed: Buffer; createdAt: Date }>(
    sql`select id, sealed, created_at as "createdAt" from provider_identities where person_id = ${person} order by id limit 20`,
  );
  return Array.fromAsync(rows, async ({ sealed, ...row }) => ({
    ...row,
    ...(await openForPerson<{ name: string; issuer: string }>(db, person, sealed)),
  }));
}

export function removeIdentity(db: Db, person: string, id: string): Promise<number> {
  return db.run(sql`delete from provider_identities where id = ${id} and person_id = ${person}`);
}

/** The provider’s token of a session that ended within the last minutes, for signing out there as well. */
export async function tokenToLeave(db: Db, sessionHash: string, now: Date): Promise<string | undefined> {
  const since = new Date(now.getTime() - 15 * 60_000);
  const row = await db.maybe<{
    person: string;
    token: Buffer;
  }>(sql`select person_id as person, provider_token as token from web_sessions
    where token_hash = ${sessionHash} and provider_token is not null and revoked_at > ${since}`);
  return row && openForPerson<string>(db, row.person, row.token);
}
