import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One element of a PDF's tag tree, as a screen reader walks it. */
export interface TagElement {
  readonly role: string;
  /** The words of a heading. */
  readonly title: string | null;
  /** The words that stand for a drawing. */
  readonly alt: string | null;
  /** What a header cell is the header of. */
  readonly scope: string | null;
  readonly children: readonly TagElement[];
}

export interface ReadPdf {
  readonly title: string | null;
  readonly language: string | null;
  readonly marked: boolean;
  readonly displaysTitle: boolean;
  /** The part of PDF/UA that the file says it keeps, from its metadata; null when it says nothing. */
  readonly universalAccess: string | null;
  readonly tags: TagElement;
  readonly links: readonly string[];
}

/** Reads what makes a PDF accessible. Enough for files of our own compiler, which leaves its objects unpacked. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const [, id, body] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)(?:stream\r?\n|endobj)/g)) {
    objects.set(Number(id), body!);
  }
  const withType = (type: string) => [...objects.values()].find((body) => body.includes(`/Type /${type}`)) ?? '';
  const catalog = withType('Catalog');
  const root = /\/K \[(\d+) 0 R/.exec(withType('StructTreeRoot'));
  if (!root) throw new Error('This PDF has no tags');
  const metadata = Buffer.from(raw, 'latin1').toString('utf8');
  return {
    title: /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(metadata)?.[1] ?? null,
    language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1] ?? null,
    marked: /\/Marked true/.test(catalog),
    displaysTitle: /\/DisplayDocTitle true/.test(catalog),
    universalAccess: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(metadata)?.[1] ?? null,
    tags: tagOf(Number(root[1]), objects),
    links: [...raw.matchAll(/\/URI \(((?:[^()\\]|\\.)*)\)/g)].map(([, address]) => address!),
  };
}

function tagOf(id: number, objects: ReadonlyMap<number, string>): TagElement {
  const body = objects.get(id) ?? '';
  const kids = /\/K \[((?:<<[\s\S]*?>>|[^\]])*)\]/.exec(body)?.[1]?.replaceAll(/<<[\s\S]*?>>/g, '') ?? '';
  return {
    role: /\/S \/(\w+)/.exec(body)?.[1] ?? '',
    title: words(body, 'T'),
    alt: words(body, 'Alt'),
    scope: /\/Scope \/(\w+)/.exec(body)?.[1] ?? null,
    children: [...kids.matchAll(/(\d+) 0 R/g)].map(([, kid]) => tagOf(Number(kid), objects)),
  };
}

function words(body: string, key: string): string | null {
  const plain = new RegExp(`/${key} \\(((?:[^()\\\\]|\\\\.)*)\\)`).exec(body)?.[1];
  if (plain !== undefined) return plain.replaceAll(/\\(.)/g, '$1');
  const wide = new RegExp(`/${key} <FEFF([0-9A-F]*)>`, 'i').exec(body)?.[1];
  return wide === undefined ? null : Buffer.from(wide, 'hex').swap16().toString('utf16le');
}

/** Every element below and including this one, in reading order. */
export function allTags(tag: TagElement): TagElement[] {
  return [tag, ...tag.children.flatMap(allTags)];
}

/** What Poppler's `pdfinfo` says of the file: an independent reader opened it. */
export function pdfInfo(bytes: Uint8Array): Record<string, string> {
  const lines = poppler('pdfinfo', bytes, []).split('\n');
  return Object.fromEntries(lines.map((line) => [line.split(':')[0]!, line.slice(line.indexOf(':') + 1).trim()]));
}

/** All words of the file in reading order, as Poppler's `pdftotext` finds them; spaces and line ends become one space. */
export function pdfText(bytes: Uint8Array): string {
  const text = poppler('pdftotext', bytes, ['-']);
  return text.replaceAll(/[\u00ad\u200b]/g, '').replaceAll(/\s+/g, ' ');
}

/** A font of the file, as Poppler's `pdffonts` finds it. */
export interface PdfFont {
  readonly name: string;
  readonly embedded: boolean;
  /** Each of its glyphs says which character it is, so that words can be read aloud and copied. */
  readonly toUnicode: boolean;
}

export function pdfFonts(bytes: Uint8Array): PdfFont[] {
  const lines = poppler('pdffonts', bytes, []).split('\n').slice(2);
  return lines.flatMap((line) => {
    const [, name, embedded, toUnicode] = /^(\S+).*?\s(yes|no)\s+(?:yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line) ?? [];
    return name ? [{ name, embedded: embedded === 'yes', toUnicode: toUnicode === 'yes' }] : [];
  });
}

function poppler(program: string, bytes: Uint8Array, after: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'krachtlijn-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    return execFileSync(program, [...(program === 'pdffonts' ? [] : ['-enc', 'UTF-8']), file, ...after], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`${program} is missing: install Poppler's tools (on Debian: apt-get install poppler-utils)`, {
      cause: error,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
