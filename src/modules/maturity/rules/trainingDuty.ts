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
  /** `close`: the number of people lies so near the threshold that the exact count decides. `unknown`: no number was given. */
  readonly outcome: 'duty' | 'no_duty' | 'close' | 'unknown';
  readonly threshold: number;
  readonly source: DatedParameter<number>['source'];
}

export interface RightOutcome {
  /** The fewest and the most days a year for a full-time worker that may hold; equal when there is no doubt. */
  readonly days: readonly [number, number] | null;
  readonly source: DatedParameter<number>['source'];
}

export interface TrainingDuty {
  /** Null when no parameter holds on that day (before the law). */
  readonly plan: DutyOutcome | null;
  readonly right: RightOutcome | null;
}

/** What the training law asks of an enterprise of this size on a day. It says where it is not sure. */
export function trainingDuty(parameters: TrainingParameters, workers: Workers, on: PlainDate): TrainingDuty {
  const range = rangeOf(workers);
  const plan = inForce(parameters.planFrom, on);
  const right = inForce(parameters.individualRight, on);
  return {
    plan: plan && {
      outcome: range ? outcomeFor(range, plan.value, parameters.doubt) : 'unknown',
      threshold: plan.value,
      source: plan.source,
    },
    right: right && { days: range && daysFor(range, right.value, parameters.doubt), source: right.source },
  };
}

/** The parameter that holds on a day, or null. */
export function inForce<Value>(
  parameters: readonly DatedParameter<Value>[],
  on: PlainDate,
): DatedParameter<Value> | null {
  return parameters.find(({ from, until }) => from <= on && (until === null || on <= until)) ?? null;
}

type Range = readonly [fewest: number, most: number];

function outcomeFor(
  [fewest, most]: Range,
  threshold: number,
  doubt: TrainingParameters['doubt'],
): DutyOutcome['outcome'] {
  if (fewest > threshold + doubt.above) return 'duty';
  if (most < threshold - doubt.below) return 'no_duty';
  return 'close';
}

function daysFor(range: Range, steps: readonly TrainingRightStep[], doubt: TrainingParameters['doubt']): Range {
  const most = (outcomes: readonly DutyOutcome['outcome'][]): number =>
    Math.max(
      0,
      ...steps.filter(({ from }) => outcomes.includes(outcomeFor(range, from, doubt))).map(({ days }) => days),
    );
  return [most(['duty']), most(['duty', 'close'])];
}
