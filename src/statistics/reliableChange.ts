import { normalCritical } from './distributions/normal.ts';
import { type Reason } from './reason.ts';

export interface ReliableChange {
  /** The change in standard errors of a difference. */
  readonly index: number | undefined;
  readonly standardErrorOfDifference: number | undefined;
  /** A change of more than this is unlikely to be error of measurement alone. */
  readonly criticalDifference: number | undefined;
  readonly verdict: 'rise' | 'fall' | 'no reliable change' | undefined;
  readonly reasons: readonly Reason[];
}

/**
 * Jacobson and Truax's reliable change of one person: (after − before) / (√2 · sd · √(1 − reliability)), against the
 * normal distribution. `sd` of the scale before, `reliability` 0 to below 1.
 * Source: N. Jacobson and P. Truax, Clinical significance (1991). Meant for the person, never for the employer.
 */
export function reliableChange(
  change: { readonly before: number; readonly after: number; readonly sd: number; readonly reliability: number },
  level = 0.95,
): ReliableChange {
  const { before, after, sd, reliability } = change;
  if (!(reliability >= 0 && reliability < 1 && sd > 0 && Number.isFinite(after - before)))
    return {
      index: undefined,
      standardErrorOfDifference: undefined,
      criticalDifference: undefined,
      verdict: undefined,
      reasons: [
        {
          of: 'index',
          why: 'out-of-range',
          text: 'Reliable change needs an sd above 0 and a reliability from 0 to below 1.',
        },
      ],
    };
  const error = Math.SQRT2 * sd * Math.sqrt(1 - reliability);
  const critical = normalCritical(level) * error;
  const difference = after - before;
  return {
    index: difference / error,
    standardErrorOfDifference: error,
    criticalDifference: critical,
    verdict: Math.abs(difference) <= critical ? 'no reliable change' : difference > 0 ? 'rise' : 'fall',
    reasons: [],
  };
}
