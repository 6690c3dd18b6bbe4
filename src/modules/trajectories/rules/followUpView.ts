import type { PlainDate } from '#shared/dates.ts';
import type { ActionPlan } from './actionPlan.ts';
import type { FollowUpRecord, MomentStanding } from './followUps.ts';
import type { Permission, TrajectoryState } from './states.ts';

export interface MomentView {
  readonly months: number;
  readonly due: PlainDate;
  /** From this day on it may be recorded. */
  readonly from: PlainDate;
  readonly standing: MomentStanding;
  readonly done: {
    readonly on: PlainDate;
    readonly version: number;
    readonly by: string;
    readonly record: FollowUpRecord;
  } | null;
}

/** What the page of the follow-up shows. */
export interface FollowUpView {
  readonly state: TrajectoryState;
  readonly sealedOn: PlainDate | null;
  readonly checkCode: string | null;
  readonly moments: readonly MomentView[];
  /** The moment that can be recorded now, or null. */
  readonly recordable: number | null;
  readonly plan: Pick<ActionPlan, 'practices' | 'next'>;
  readonly records: boolean;
  readonly may: Permission;
  readonly mayCorrect: Permission;
  readonly today: PlainDate;
}
