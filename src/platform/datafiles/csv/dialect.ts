import { DataFileProblem, quoted, sheetLetters } from '../problem.ts';

/**
 * How a text file is written. `plain`: commas and decimal points, no byte-order mark (RFC 4180).
 * `excel`: as Excel saves it in Belgium: semicolons, decimal commas (or points, never both), with or without byte-order mark.
 * Nothing is guessed: "1,234" is one thing in the one and another in the other.
 */
export type Dialect = 'plain' | 'excel';

export const separators: Readonly<Record<Dialect, number>> = { plain: 44, excel: 59 };

const asExcel = 'If it comes from Excel with semicolons and decimal commas, add --excel';

/** Looks at the first bytes. Gives how many of them are a byte-order mark. */
export function checkStart(file: string, start: Uint8Array, dialect: Dialect): number {
  if (start.length === 0)
    throw new DataFileProblem({ file, line: 1 }, 'the file is empty', 'Save the data again, names on the first line.');
  if (start[0] === 0x50 && start[1] === 0x4b)
    throw new DataFileProblem({ file }, 'this is a workbook, not a CSV file', 'Save the sheet as "CSV UTF-8" first.');
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    throw new DataFileProblem({ file, line: 1 }, 'the file is UTF-16', 'Save it as "CSV UTF-8".');
  if (start[0] !== 0xef || start[1] !== 0xbb || start[2] !== 0xbf) return 0;
  if (dialect === 'excel') return 3;
  throw new DataFileProblem(
    { file, line: 1, column: sheetLetters(0) },
    'starts with a byte-order mark, as Excel writes it',
    `Save it without one (UTF-8). ${asExcel}.`,
  );
}

/** Checks the names on the first line against the dialect. @throws DataFileProblem */
export function checkNames(file: string, names: readonly string[], dialect: Dialect): void {
  if (names.every((name) => name === ''))
    throw new DataFileProblem({ file, line: 1 }, 'has no names on its first line', 'Put a name above every column.');
  const glued = names.find((name) => (dialect === 'plain' ? /[;\t]/ : /[,\t]/).test(name));
  if (glued !== undefined) {
    const line = { file, line: 1, column: sheetLetters(names.indexOf(glued)) };
    if (glued.includes('\t'))
      throw new DataFileProblem(line, 'the names are separated by tabs', 'Save it with commas.');
    if (dialect === 'plain')
      throw new DataFileProblem(line, 'the names are separated by semicolons', `Save it with commas. ${asExcel}.`);
    throw new DataFileProblem(line, 'the names are separated by commas', 'Leave --excel out.');
  }
  const seen = new Map<string, number>();
  names.forEach((name, index) => {
    const before = seen.get(name);
    if (before !== undefined)
      throw new DataFileProblem(
        { file, line: 1, column: name },
        `this name stands twice, in ${sheetLetters(before)} and ${sheetLetters(index)}`,
        'Give each column a name of its own.',
      );
    seen.set(name, index);
  });
}

/** A row with another number of fields than there are names. */
export function wrongWidth(file: string, line: number, fields: number, names: readonly string[], dialect: Dialect) {
  const place = { file, line, column: names[Math.min(fields, names.length) - 1] };
  if (fields < names.length)
    return new DataFileProblem(
      place,
      `the line ends after this column: it has ${fields} of ${names.length} fields`,
      'Complete the line or take it out.',
    );
  return new DataFileProblem(
    place,
    `the line goes on after this, the last column: it has more than ${names.length} fields`,
    dialect === 'plain' ? `Decimal commas? Write points. ${asExcel}.` : 'Take out what is too much.',
  );
}

/** A cell that is no number. */
export function notANumber(file: string, line: number, column: string, text: string, dialect: Dialect) {
  const place = { file, line, column };
  if (/^[+-]?\d+,\d+$/.test(text) && dialect === 'plain')
    return new DataFileProblem(
      place,
      `${quoted(text)} has a decimal comma`,
      `Write ${text.replace(',', '.')}. ${asExcel}.`,
    );
  return new DataFileProblem(
    place,
    `${quoted(text)} is not a number`,
    'Write a number, or leave it empty when the answer is missing.',
  );
}

/** A file that has both 3,5 and 3.5: nobody can say what 1.234 means in it. */
export function bothMarks(file: string, line: number, column: string, text: string) {
  return new DataFileProblem(
    { file, line, column },
    `${quoted(text)} has another decimal mark than the numbers before it`,
    'Use decimal commas or decimal points in the whole file, not both.',
  );
}
