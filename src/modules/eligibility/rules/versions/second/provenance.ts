import type { PlainDate } from '#shared/dates.ts';

/** The three figures of the SME definition, as a key of a period. */
export const figureKeys = ['headcount', 'turnoverCents', 'balanceCents'] as const;
export type FigureKey = (typeof figureKeys)[number];

/** What a file is evidence of. */
export const evidenceKinds = ['annual_accounts', 'declaration', 'ownership', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Where one figure of the enterprise itself comes from; a figure without a source was filled in at the decision. */
export interface FigureSource {
  readonly year: number;
  readonly figure: FigureKey;
  readonly from: 'bookkeeper' | 'reused';
  /** The day on which the bookkeeper gave it, or of the decision that it comes from. */
  readonly on: PlainDate;
  /** The answer of the bookkeeper, or the earlier decision. */
  readonly id: string;
}

/** A file that lay there when it was decided; its hash proves later that it is still that file. */
export interface EvidenceFile {
  readonly attachment: string;
  readonly kind: EvidenceKind;
  readonly sha256: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Where the facts of a decision come from. It is frozen among the facts, so the hash covers it; no rule reads it, so it
 * never changes an outcome.
 */
export interface Provenance {
  readonly figures: readonly FigureSource[];
  readonly files: readonly EvidenceFile[];
  /** What the enterprise declared about earlier aid, agreed and frozen: its document, the hash of it and the day. */
  readonly declaration?: { readonly document: string; readonly hash: string; readonly on: PlainDate } | undefined;
  /** The decision whose facts were taken over. */
  readonly reused?: { readonly decision: string; readonly hash: string; readonly on: PlainDate } | undefined;
}
