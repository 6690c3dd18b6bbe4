import { firm, given, type CaseFile, type TableCase } from './case.testing.ts';

/** A case about the size of A among others. */
export const size = (
  name: string,
  enterprises: CaseFile['enterprises'],
  holdings: NonNullable<CaseFile['holdings']>,
  sme: Readonly<Record<string, unknown>>,
  more: { readonly because?: readonly string[]; readonly outcome?: string; readonly given?: Partial<CaseFile> } = {},
): TableCase => ({
  name,
  given: given({ enterprises, holdings, ...more.given }),
  answer: { sme, ...(more.outcome === undefined ? {} : { outcome: more.outcome }) },
  ...(more.because && { because: more.because }),
});

export const tiny = firm(5, 1, 1);
