/** Which line of the file a row stands on: its number plus a shift that grows with empty lines and line ends in quotes. */
export class LineNumbers {
  readonly #rows: number[] = [0];
  readonly #lines: number[];
  #counted = 0;

  /** @param first the line of row 0 */
  constructor(first: number) {
    this.#lines = [first];
  }

  /** The row after those counted so far, and `ahead` more, stands on this line. */
  shift(line: number, ahead = 0): void {
    const row = this.#counted + ahead;
    if (this.#rows.at(-1) === row) this.#lines[this.#lines.length - 1] = line;
    else {
      this.#rows.push(row);
      this.#lines.push(line);
    }
  }

  count(rows: number): void {
    this.#counted += rows;
  }

  /** The line of a row, both as people count: row 0 of the data may be line 2. */
  of(row: number): number {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#rows[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    return this.#lines[low]! + row - this.#rows[low]!;
  }
}
