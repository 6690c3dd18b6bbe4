import type { Reason } from '#shared/decision.ts';
import type { Condition } from '#modules/programmes/index.ts';

/** What one condition comes to. `unknown` always names what is missing. */
export interface Verdict {
  readonly condition: Condition;
  readonly holds: 'yes' | 'no' | 'unknown';
  readonly reasons: readonly Reason[];
}

export type Facts = Readonly<Record<string, string | number | undefined>>;

/** A reason; figures that are not known are left out of it. */
export function reason(weight: Reason['weight'], code: string, facts: Facts = {}): Reason {
  const given = Object.entries(facts).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return { code, weight, facts: Object.fromEntries(given) };
}

/** Whole cents as euro: what a sentence shows. */
export const euro = (cents: number): number => cents / 100;
