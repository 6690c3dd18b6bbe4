import { renderPdf } from '#platform/documents/server/pdf.ts';
import type { Locale } from '#shared/localised.ts';
import type { EnterpriseFacts } from './enterpriseFacts.ts';
import { documentTexts } from './text/index.ts';

export type GoalResult = 'done' | 'partly' | 'different' | 'open';

/** An action plan as it stands on paper: every text, number and date already in the reader's language. */
export interface ActionPlanDocument {
  readonly facts: EnterpriseFacts;
  readonly title: string;
  readonly lead: string;
  readonly goals: readonly {
    readonly number: string;
    readonly title: string;
    readonly agreed: string;
    readonly done: string;
    readonly result: GoalResult;
    /** Empty when all went as agreed. */
    readonly why: string;
  }[];
  readonly practices: readonly { readonly practice: string; readonly anchored: string; readonly caretaker: string }[];
  readonly steps: readonly { readonly what: string; readonly owner: string; readonly until: string }[];
  readonly embedding: readonly string[];
  readonly followUp: readonly { readonly moment: string; readonly date: string; readonly how: string }[];
  readonly confirmations: readonly {
    /** Which side confirms, such as "For the enterprise". */
    readonly side: string;
    readonly name: string;
    readonly role: string;
    /** "Confirmed on 12 March 2027"; null while waiting, then a line to sign is left. */
    readonly confirmed: string | null;
  }[];
  /** Null until both sides have confirmed. */
  readonly seal: {
    /** SHA-256 of what was sealed, in hexadecimal. */
    readonly hash: string;
    readonly checkCode: string;
    /** Web address where the code can be entered. */
    readonly verifyAt: string;
    readonly sealedOn: string;
  } | null;
  readonly createdAt?: Date;
}

/** The action plan as tagged PDF. @throws PdfUnavailable where no PDF compiler is installed. */
export function renderActionPlan(document: ActionPlanDocument, locale: Locale): Promise<Uint8Array> {
  const { createdAt, ...data } = document;
  const words = documentTexts.catalogs[locale] ?? documentTexts.catalogs.nl;
  return renderPdf({
    template: 'modules/trajectories/documents/actionPlan.typ',
    data,
    words,
    locale,
    title: `${words['action.kind']} · ${document.facts.enterprise}`,
    running: { kind: words['action.kind'], about: document.facts.enterprise },
    checkCode: document.seal?.checkCode ?? null,
    ...(createdAt && { createdAt }),
  });
}
