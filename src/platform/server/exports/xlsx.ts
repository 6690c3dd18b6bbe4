import { dateFormatter } from '#shared/formatters.ts';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Locale } from '#shared/localised.ts';
import { translate } from '../translate.ts';
import type { Cell, Column, Export } from './columns.ts';

type SheetCell = string | number | boolean | Date | null;

/** How Excel shows a kind of column; the words in a format are codes, the same in every language. */
const formats: Partial<Record<Column['kind'], string>> = {
  day: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm',
  decimal: '0.00',
  cents: '#,##0.00',
};
const widths: Partial<Record<Column['kind'], number>> = { text: 28, code: 20, day: 12, moment: 17 };

/**
 * A workbook of one sheet (more beyond a million rows), in constant memory: its rows are packed while they are read. Texts are
 * written as texts and never as formulas, so what begins with `=` stays what somebody typed.
 */
export function xlsxOf({ file, columns, rows }: Export, locale: Locale, forPeople: boolean): AsyncIterable<Uint8Array> {
  const entries = Object.entries(columns);
  const head = entries.map(([key, column]) => (forPeople ? translate(column.heading, locale) : key));
  async function* lines(): AsyncGenerator<SheetCell[]> {
    for await (const row of rows)
      yield entries.map(([key, column]) => sheetCell(row[key] ?? null, column, forPeople ? locale : undefined));
  }
  return writeXlsxStream(lines(), {
    name: sheetName(file),
    columns: entries.map(([, { kind }], at) => ({
      header: head[at]!,
      width: Math.max(widths[kind] ?? 10, head[at]!.length + 2),
      ...(formats[kind] ? { numFmt: formats[kind] } : {}),
    })),
    freezePane: { rows: 1 },
  });
}

function sheetCell(cell: Cell, column: Column, wordsIn: Locale | undefined): SheetCell {
  if (cell === null || typeof cell === 'boolean') return cell;
  if (cell instanceof Date) return wallClock(cell);
  if (typeof cell === 'number') return column.kind === 'cents' ? cell / 100 : cell;
  if (column.kind === 'day') return new Date(`${cell}T00:00:00Z`);
  return wordsIn && column.kind === 'code' ? (column.words?.(cell, wordsIn) ?? cell) : cell;
}

/** A sheet knows no time zones: the hands of the clock in Brussels. */
const wallClock = (moment: Date): Date =>
  new Date(
    `${dateFormatter('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Brussels' }).format(moment).replace(' ', 'T')}Z`,
  );

/** Excel allows 31 characters, and none of these. */
const sheetName = (file: string): string => file.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31);
