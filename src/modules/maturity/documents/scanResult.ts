import { renderPdf, type Picture } from '#platform/documents/server/pdf.ts';
import type { Locale } from '#shared/localised.ts';
import { documentTexts } from './text/index.ts';

/** The five profiles, and `none` for the situation without a policy yet. They choose the colour only. */
export type ProfileKey = 'ambition' | 'foundation' | 'journey' | 'growth' | 'learning' | 'none';

/** The result of a scan as it stands on paper: every text, number and date already in the reader's language. */
export interface ScanResultDocument {
  /** Empty when the scan was not claimed by an enterprise. */
  readonly enterprise: string;
  /** Short facts beside the name: how many workers, when and in which role it was filled in. */
  readonly facts: readonly string[];
  readonly headline: string;
  readonly lead: string;
  /** What the result rests on, such as the number of answers. */
  readonly basis: string;
  /** The band of five steps. Without it the table stands alone. */
  readonly picture: Picture | null;
  readonly profiles: readonly {
    readonly profile: ProfileKey;
    /** "1" to "5"; empty for `none`. */
    readonly number: string;
    readonly name: string;
    readonly what: string;
    readonly fit: string;
    readonly score: string;
  }[];
  readonly why: readonly {
    readonly profile: ProfileKey;
    readonly name: string;
    readonly text: string;
    readonly for: readonly string[];
    readonly against: readonly string[];
    /** How far it is to the neighbouring profiles; may be empty. */
    readonly neighbours: string;
  }[];
  /** A second scan (change) or a second person's scan (disagreement) beside this one. */
  readonly comparison: {
    readonly title: string;
    readonly text: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
  readonly steps: readonly {
    readonly profile: ProfileKey;
    /** What the step does: strengthens a profile, or leads to a neighbour. */
    readonly toward: string;
    readonly title: string;
    readonly text: string;
    /** How long, with whom, with which aid. */
    readonly facts: readonly string[];
  }[];
  /** Whether the duty to have a training plan applies, and what that means here. */
  readonly trainingPlan: { readonly title: string; readonly text: string };
  /** Web address where help can be asked. */
  readonly helpAt: string | null;
  /** Date of making and version of the scan, in one line. */
  readonly made: string;
  readonly createdAt?: Date;
}

/** The scan result as tagged PDF. @throws PdfUnavailable where no PDF compiler is installed. */
export function renderScanResult(document: ScanResultDocument, locale: Locale): Promise<Uint8Array> {
  const { picture, createdAt, ...data } = document;
  const words = documentTexts.catalogs[locale] ?? documentTexts.catalogs.nl;
  return renderPdf({
    template: 'modules/maturity/documents/scanResult.typ',
    data,
    words,
    locale,
    title: document.enterprise ? `${words.kind} · ${document.enterprise}` : words.kind,
    running: { kind: words.kind, about: document.enterprise },
    images: picture ? { picture } : {},
    ...(createdAt && { createdAt }),
  });
}
