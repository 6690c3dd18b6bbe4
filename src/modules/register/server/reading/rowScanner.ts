import { isUtf8 } from 'node:buffer';
import { RegisterProblem, type ProblemCode } from '../../rules/importProblem.ts';
import type { PublishedFile } from '../../rules/publication.ts';

const comma = 44;
const quote = 34;
const newline = 10;
const carriageReturn = 13;
/** Longer than any row can be: names are at most 320 letters. */
const longestRow = 64 * 1024;
const nothing = Buffer.alloc(0);

/** Where a row stands in {@link RowScanner.bytes}. Valid until the function that it is handed to returns. */
export interface Row {
  readonly bytes: Buffer;
  /** Where each field begins and ends, its quotes left out. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Whether a quote in the field is written as two. */
  readonly doubled: Uint8Array;
  /** The line on which the row begins. */
  readonly line: number;
}

/** Up to where a file was read: the place to go on from after a stop. */
export interface Position {
  readonly bytes: number;
  readonly line: number;
}

/**
 * Cuts a file of the register into rows and fields, piece by piece as it is unpacked. It works on bytes and makes no strings:
 * most rows (activities of an older version) are looked at and left out.
 */
export class RowScanner implements Row {
  bytes: Buffer = nothing;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly doubled: Uint8Array;
  line: number;
  /** Rows so far, the line of names left out. */
  rows = 0;
  readonly #published: PublishedFile;
  readonly #onRow: (row: Row) => void;
  #carried: Buffer = nothing;
  /** Bytes of the file that lie before what is carried. */
  #before: number;
  #headerRead: boolean;
  #lineBreaks = 0;
  #blank = false;

  /** @param from goes on after a stop; the pieces must begin there */
  constructor(published: PublishedFile, onRow: (row: Row) => void, from: Position = { bytes: 0, line: 1 }) {
    this.#published = published;
    this.#onRow = onRow;
    this.starts = new Int32Array(published.columns.length);
    this.ends = new Int32Array(published.columns.length);
    this.doubled = new Uint8Array(published.columns.length);
    this.#before = from.bytes;
    this.line = from.line;
    this.#headerRead = from.bytes > 0;
  }

  /** Up to where whole rows were read. */
  get position(): Position {
    return { bytes: this.#before, line: this.line };
  }

  /** @throws RegisterProblem with the line and the column */
  push(piece: Buffer): void {
    this.#read(this.#carried.length > 0 ? Buffer.concat([this.#carried, piece]) : piece, false);
  }

  /** The file is at its end; a last line needs no line end. */
  end(): void {
    if (this.#carried.length > 0) this.#read(Buffer.concat([this.#carried, Buffer.from('\n')]), true);
    if (this.#carried.length > 0) this.#fail('quote');
    if (!this.#headerRead) this.#fail('noHeader', undefined, { columns: this.#published.columns.join(', ') });
  }

  #read(data: Buffer, last: boolean): void {
    const whole = data.lastIndexOf(newline) + 1;
    const part = whole === data.length ? data : data.subarray(0, whole);
    if (!isUtf8(part)) this.#failEncoding(part);
    this.bytes = part;
    let at = 0;
    if (!this.#headerRead && whole > 0) {
      if (part[0] === 0xef && part[1] === 0xbb && part[2] === 0xbf) at = 3;
      at = this.#readHeader(at);
    }
    while (at < whole) {
      const next = this.#readRow(at, whole);
      if (next === -1) break;
      if (!this.#blank) {
        this.#onRow(this);
        this.rows++;
      }
      this.line += this.#lineBreaks;
      at = next;
    }
    this.#before += last ? data.length - 1 : at;
    this.#carried = at === data.length ? nothing : Buffer.from(data.subarray(at));
    if (this.#carried.length > longestRow) this.#fail('long');
  }

  #readHeader(from: number): number {
    const end = this.bytes.indexOf(newline, from);
    const line = this.bytes.toString('utf8', from, end).replace(/\r$/, '');
    const names = line.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    const { columns } = this.#published;
    const wrong = columns.findIndex((name, at) => names[at]?.toLowerCase() !== name.toLowerCase());
    if (wrong !== -1 || names.length !== columns.length)
      this.#fail('header', wrong === -1 ? undefined : columns[wrong], {
        columns: columns.join(', '),
        found: line.slice(0, 200),
      });
    this.#headerRead = true;
    this.line++;
    return end + 1;
  }

  /**
   * Reads the row that begins at `from`. Gives where the next one begins, or −1 when this one is not whole yet; `#blank` says
   * that the line was empty.
   */
  #readRow(from: number, end: number): number {
    const { bytes, starts, ends, doubled } = this;
    const count = starts.length;
    let at = from;
    let field = 0;
    let breaks = 0;
    for (;;) {
      let start = at;
      let stop: number;
      let twice = 0;
      if (bytes[at] === quote) {
        start = ++at;
        for (;;) {
          while (at < end && bytes[at] !== quote) {
            if (bytes[at] === newline) breaks++;
            at++;
          }
          if (at >= end) return -1;
          if (bytes[at + 1] !== quote) break;
          twice = 1;
          at += 2;
        }
        stop = at++;
      } else {
        while (at < end && bytes[at] !== comma && bytes[at] !== newline) {
          if (bytes[at] === quote) this.#fail('quote', this.#published.columns[field]);
          at++;
        }
        stop = at;
        if (bytes[at] === newline && stop > start && bytes[stop - 1] === carriageReturn) stop--;
      }
      if (field < count) {
        starts[field] = start;
        ends[field] = stop;
        doubled[field] = twice;
      }
      field++;
      if (bytes[at] === comma) {
        at++;
        continue;
      }
      if (bytes[at] === carriageReturn) at++;
      if (bytes[at] !== newline) this.#fail('quote', this.#published.columns[field - 1]);
      this.#lineBreaks = breaks + 1;
      this.#blank = field === 1 && stop === start && at - from <= 1;
      if (this.#blank) return at + 1;
      if (field !== count) this.#fail('columns', undefined, { expected: count, found: field });
      if (at - from > longestRow) this.#fail('long');
      return at + 1;
    }
  }

  #failEncoding(part: Buffer): never {
    let line = this.line;
    let at = 0;
    for (;;) {
      const next = part.indexOf(newline, at) + 1;
      if (next === 0 || !isUtf8(part.subarray(at, next))) break;
      at = next;
      line++;
    }
    throw new RegisterProblem({ code: 'encoding', file: this.#published.file, line });
  }

  #fail(code: ProblemCode, column?: string, params: Readonly<Record<string, string | number>> = {}): never {
    throw new RegisterProblem({
      code,
      file: this.#published.file,
      line: this.line,
      ...(column === undefined ? {} : { column }),
      params,
    });
  }
}
