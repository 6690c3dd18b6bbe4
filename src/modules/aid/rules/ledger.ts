import type { PlainDate } from '#shared/dates.ts';

/** Where a line came from. `reserved` and `settled` are aid of our own programmes; one follows the other. */
export const aidSources = ['declared', 'reserved', 'settled', 'file'] as const;
export type AidSource = (typeof aidSources)[number];

/** What the amount of our own guidance rests on. */
export type AidBasis = 'price' | 'estimate' | 'actual';

/** Why a line took the place of another. */
export const supersedingReasons = ['planApproved', 'sealed', 'stopped', 'declaredAnew', 'corrected'] as const;
export type SupersedingReason = (typeof supersedingReasons)[number];

/** Counts for the budget of a lot and is no aid: guidance of an organisation for which the programme asks no room for aid. */
export const noRegulation = 'none';

/** One line of the ledger as it is kept. Money in whole cents, gross grant equivalent. */
export interface LedgerEntry {
  readonly id: string;
  /** Ten digits: who received the aid. */
  readonly number: string;
  readonly source: AidSource;
  /** `withdrawn`: the line takes the one that it supersedes away. */
  readonly state: 'counts' | 'withdrawn';
  readonly regulation: string;
  readonly grantedOn: PlainDate;
  readonly grantor: string;
  readonly amountCents: number;
  readonly basis?: AidBasis | null | undefined;
  /** After a split: who went on with what the aid was for. */
  readonly usedBy?: string | null | undefined;
  readonly supersedes?: string | null | undefined;
  readonly because?: SupersedingReason | null | undefined;
}

/** The lines that hold: nothing took their place, and they do not merely take another away. The order never matters. */
export function liveEntries<Entry extends Pick<LedgerEntry, 'id' | 'supersedes' | 'state'>>(
  entries: readonly Entry[],
): readonly Entry[] {
  const replaced = new Set(entries.flatMap(({ supersedes }) => supersedes ?? []));
  return entries.filter(({ id, state }) => state === 'counts' && !replaced.has(id));
}

/** What the lines that hold come to: of aid only, each road from reservation to settlement once. */
export function usedCents(entries: readonly LedgerEntry[]): number {
  return liveEntries(entries).reduce(
    (sum, { amountCents, regulation }) => sum + (regulation === noRegulation ? 0 : amountCents),
    0,
  );
}
