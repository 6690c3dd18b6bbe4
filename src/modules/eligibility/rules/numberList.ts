import { parseEnterpriseNumber, type NumberFault } from '#modules/enterprises/index.ts';

/** So many numbers are looked at in one go. */
export const numbersAtOnce = 500;

/** One number of a list, with the line on which it stood. */
export interface ListedNumber {
  /** Counted from 1, as a sheet or an editor shows it. */
  readonly line: number;
  /** As it was typed, at most 40 characters of it. */
  readonly typed: string;
  /** Ten figures; undefined when it is no enterprise number. */
  readonly number: string | undefined;
  readonly fault: NumberFault | undefined;
  /** The line on which the same number stood before. */
  readonly sameAs: number | undefined;
}

const headings = /nummer|number|numéro|numero|\bkbo\b|\bbce\b|\bzdu\b|\bbtw\b|\btva\b|\bvat\b|\bmwst\b|\bnr\b|\bno\b/iu;
const figures = (cell: string): number => cell.replace(/\D/gu, '').length;
const letters = (cell: string): number => cell.replace(/[^\p{L}]/gu, '').length;
/** Looks like somebody meant a number: five figures at least, and few letters (BE, BTW). */
const looksLikeNumber = (cell: string): boolean => figures(cell) >= 5 && letters(cell) <= 5;

/**
 * Finds enterprise numbers in a list as people keep them: one a line, several beside one another, or a table of which one
 * column holds them, with or without headings. Every line that says something gives at least one answer, so that nothing of
 * a list gets lost unseen; a first line without figures is a heading.
 * @param rows the cells of each line, empty ones included
 */
export function readNumberList(rows: readonly (readonly string[])[]): readonly ListedNumber[] {
  const cellsOf = (row: readonly string[]) => row.map((cell) => cell.trim());
  const first = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const heading = first >= 0 && cellsOf(rows[first]!).every((cell) => figures(cell) === 0) ? first : -1;
  const column = heading < 0 ? -1 : cellsOf(rows[heading]!).findIndex((cell) => headings.test(cell));
  const seen = new Map<string, number>();
  return rows.flatMap((row, at) => {
    const cells = cellsOf(row);
    const filled = cells.filter((cell) => cell !== '');
    if (at === heading || filled.length === 0) return [];
    const meant = column >= 0 && cells[column] ? [cells[column]] : meantIn(filled);
    return meant.map((typed): ListedNumber => {
      const read = parseEnterpriseNumber(typed);
      const line = at + 1;
      if (!read.ok) return { line, typed: typed.slice(0, 40), number: undefined, fault: read.fault, sameAs: undefined };
      const sameAs = seen.get(read.number);
      if (sameAs === undefined) seen.set(read.number, line);
      return { line, typed: typed.slice(0, 40), number: read.number, fault: undefined, sameAs };
    });
  });
}

/** The cells of a line that are numbers; else those that look like one; else the line itself, which then says what is wrong. */
function meantIn(filled: readonly string[]): readonly string[] {
  const numbers = filled.filter((cell) => parseEnterpriseNumber(cell).ok);
  if (numbers.length > 0) return numbers;
  const alike = filled.filter(looksLikeNumber);
  return alike.length > 0 ? alike : [filled.join(' ')];
}

/** The lines of a text as cells: between semicolons, commas, tabs or bars, with or without quotes. */
export function cellsOfText(text: string): readonly (readonly string[])[] {
  return text.split(/\r\n?|\n/u).map((line) => line.split(/[;,\t|]/u).map((cell) => cell.replace(/^\s*"|"\s*$/gu, '')));
}
