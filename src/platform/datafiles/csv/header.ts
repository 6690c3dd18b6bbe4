import { DataFileProblem } from '../problem.ts';
import type { Pieces } from './pieces.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Bytes as text. @throws DataFileProblem when they are no UTF-8
 */
export function decode(bytes: Uint8Array, file: string, line: number, column?: string): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new DataFileProblem({ file, line, column }, 'the accents are not in UTF-8', 'Save it as "CSV UTF-8".');
  }
}

/** Reads the line of names and leaves `source` behind it. `lines`: how many lines it took. */
export function headerOf(file: string, source: Pieces, separator: number): { names: string[]; lines: number } {
  for (;;) {
    const found = scanHeader(source, separator);
    if (found.complete || source.ended) {
      const { fields, next, lines, open } = found;
      if (open) throw unclosedQuote(file, 1);
      source.start = Math.min(next, source.end);
      const names = fields.map(({ from, to, quotes }) =>
        unquote(decode(source.bytes.subarray(from, to), file, 1), quotes).trim(),
      );
      return { names, lines };
    }
    source.more();
  }
}

export function unquote(text: string, quotes: boolean): string {
  return quotes ? text.slice(1, text.lastIndexOf('"')).replaceAll('""', '"') : text;
}

export function unclosedQuote(file: string, line: number, column?: string): DataFileProblem {
  return new DataFileProblem({ file, line, column }, 'a quote is opened and never closed', 'Close it or take it out.');
}

interface Field {
  readonly from: number;
  readonly to: number;
  readonly quotes: boolean;
}

function scanHeader({ bytes, start, end }: Pieces, separator: number) {
  const fields: Field[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    const from = at;
    const quotes = bytes[at] === 34;
    if (quotes) {
      for (at++; at < end; at++) {
        if (bytes[at] === 10) lines++;
        if (bytes[at] !== 34) continue;
        if (bytes[at + 1] !== 34) break;
        at++;
      }
      if (at >= end) return { complete: false, fields, next: end, lines, open: true };
      at++;
    }
    while (bytes[at] !== separator && bytes[at] !== 10 && bytes[at] !== 13) at++;
    fields.push({ from, to: at, quotes });
    if (bytes[at] === separator) at++;
    else {
      const next = at + (bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1);
      return { complete: next <= end, fields, next, lines, open: false };
    }
  }
}
