/** The facts of an enterprise whose origin is kept. */
export const tracedFacts = ['name', 'municipality', 'sectorCode', 'jointCommittees', 'workers', 'locale'] as const;
export type TracedFact = (typeof tracedFacts)[number];

/** Where a value came from: the form for help, the page with the facts, or it stood there before this was kept. */
export type OriginSource = 'request' | 'correction' | 'before';

/** One value that a fact had. */
export interface Origin {
  readonly what: TracedFact;
  readonly given: unknown;
  readonly source: OriginSource;
  /** The name of who gave it; null for a visitor, or when it was not kept. */
  readonly by: string | null;
  readonly at: Date;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const same = (one: unknown, other: unknown): boolean =>
  (isNothing(one) && isNothing(other)) || JSON.stringify(one) === JSON.stringify(other);

/** Which facts have another value than before; of a new enterprise, each that has one. */
export function changedFacts(
  before: Partial<Record<TracedFact, unknown>>,
  after: Record<TracedFact, unknown>,
): readonly { readonly what: TracedFact; readonly given: unknown }[] {
  return tracedFacts
    .filter((what) => !same(before[what], after[what]))
    .map((what) => ({ what, given: isNothing(after[what]) ? null : after[what] }));
}
