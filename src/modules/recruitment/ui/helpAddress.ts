import type { AboutValues } from '../rules/views.ts';

/** The address of the page with the first half filled in: nothing is kept in between, so it travels there. */
export function helpAddress(
  about: AboutValues,
  scan: string | null,
  more: Readonly<Record<string, string>> = {},
): string {
  const { number, words, sector, lot, organisationKind, careKind, workers, municipality } = about;
  const parts = { number, organisationKind, words, wordsBefore: words, sector, lot, careKind, workers, municipality };
  const filled = Object.entries({ asked: '1', ...parts, scan: scan ?? '', ...more }).filter(
    ([, value]) => value !== '',
  );
  return `/help?${new URLSearchParams(filled)}`;
}
