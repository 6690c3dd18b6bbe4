import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { hashSecret, openUnderInstance, sealUnderInstance } from '#platform/server/sealing.ts';

/** What a challenge is for; an answer to one purpose is worth nothing for another. */
export type ChallengePurpose = 'passkey_add' | 'passkey_sign_in' | 'provider' | 'connect';

export interface NewChallenge {
  readonly purpose: ChallengePurpose;
  /** What the browser gets and must give back; only its hash is kept. */
  readonly challenge: string;
  readonly minutes: number;
  /** Whose answer counts; left out for who is not known yet. */
  readonly person?: string;
  readonly content?: unknown;
}

export async function keepChallenge(db: Db, asked: NewChallenge, now: Date): Promise<void> {
  const hash = hashSecret(asked.challenge);
  const content = asked.content === undefined ? null : sealUnderInstance(asked.content, `challenge:${hash}`);
  await db.run(sql`insert into sign_in_challenges (hash, purpose, person_id, content, expires_at)
    values (${hash}, ${asked.purpose}, ${asked.person ?? null}, ${content}, ${new Date(now.getTime() + asked.minutes * 60_000)})`);
}

/**
 * Takes a challenge away and gives what was kept with it; undefined when it is unknown, used, too old, or somebody else's.
 * Of two answers at the same moment one gets it.
 */
export async function takeChallenge(
  db: Db,
  { purpose, challenge, person }: Pick<NewChallenge, 'purpose' | 'challenge' | 'person'>,
  now: Date,
): Promise<{ content: unknown } | undefined> {
  const hash = hashSecret(challenge);
  const row = await db.maybe<{ content: Buffer | null; fresh: boolean }>(
    sql`delete from sign_in_challenges where hash = ${hash} and purpose = ${purpose} and person_id is not distinct from ${person ?? null}
      returning content, expires_at > ${now} as fresh`,
  );
  if (!row?.fresh) return undefined;
  return { content: row.content ? openUnderInstance(row.content, `challenge:${hash}`) : undefined };
}

/** Looks at what waits, without taking it. */
export async function peekChallenge(
  db: Db,
  { purpose, challenge }: Pick<NewChallenge, 'purpose' | 'challenge'>,
  now: Date,
): Promise<{ content: unknown } | undefined> {
  const hash = hashSecret(challenge);
  const row = await db.maybe<{ content: Buffer | null }>(
    sql`select content from sign_in_challenges where hash = ${hash} and purpose = ${purpose} and expires_at > ${now}`,
  );
  return row && { content: row.content ? openUnderInstance(row.content, `challenge:${hash}`) : undefined };
}

/** Challenges that nobody answered; gives how many went. */
export function forgetOldChallenges(db: Db, now: Date): Promise<number> {
  return db.run(sql`delete from sign_in_challenges where expires_at < ${now}`);
}
