import type { PlainDate } from '#shared/dates.ts';
import { rangeOf, type Workers } from './size.ts';

/** A legal parameter with the days between which it holds (both included) and where it stands. */
export interface DatedParameter<Value> {
  readonly from: PlainDate;
  /** Null: until further notice. */
  readonly until: PlainDate | null;
  readonly value: Value;
  /** Shown beside the outcome. */
  readonly source: { readonly title: string; readonly url: string; readonly checkedOn: PlainDate };
}

/** Days of individual training a year for a full-time worker, from this number of workers on. */
export interface TrainingRightStep {
  readonly from: number;
  readonly days: number;
}

export interface TrainingParameters {
  /** From this number of workers on, a training plan has to be made each year. */
  readonly planFrom: readonly DatedParameter<number>[];
  readonly individualRight: readonly DatedParameter<readonly TrainingRightStep[]>[];
  /**
   * The law counts an average of full-time equivalents, the scan asks for people. From `below` under a threshold up to `above`
   * over it the two may fall on different sides, so both outcomes are shown. A choice of the product, not of the law.
   */
  readonly doubt: { readonly below: number; readonly above: number };
}

export interface DutyOutcome {
  /** By the number of people as the scan knows it; `unknown` when it knows none. */
  readonly outcome: 'duty' | 'no_duty' | 'unknown';
  readonly threshold: number;
  /** True when the number lies so near the threshold that the law's own count may decide otherwise: say both. */
  readonly close: boolean;
  readonly source: DatedParameter<number>['source'];
}

export interface RightOutcome {
  /** Days a year for a full-time worker, by the number of people; null when that is not known. */
  readonly days: number | null;
  readonly close: boolean;
  readonly source: DatedParameter<number>['source'];
}

export interface TrainingDuty {
  /** Null when no parameter holds on that day (before the law). */
  readonly plan: DutyOutcome | null;
  readonly right: RightOutcome | null;
}

/**
 * What the training law asks of an enterprise of this size on a day. A band counts from its lowest number, because the bands
 * begin where the law's thresholds lie.
 */
export function trainingDuty(parameters: TrainingParameters, workers: Workers, on: PlainDate): TrainingDuty {
  const range = rangeOf(workers);
  const plan = inForce(parameters.planFrom, on);
  const right = inForce(parameters.individualRight, on);
  const isClose = (threshold: number): boolean =>
    range !== null && range[1] >= threshold - parameters.doubt.below && range[0] <= threshold + parameters.doubt.above;
  return {
    plan: plan && {
      outcome: range === null ? 'unknown' : range[0] >= plan.value ? 'duty' : 'no_duty',
      threshold: plan.value,
      close: isClose(plan.value),
      source: plan.source,
    },
    right: right && {
      days: range && Math.max(0, ...right.value.filter(({ from }) => range[0] >= from).map(({ days }) => days)),
      close: right.value.some(({ from }) => isClose(from)),
      source: right.source,
    },
  };
}

/** The parameter that holds on a day, or null. */
export function inForce<Value>(
  parameters: readonly DatedParameter<Value>[],
  on: PlainDate,
): DatedParameter<Value> | null {
  return parameters.find(({ from, until }) => from <= on && (until === null || on <= until)) ?? null;
}
