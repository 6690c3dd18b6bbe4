import type { PlainDate } from '#shared/dates.ts';

/** What makes a sample: the same four always give the same files. */
export interface SampleAsked {
  readonly seed: string;
  readonly size: number;
  readonly lot: string | null;
  /** Only trajectories that started on or before this day: later ones do not change the sample. */
  readonly until: PlainDate;
}

/** The text of a manifest as `sha256sum -c` reads it: one line a file, in the order of their names. */
export function manifestOf(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}
