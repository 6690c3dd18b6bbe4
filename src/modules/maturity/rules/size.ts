/** The bands in which the scan asks for the number of workers. */
export const workerBands = ['1-9', '10-19', '20-49', '50-99', '100-249', '250+'] as const;

export type WorkerBand = (typeof workerBands)[number];

/** The sizes to which next steps are cut. */
export const stepSizes = ['under20', 'from20', 'from50'] as const;

export type StepSize = (typeof stepSizes)[number];

/** The lowest and highest number of people in a band; the last band has no highest. */
export const bandLimits: Readonly<Record<WorkerBand, readonly [number, number]>> = {
  '1-9': [1, 9],
  '10-19': [10, 19],
  '20-49': [20, 49],
  '50-99': [50, 99],
  '100-249': [100, 249],
  '250+': [250, Infinity],
};

/** What the scan knows about the number of workers; the exact number goes before the band. */
export interface Workers {
  readonly exact?: number | undefined;
  readonly band?: WorkerBand | undefined;
}

/** The fewest and the most people that there can be, or null when nothing is known. */
export function rangeOf(workers: Workers): readonly [number, number] | null {
  if (workers.exact !== undefined) return [workers.exact, workers.exact];
  return workers.band === undefined ? null : bandLimits[workers.band];
}

/** The size for next steps. Unknown counts as small: a small step is never too heavy. */
export function stepSizeOf(workers: Workers): StepSize {
  const fewest = rangeOf(workers)?.[0] ?? 0;
  if (fewest >= 50) return 'from50';
  return fewest >= 20 ? 'from20' : 'under20';
}

/** The band and the exact number out of the answers of a scan; anything else is ignored. */
export function workersIn(answers: Readonly<Record<string, unknown>>): Workers {
  const band = answers['about.workers'];
  const exact = answers['about.workersExact'];
  return {
    ...(typeof exact === 'number' && Number.isInteger(exact) && exact > 0 ? { exact } : {}),
    ...(workerBands.includes(band as WorkerBand) ? { band: band as WorkerBand } : {}),
  };
}

/** True when the exact number lies outside the band that was chosen: the page asks which of the two is right. */
export function numbersDisagree({ exact, band }: Workers): boolean {
  if (exact === undefined || band === undefined) return false;
  const [fewest, most] = bandLimits[band];
  return exact < fewest || exact > most;
}
