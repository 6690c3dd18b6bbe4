import { renderPdf } from '#platform/documents/server/pdf.ts';
import type { Locale } from '#shared/localised.ts';
import type { EligibilityOutcome } from '../rules/decideEligibility.ts';
import { certificateTexts } from './text/index.ts';

/** A decision as it stands on paper: every text, number and date already in the reader's language. */
export interface CertificateDocument {
  readonly enterprise: string;
  readonly title: string;
  readonly lead: string;
  readonly outcome: EligibilityOutcome;
  /** What is said on top when a later decision took its place; null while it counts. */
  readonly superseded: string | null;
  /** Label and value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly conditions: readonly {
    readonly words: string;
    readonly holds: 'yes' | 'no' | 'unknown';
    readonly result: string;
  }[];
  readonly reasons: readonly { readonly text: string; readonly source: string }[];
  readonly figures: readonly {
    readonly who: string;
    readonly figure: string;
    readonly value: string;
    readonly source: string;
  }[];
  /** What is said when not all figures stand there; empty otherwise. */
  readonly moreFigures: string;
  readonly aid: readonly {
    readonly grantor: string;
    readonly date: string;
    readonly regulation: string;
    readonly amount: string;
  }[];
  readonly aidNote: string;
  readonly files: readonly { readonly name: string; readonly kind: string; readonly sha256: string }[];
  readonly check: { readonly code: string; readonly address: string; readonly seal: string; readonly hash: string };
  readonly createdAt?: Date;
}

/** The certificate as tagged PDF. @throws PdfUnavailable where no PDF compiler is installed. */
export function renderCertificate(document: CertificateDocument, locale: Locale): Promise<Uint8Array> {
  const { createdAt, ...data } = document;
  const words = certificateTexts.catalogs[locale] ?? certificateTexts.catalogs.nl;
  return renderPdf({
    template: 'modules/eligibility/documents/certificate.typ',
    data,
    words,
    locale,
    title: `${words.kind} · ${document.enterprise}`,
    running: { kind: words.kind, about: document.enterprise },
    checkCode: document.check.code,
    ...(createdAt && { createdAt }),
  });
}
