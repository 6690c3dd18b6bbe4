import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { hashSecret, newSecret } from '#platform/server/sealing.ts';
import { hintOf, tokenPrefix } from '../rules/tokens.ts';

export interface NewToken {
  /** Whose rights it carries: a person, or a machine account with its place. */
  readonly person: string;
  readonly place?: { readonly programme: string; readonly lot: string | null; readonly provider: string | null };
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
  readonly by: string;
}

/** Makes a token and gives it readable, the only time that it is. */
export async function addToken(db: Db, token: NewToken, now: Date): Promise<{ id: string; secret: string }> {
  const secret = tokenPrefix + newSecret().secret;
  const id = newId();
  const expires = new Date(now.getTime() + token.days * 86_400_000);
  await db.run(sql`insert into access_tokens (id, token_hash, hint, person_id, programme_id, lot_id, provider_id, name, scopes, made_by, made_at, expires_at)
    values (${id}, ${hashSecret(secret)}, ${hintOf(secret)}, ${token.person}, ${token.place?.programme ?? null}, ${token.place?.lot ?? null}, ${token.place?.provider ?? null},
      ${token.name}, ${[...token.scopes]}, ${token.by}, ${now}, ${expires})`);
  return { id, secret };
}

export interface TokenRow {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** The tokens of some people that still work, the newest first. */
export function openTokens(db: Db, people: readonly string[], now: Date): Promise<TokenRow[]> {
  return db.many(sql`select id, person_id as person, name, hint, scopes, made_at as "madeAt", expires_at as "expiresAt", used_at as "usedAt"
    from access_tokens where person_id = any (${[...people]}::uuid[]) and revoked_at is null and expires_at > ${now}
    order by made_at desc, id desc limit 500`);
}

/** Ends a token of somebody, at once; gives how many that were (0 for another's, an unknown or an ended one). */
export function revokeToken(db: Db, person: string, token: string, now: Date): Promise<number> {
  return db.run(
    sql`update access_tokens set revoked_at = ${now} where id = ${token} and person_id = ${person} and revoked_at is null`,
  );
}

export function revokeTokensOf(db: Db, person: string, now: Date): Promise<number> {
  return db.run(sql`update access_tokens set revoked_at = ${now} where person_id = ${person} and revoked_at is null`);
}
