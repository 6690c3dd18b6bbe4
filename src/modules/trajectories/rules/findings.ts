/**
 * Something that a document still needs. `missing` keeps it from going on; `thin` and `copied` only make one think.
 * `path` is the form's own (`goals.0.title`), so that the sentence stands beside its field; `key` names a text of this
 * module; days among the parameters are `YYYY-MM-DD` (see `readableParameters` in `#shared/dayText.ts`).
 */
export interface Finding {
  readonly path: string;
  readonly severity: 'missing' | 'thin' | 'copied';
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Parameters = Finding['params'];

export const missing = (path: string, key: string, params: Parameters = {}): Finding => ({
  path,
  severity: 'missing',
  key,
  params,
});

export const thin = (path: string, key: string, params: Parameters = {}): Finding => ({
  path,
  severity: 'thin',
  key,
  params,
});

/** The findings that keep a document from going on. */
export const blocking = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.severity === 'missing');

/** The number of words in a text, in any of the house's languages. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** A text that has to be there: `missing` when empty, `thin` when it has fewer words than `atLeast`. */
export function textFindings(
  path: string,
  text: string,
  keys: { readonly empty: string; readonly short: string },
  atLeast: number,
  params: Parameters = {},
): readonly Finding[] {
  const count = wordCount(text);
  if (count === 0) return [missing(path, keys.empty, params)];
  return count < atLeast ? [thin(path, keys.short, params)] : [];
}
