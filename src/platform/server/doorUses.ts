import sql from 'sql-template-tag';
import { keepAtOnce } from './database/pool.ts';
import { tooOften } from './errors.ts';
import { saltedHash } from './sealing.ts';

const minutes = 10;

/**
 * Counts a use of a public door per caller; refuses when there were more than `atMost` within ten minutes. Before the
 * operation's transaction and apart from it: a guess that is refused was a use all the same.
 */
export async function countUse(address: string, operation: string, atMost: number, now: Date): Promise<void> {
  const slot = new Date(Math.floor(now.getTime() / (minutes * 60_000)) * minutes * 60_000);
  // The salt changes every day, so that yesterday's rows say nothing about today's visitors.
  const caller = saltedHash(`${address} ${now.toISOString().slice(0, 10)}`);
  const { uses } = await keepAtOnce<{
    uses: number;
  }>(sql`insert into door_uses (caller, operation, slot) values (${caller}, ${operation}, ${slot})
    on conflict (caller, operation, slot) do update set uses = door_uses.uses + 1 returning uses`);
  if (uses > atMost) throw tooOften(minutes);
}
