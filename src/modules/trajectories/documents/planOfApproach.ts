import { renderPdf } from '#platform/documents/server/pdf.ts';
import type { Locale } from '#shared/localised.ts';
import type { EnterpriseFacts } from './enterpriseFacts.ts';
import { documentTexts } from './text/index.ts';

export type PlanStatus = 'draft' | 'submitted' | 'returned' | 'approved';

/** A plan of approach as it stands on paper: every text, number, amount and date already in the reader's language. */
export interface PlanOfApproachDocument {
  readonly facts: EnterpriseFacts;
  readonly title: string;
  /** The enterprise's own question, in its words. */
  readonly lead: string;
  readonly needs: readonly { readonly theme: string; readonly text: string }[];
  readonly goals: readonly {
    readonly number: string;
    readonly title: string;
    /** Themes of the needs that the goal answers. */
    readonly needs: readonly string[];
    readonly actions: readonly {
      readonly what: string;
      readonly hours: string;
      readonly who: string;
      readonly when: string;
      readonly expected: string;
    }[];
  }[];
  readonly totalHours: string;
  readonly expectations: { readonly ofEnterprise: readonly string[]; readonly ofGuide: readonly string[] };
  readonly cost: {
    readonly rows: readonly { readonly item: string; readonly amount: string }[];
    readonly total: string;
    /** What the enterprise pays itself, and the aid that counts as de minimis. */
    readonly note: string;
  };
  readonly approval: {
    readonly status: PlanStatus;
    /** By whom and when, in one line; may be empty. */
    readonly text: string;
    readonly remarks: readonly { readonly section: string; readonly text: string }[];
  };
  readonly createdAt?: Date;
}

/** The plan of approach as tagged PDF. @throws PdfUnavailable where no PDF compiler is installed. */
export function renderPlanOfApproach(document: PlanOfApproachDocument, locale: Locale): Promise<Uint8Array> {
  const { createdAt, ...data } = document;
  const words = documentTexts.catalogs[locale] ?? documentTexts.catalogs.nl;
  return renderPdf({
    template: 'modules/trajectories/documents/planOfApproach.typ',
    data,
    words,
    locale,
    title: `${words['plan.kind']} · ${document.facts.enterprise}`,
    running: { kind: words['plan.kind'], about: document.facts.enterprise },
    ...(createdAt && { createdAt }),
  });
}
