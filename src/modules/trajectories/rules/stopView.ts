import type { PlainDate } from '#shared/dates.ts';
import type { Permission, TrajectoryState } from './states.ts';

/** What the page shows on which a trajectory is stopped, before and after. */
export interface StopView {
  readonly trajectory: string;
  readonly today: PlainDate;
  readonly manages: boolean;
  readonly may: Permission;
  readonly stopped: {
    readonly on: PlainDate;
    readonly from: TrajectoryState;
    readonly reason: string;
    /** Empty for who does not work in the office. */
    readonly words: string;
  } | null;
}
