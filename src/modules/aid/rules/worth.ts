/** What guidance was worth, in whole cents, and what that rests on. */
export interface Worth {
  readonly amountCents: number;
  readonly basis: 'price' | 'estimate' | 'actual';
}

/**
 * The gross grant equivalent of guidance in kind: hours times the price of an hour, less what the enterprise pays itself, and
 * never more than the programme pays for a trajectory. Without a price of an hour the price of the trajectory: the safe side.
 * Source: 2023/2831 art. 3 and 4 (gross grant equivalent, aid other than grants); hours times price is our choice (docs/aid-ledger.md).
 */
export function worthOfGuidance(
  hours: number,
  cost: { readonly rateCents: number | null; readonly ownContributionCents: number | null },
  priceCents: number,
  basis: 'estimate' | 'actual',
): Worth {
  if (cost.rateCents === null) return { amountCents: priceCents, basis: 'price' };
  const worth = Math.max(0, Math.round(hours * cost.rateCents) - (cost.ownContributionCents ?? 0));
  return { amountCents: Math.min(priceCents, worth), basis };
}
