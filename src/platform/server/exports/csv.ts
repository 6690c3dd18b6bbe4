import { dateFormatter } from '#shared/formatters.ts';
import { stringify } from 'csv-stringify/sync';
import type { Locale } from '#shared/localised.ts';
import { translate } from '../translate.ts';
import type { Cell, Column, Export } from './columns.ts';

export interface CsvStyle {
  /** For a person: headings and codes in words, decimals as a sheet of that language reads them. Otherwise keys and codes. */
  readonly wordsIn?: Locale;
}

/**
 * A cell that a sheet program would take for a formula gets an apostrophe before it: a name may begin with `=`, and must
 * stay a name (CWE-1236).
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/u.test(text) ? `'${text}` : text;
}

/** CSV (RFC 4180), a few hundred rows at a time. What a person opens begins with a mark, so that a sheet program reads UTF-8. */
export async function* csvOf({ columns, rows }: Export, { wordsIn }: CsvStyle = {}): AsyncGenerator<string> {
  const decimalComma = wordsIn !== undefined && wordsIn !== 'en';
  const write = (lines: string[][]) =>
    stringify(lines, { delimiter: decimalComma ? ';' : ',', record_delimiter: '\r\n' });
  const entries = Object.entries(columns);
  const head = entries.map(([key, column]) => (wordsIn ? harmless(translate(column.heading, wordsIn)) : key));
  let waiting: string[][] = [head];
  if (wordsIn) yield '\ufeff';
  for await (const row of rows) {
    waiting.push(entries.map(([key, column]) => cellText(row[key] ?? null, column, wordsIn, decimalComma)));
    if (waiting.length >= 200) {
      yield write(waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) yield write(waiting);
}

function cellText(cell: Cell, column: Column, wordsIn: Locale | undefined, decimalComma: boolean): string {
  if (cell === null) return '';
  if (cell instanceof Date) return wordsIn ? inBrussels(cell) : cell.toISOString();
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (typeof cell === 'number') {
    const text = column.kind === 'cents' && wordsIn ? (cell / 100).toFixed(2) : String(cell);
    return decimalComma ? text.replace('.', ',') : text;
  }
  return harmless(wordsIn && column.kind === 'code' ? (column.words?.(cell, wordsIn) ?? cell) : cell);
}

/** `2026-11-21 14:30`, which every sheet program takes for a moment. */
function inBrussels(moment: Date): string {
  return dateFormatter('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  }).format(moment);
}
