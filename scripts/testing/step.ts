/** What one step of `npm test` found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Printed below the step's line when something failed, or when it has something to say. */
  readonly report?: string;
}

/** One step of `npm test`. */
export interface Step {
  readonly name: string;
  /** What it proves, for `--list`. */
  readonly proves: string;
  /** Needs nothing but Node: part of `npm run test:core`. */
  readonly core: boolean;
  /** A step that must have passed, when it is part of the run. */
  readonly after?: string;
  /** Runs beside the step of this name, for neither fills two cores alone; those beside the same one run in turn. */
  readonly beside?: string;
  run(): Promise<Outcome>;
}

export const passed = (report?: string): Outcome => ({ passed: 1, failed: 0, report });
export const failed = (report: string): Outcome => ({ passed: 0, failed: 1, report });
