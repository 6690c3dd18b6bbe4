import type { TrajectoryState } from './states.ts';

/** The stations that everybody sees; each has a text `station.<name>`. */
export const stations = ['intake', 'decision', 'scan', 'plan', 'guidance', 'action_plan', 'follow_up'] as const;
export type Station = (typeof stations)[number];

/** `open`: optional and still possible. `skipped`: optional, passed by without it. `stopped`: here it ended. */
export type StationStatus = 'done' | 'current' | 'upcoming' | 'open' | 'skipped' | 'stopped';

export interface Step {
  readonly station: Station;
  /** 1 to 7. */
  readonly number: number;
  readonly status: StationStatus;
}

const stationOf: Readonly<Record<Exclude<TrajectoryState, 'completed' | 'stopped'>, Station>> = {
  intake: 'intake',
  eligibility: 'decision',
  agreement: 'decision',
  planning: 'plan',
  guidance: 'guidance',
  closing: 'action_plan',
  follow_up: 'follow_up',
};

/**
 * A state as seven stations. Scan and survey are no state, since they are encouraged and never required: `scanDone` says
 * whether the enterprise has one. A stopped trajectory needs the state in which it was stopped.
 */
export function stepper(
  state: TrajectoryState,
  {
    scanDone = false,
    stoppedIn = 'intake',
  }: { readonly scanDone?: boolean; readonly stoppedIn?: TrajectoryState } = {},
): readonly Step[] {
  const reached = state === 'stopped' ? stoppedIn : state;
  const here =
    reached === 'completed' || reached === 'stopped' ? stations.length : stations.indexOf(stationOf[reached]);
  return stations.map((station, at) => {
    const number = at + 1;
    if (station === 'scan') {
      // Useful until the plan is agreed on: it feeds the plan.
      const status = scanDone
        ? 'done'
        : state === 'stopped' || at < here - 1
          ? 'skipped'
          : at < here
            ? 'open'
            : 'upcoming';
      return { station, number, status };
    }
    if (at === here) return { station, number, status: state === 'stopped' ? 'stopped' : 'current' };
    return { station, number, status: at < here ? 'done' : 'upcoming' };
  });
}

/** The step to show on a phone, where the stepper shrinks to one line of text: the current or stopped one, else the last. */
export function currentStep(steps: readonly Step[]): Step {
  return steps.find(({ status }) => status === 'current' || status === 'stopped') ?? steps.at(-1)!;
}
