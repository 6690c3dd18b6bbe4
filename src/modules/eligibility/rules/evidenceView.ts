import type { PlainDate } from '#shared/dates.ts';
import type { EvidenceFile } from './provenance.ts';

export interface ShownEvidence extends EvidenceFile {
  readonly name: string;
}

/** The files beside the next decision, and those that are frozen with earlier ones. */
export interface EvidenceView {
  readonly trajectory: { readonly id: string; readonly enterprise: string; readonly enterpriseName: string };
  readonly next: readonly (ShownEvidence & { readonly id: string })[];
  readonly frozen: readonly {
    readonly decision: string;
    readonly on: PlainDate;
    readonly files: readonly ShownEvidence[];
  }[];
  readonly mayAdd: boolean;
  /** Whether a decision can still come. */
  readonly open: boolean;
}
