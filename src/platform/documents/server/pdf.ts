import { textFor } from '#platform/text/index.ts';
import { localeTags, type Locale } from '#shared/localised.ts';
import { layoutTexts } from '../text/index.ts';
import { drawable, printable, printableData } from './printable.ts';
import { compiler, fontFamilies } from './typst.ts';

export { PdfUnavailable } from './typst.ts';

/** A drawing with the words that carry the same facts for who cannot see it. */
export interface Picture {
  readonly svg: string;
  readonly alt: string;
}

export interface PdfRequest {
  /** The template's path below `src`, such as `modules/maturity/documents/scanResult.typ`. It exports `render(data, words, images)`. */
  readonly template: string;
  /** Anything that JSON can hold. Numbers and dates arrive as text, already written for the locale. */
  readonly data: object;
  /** The document's fixed words in its language, for example `texts.catalogs[locale]`. */
  readonly words?: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly title: string;
  /** What kind of document it is and for whom: stands at the top of every page. */
  readonly running?: { readonly kind: string; readonly about: string };
  /** Stands at the foot of every page. */
  readonly checkCode?: string | null;
  readonly images?: Readonly<Record<string, Picture>>;
  /** Written into the document's properties. Without it the same request always gives the same bytes. */
  readonly createdAt?: Date;
}

/** The template or its data are wrong: a fault of ours, never of what somebody typed. */
export class PdfFailed extends Error {
  readonly code = 'documents.pdfFailed';

  constructor(template: string, reasons: string) {
    super(`The PDF of ${template} could not be made: ${reasons}`);
    this.name = 'PdfFailed';
  }
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Makes a tagged PDF (PDF/UA-1) from a template and data. Data travel as JSON, so nothing in them is read as markup.
 * Documents are made one after the other, and between two of them the process answers whoever is waiting.
 *
 * @throws PdfUnavailable when this computer has no PDF compiler; PdfFailed when the template does not fit the data.
 */
export function renderPdf(request: PdfRequest): Promise<Uint8Array> {
  const made = turn.then(() => new Promise((next) => setImmediate(next))).then(() => render(request));
  turn = made.catch(() => undefined);
  return made;
}

function render(request: PdfRequest): Uint8Array {
  const typst = compiler();
  const compiled = typst.compile({
    mainFileContent: mainFile(request.template),
    inputs: { payload: JSON.stringify(payloadOf(request)) },
  });
  try {
    if (compiled.hasError() || !compiled.result) {
      const error = compiled.takeDiagnostics() ?? compiled.takeError();
      throw new PdfFailed(request.template, error ? JSON.stringify(typst.fetchDiagnostics(error)) : 'no reason given');
    }
    const createdAt = request.createdAt && Math.floor(request.createdAt.getTime() / 1000);
    return typst.pdf(compiled.result, {
      pdfStandard: 'ua-1',
      ...(createdAt !== undefined && { creationTimestamp: createdAt }),
    });
  } catch (error) {
    throw error instanceof PdfFailed ? error : new PdfFailed(request.template, String(error));
  } finally {
    // What the last ten documents did not use is forgotten: memory stays flat, the letters and templates stay warm.
    typst.evictCache(10);
  }
}

function payloadOf(request: PdfRequest): object {
  const layout = textFor(layoutTexts, request.locale);
  return {
    sheet: {
      fonts: fontFamilies,
      language: request.locale,
      region: localeTags[request.locale].slice(-2),
      dated: request.createdAt !== undefined,
      title: printable(request.title),
      kind: printable(request.running?.kind ?? ''),
      about: printable(shortened(request.running?.about ?? '')),
      checkCode: printable(request.checkCode ?? ''),
      checkCodeLabel: layout('checkCode'),
      page: layout('page', { page: '@page', pages: '@pages' }),
    },
    words: printableData(request.words ?? {}),
    data: printableData(request.data),
    images: Object.fromEntries(
      Object.entries(request.images ?? {}).map(([name, { svg, alt }]) => [
        name,
        { svg: drawable(svg), alt: printable(alt) },
      ]),
    ),
  };
}

/** A name that fits on the one line at the top of a page. */
function shortened(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 68).trimEnd()}…` : line;
}

/** Only the path of the template ever becomes source, and paths are ours. */
function mainFile(template: string): string {
  if (!/^[\w/-]+\.typ$/.test(template)) throw new PdfFailed(template, 'this is no path of a template');
  return [
    '#import "/platform/documents/templates/layout.typ": sheet',
    `#import "/${template}": render`,
    '#let payload = json(bytes(sys.inputs.payload))',
    '#show: sheet.with(payload.sheet)',
    '#render(payload.data, payload.words, payload.images)',
  ].join('\n');
}
