import sql from 'sql-template-tag';
import { askAlone } from '../database/pool.ts';
import { hashSecret } from '../sealing.ts';
import { DoorProblem } from './problems.ts';

/** What a token may ask for: this many at once, refilled evenly over a minute. Counted in the database, for all processes together. */
export const usesAMinute = 600;

/** The headers that tell a program how fast it may go on. */
export type AllowanceHeaders = Readonly<Record<string, string>>;

/**
 * Spends one use of a token. Throws `token_unknown` for one that is unknown, revoked, too old or of somebody who is gone
 * (without a word about which), and `too_fast` when its allowance is spent.
 */
export async function spendUse(token: string): Promise<AllowanceHeaders> {
  const rows = await askAlone<{ remaining: number; allowed: boolean }>(
    sql`select remaining, allowed from krachtlijn.spend_token(${hashSecret(token)}, ${usesAMinute}, ${usesAMinute / 60})`,
  );
  const [found] = rows;
  if (!found) throw new DoorProblem('token_unknown');
  const headers = headersFor(found.remaining);
  if (found.allowed) return headers;
  const wait = Math.max(1, Math.ceil((1 - found.remaining) / (usesAMinute / 60)));
  throw new DoorProblem('too_fast', { ...headers, 'retry-after': String(wait) }, { uses: usesAMinute });
}

/** Limit, what is left, and in how many seconds everything is there again. */
export function headersFor(remaining: number): AllowanceHeaders {
  return {
    'ratelimit-policy': `${usesAMinute};w=60`,
    'ratelimit-limit': String(usesAMinute),
    'ratelimit-remaining': String(Math.max(0, Math.floor(remaining))),
    'ratelimit-reset': String(Math.ceil((usesAMinute - remaining) / (usesAMinute / 60))),
  };
}
