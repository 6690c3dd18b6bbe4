import { RegisterProblem, type ProblemCode } from '../../rules/importProblem.ts';
import type { PublishedFile } from '../../rules/publication.ts';
import type { Row } from './rowScanner.ts';

const tab = 9;
const newline = 10;
const backslash = 92;
const quote = 34;
const dot = 46;
const dash = 45;
const zero = 48;
/** A row is at most 64 KB, and each byte of it takes two at most; a name is written three times. */
const roomForRow = 256 * 1024;
const size = 1 << 19;
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Writes rows as lines for PostgreSQL's COPY, straight from the bytes that were read. A field that cannot be kept stops the
 * import with its line and column, before the database sees it.
 */
export class CopyLines {
  readonly #published: PublishedFile;
  #buffer = Buffer.allocUnsafe(size);
  #at = 0;
  #first = true;

  constructor(published: PublishedFile) {
    this.#published = published;
  }

  /** How many bytes wait. */
  get length(): number {
    return this.#at;
  }

  /** What was written since the last time; the caller may keep it. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#at);
    this.#buffer = Buffer.allocUnsafe(size);
    this.#at = 0;
    return taken;
  }

  endRow(): void {
    this.#buffer[this.#at++] = newline;
    this.#first = true;
    if (this.#at + roomForRow > this.#buffer.length) this.#grow();
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(this.#buffer.length * 2);
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }

  #separate(): void {
    if (this.#first) this.#first = false;
    else this.#buffer[this.#at++] = tab;
  }

  /** Nothing. */
  none(): void {
    this.#separate();
    this.#buffer[this.#at++] = backslash;
    this.#buffer[this.#at++] = 78;
  }

  /** A text of ours: letters and figures, with nothing in it that COPY reads as something else. */
  plain(text: string): void {
    this.#separate();
    this.#at += this.#buffer.write(text, this.#at);
  }

  flag(yes: boolean): void {
    this.plain(yes ? 't' : 'f');
  }

  /** A field as it stands; an empty one is nothing. */
  text(row: Row, field: number, required = false): void {
    const start = row.starts[field]!;
    const end = row.ends[field]!;
    if (start === end) {
      if (required) this.#fail('required', row, field);
      this.none();
      return;
    }
    this.#separate();
    const { bytes } = row;
    const buffer = this.#buffer;
    const isDoubled = row.doubled[field] === 1;
    let at = this.#at;
    for (let from = start; from < end; from++) {
      const byte = bytes[from]!;
      if (byte >= 32 && byte !== backslash && byte !== quote) buffer[at++] = byte;
      else if (byte === quote) {
        buffer[at++] = quote;
        if (isDoubled) from++;
      } else if (byte === backslash) {
        buffer[at++] = backslash;
        buffer[at++] = backslash;
      } else if (byte === 0) this.#fail('encoding', row, field);
      // A line end or a tab within a field is a space: these are names and streets.
      else buffer[at++] = 32;
    }
    this.#at = at;
  }

  /** A number of ten figures, with or without dots: `0123.456.749`, `2.123.456.791`. */
  number(row: Row, field: number): void {
    const start = row.starts[field]!;
    const end = row.ends[field]!;
    if (start === end) this.#fail('required', row, field);
    this.#separate();
    const from = this.#at;
    for (let place = start; place < end; place++) {
      const byte = row.bytes[place]!;
      if (byte === dot) continue;
      if (byte < zero || byte > zero + 9 || this.#at - from === 10) this.#fail('number', row, field);
      this.#buffer[this.#at++] = byte;
    }
    if (this.#at - from !== 10) this.#fail('number', row, field);
  }

  /** A day, `dd-mm-yyyy`, as `yyyy-mm-dd`. */
  day(row: Row, field: number): void {
    const start = row.starts[field]!;
    const { bytes } = row;
    if (start === row.ends[field]) {
      this.none();
      return;
    }
    if (row.ends[field]! - start !== 10 || bytes[start + 2] !== dash || bytes[start + 5] !== dash)
      this.#fail('day', row, field);
    const figure = (at: number): number => {
      const value = bytes[start + at]! - zero;
      if (value < 0 || value > 9) this.#fail('day', row, field);
      return value;
    };
    const day = figure(0) * 10 + figure(1);
    const month = figure(3) * 10 + figure(4);
    const year = figure(6) * 1000 + figure(7) * 100 + figure(8) * 10 + figure(9);
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    if (day < 1 || year < 1 || day > (month === 2 && !leap ? 28 : (daysIn[month - 1] ?? 0)))
      this.#fail('day', row, field);
    this.#separate();
    const buffer = this.#buffer;
    bytes.copy(buffer, this.#at, start + 6, start + 10);
    buffer[this.#at + 4] = dash;
    bytes.copy(buffer, this.#at + 5, start + 3, start + 5);
    buffer[this.#at + 7] = dash;
    bytes.copy(buffer, this.#at + 8, start, start + 2);
    this.#at += 10;
  }

  /** Refuses a value that the published format does not know. */
  refuse(row: Row, field: number): never {
    this.#fail('value', row, field);
  }

  #fail(code: ProblemCode, row: Row, field: number): never {
    throw new RegisterProblem({
      code,
      file: this.#published.file,
      line: row.line,
      column: this.#published.columns[field]!,
      params: { found: textOf(row, field).slice(0, 60) },
    });
  }
}

/** A field as a string: for the few that are read rather than passed on. */
export function textOf(row: Row, field: number): string {
  const text = row.bytes.toString('utf8', row.starts[field], row.ends[field]);
  return row.doubled[field] ? text.replaceAll('""', '"') : text;
}

/** Whether a field says exactly this (in ASCII). */
export function says(row: Row, field: number, expected: Buffer): boolean {
  const start = row.starts[field]!;
  const length = row.ends[field]! - start;
  if (length !== expected.length) return false;
  for (let at = 0; at < length; at++) if (row.bytes[start + at] !== expected[at]) return false;
  return true;
}
