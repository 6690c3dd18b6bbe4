/**
 * Loaded before the program of which pictures are taken: its clock starts on the day after the example was planted, so
 * that «late», «this week» and «new» look the same whenever the pictures are made.
 */
const started = Date.now;
const begun = started();
export const morning = Date.parse('2026-11-03T09:30:00+01:00');
const RealDate = Date;

class ExampleDate extends RealDate {
  constructor(...given: [] | ConstructorParameters<DateConstructor>) {
    if (given.length === 0) super(ExampleDate.now());
    else super(...(given as [number]));
  }
  static override now(): number {
    return morning + (started() - begun);
  }
}

globalThis.Date = ExampleDate as DateConstructor;
