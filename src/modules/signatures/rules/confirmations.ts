/** Both sides say yes to the same words: the enterprise, and whoever guides on behalf of the provider. */
export const parties = ['enterprise', 'guide'] as const;
export type Party = (typeof parties)[number];

export interface Confirmation {
  readonly party: Party;
  /** The hash of the content that was in front of them. */
  readonly hash: string;
}

export interface Standing {
  readonly confirmed: readonly Party[];
  readonly missing: readonly Party[];
  /** All that are needed said yes to this very content. */
  readonly complete: boolean;
}

/** Who confirmed this content. A confirmation of other words does not count: a change voids it. */
export function standingOf(
  hash: string,
  confirmations: readonly Confirmation[],
  needed: readonly Party[] = parties,
): Standing {
  const confirmed = needed.filter((party) => confirmations.some((one) => one.party === party && one.hash === hash));
  const missing = needed.filter((party) => !confirmed.includes(party));
  return { confirmed, missing, complete: missing.length === 0 };
}
