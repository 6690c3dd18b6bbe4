/** Where something is wrong in a data file; lines and rows count from 1, the line of names included. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  /** In a file without lines: the how manieth row. */
  readonly row?: number;
  readonly column?: string;
}

/** A data file that cannot be used as it is. The message is one line: the place, what is wrong, how to mend it. */
export class DataFileProblem extends Error {
  override readonly name = 'DataFileProblem';
  readonly place: Place;
  readonly what: string;
  readonly cure: string;

  constructor(place: Place, what: string, cure: string) {
    super(`${describePlace(place)}: ${what}. ${cure}`.replace(/\s*[\p{Cc}\p{Zl}\p{Zp}]+\s*/gu, ' '));
    this.place = place;
    this.what = what;
    this.cure = cure;
  }
}

function describePlace({ file, line, row, column }: Place): string {
  return [
    file,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column "${column}"`]),
  ].join(', ');
}

/** The sheet letters of a column, as spreadsheets show them: 0 → A, 27 → AB. */
export function sheetLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest >= 0 ? sheetLetters(rest) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** At most this much of what stands in a cell is repeated in a message. */
export function quoted(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
  return `"${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}"`;
}
