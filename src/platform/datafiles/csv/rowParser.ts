import type { WordColumnBuilder } from '../columnBuilder.ts';
import { bothMarks, notANumber, separators, wrongWidth, type Dialect } from './dialect.ts';
import { decode, unclosedQuote, unquote } from './header.ts';
import { LineNumbers } from './lineNumbers.ts';

const powersOfTen = Array.from({ length: 23 }, (_, power) => 10 ** power);
const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const missingWords = new Set(['', 'NA', '.', '#NULL!', 'NaN']);
const newline = 10;
const carriageReturn = 13;
const quote = 34;
const incomplete = -1;

/** What lies in memory, with a line end behind it. */
interface Piece {
  readonly bytes: Uint8Array;
  start: number;
  readonly end: number;
  readonly ended: boolean;
}

/** A column to keep: its place in the file, and for words where they are numbered. */
interface Watched {
  readonly index: number;
  readonly words: WordColumnBuilder | undefined;
}

/**
 * Turns bytes into rows of numbers, without making a string of what is a plain number. The work of a row that turns
 * out to lie partly in the next piece is done again with that piece.
 */
export class RowParser {
  /** Values of the rows parsed, column after column: slot × size + row. */
  readonly block: Float64Array;
  /** How many rows lie in the block; whoever takes them sets it to 0. */
  rows = 0;
  readonly lines: LineNumbers;
  readonly #file: string;
  readonly #names: readonly string[];
  readonly #dialect: Dialect;
  readonly #size: number;
  /** Per column of the file: the slot of its numbers, −1 when it is stepped over, −2 − slot when it holds words. */
  readonly #slots: Int32Array;
  readonly #words: readonly (WordColumnBuilder | undefined)[];
  /** The decimal mark: a point; in Excel's way the first that is met. */
  #mark: number;
  #line: number;
  #linesInRow = 0;
  #value = 0;

  constructor(
    place: { readonly file: string; readonly names: readonly string[]; readonly line: number },
    dialect: Dialect,
    size: number,
    watched: readonly Watched[],
  ) {
    this.#file = place.file;
    this.#names = place.names;
    this.#line = place.line;
    this.lines = new LineNumbers(place.line);
    this.#dialect = dialect;
    this.#mark = dialect === 'plain' ? 46 : 0;
    this.#size = size;
    this.#slots = new Int32Array(place.names.length).fill(-1);
    watched.forEach(({ index, words }, slot) => (this.#slots[index] = words ? -2 - slot : slot));
    this.#words = watched.map(({ words }) => words);
    this.block = new Float64Array(size * watched.length);
  }

  /** Parses until the block is full (true) or no whole row is left in the piece (false). */
  parse(piece: Piece): boolean {
    const { bytes, end, ended } = piece;
    const { block } = this;
    const slots = this.#slots;
    const size = this.#size;
    const separator = separators[this.#dialect];
    const last = this.#names.length - 1;
    let rows = this.rows;
    let at = piece.start;
    while (rows < size && at < end) {
      if (bytes[at] === newline || (bytes[at] === carriageReturn && bytes[at + 1] === newline)) {
        if (bytes[at] === carriageReturn && at + 1 >= end && !ended) break;
        at += bytes[at] === newline ? 1 : 2;
        this.lines.shift(++this.#line, rows - this.rows);
        continue;
      }
      this.#linesInRow = 0;
      let field = at;
      let column = 0;
      for (;;) {
        const slot = slots[column]!;
        if (slot === -1) field = this.#skip(piece, field, column);
        else if (slot < 0) {
          field = this.#readText(piece, field, column, -2 - slot);
          block[(-2 - slot) * size + rows] = this.#value;
        } else {
          const digit = bytes[field]! - 48;
          const next = bytes[field + 1];
          if (digit >= 0 && digit < 10 && (next === separator || next === newline)) {
            block[slot * size + rows] = digit;
            field++;
          } else {
            field = this.#read(piece, field, column, slot);
            block[slot * size + rows] = this.#value;
          }
        }
        if (field === incomplete) break;
        if (bytes[field] !== separator) break;
        if (column === last) break;
        column++;
        field++;
      }
      if (field === incomplete || (field >= end - 1 && !ended)) break;
      if (bytes[field] === separator || column < last)
        throw wrongWidth(this.#file, this.#line, column + 1 + Number(column === last), this.#names, this.#dialect);
      at = field + (bytes[field] === carriageReturn && bytes[field + 1] === newline ? 2 : 1);
      rows++;
      this.#line++;
      if (this.#linesInRow > 0) this.lines.shift((this.#line += this.#linesInRow), rows - this.rows);
    }
    this.lines.count(rows - this.rows);
    this.rows = rows;
    piece.start = Math.min(at, end);
    return rows === size;
  }

  /** Steps over a field; gives where its separator or line end is. */
  #skip(piece: Piece, from: number, column: number): number {
    const { bytes } = piece;
    if (bytes[from] === quote) return this.#afterQuotes(piece, from, column);
    const separator = separators[this.#dialect];
    let at = from;
    while (bytes[at] !== separator && bytes[at] !== newline && bytes[at] !== carriageReturn) at++;
    return at;
  }

  /** Where the separator or line end behind a quoted field is. */
  #afterQuotes({ bytes, end, ended }: Piece, from: number, column: number): number {
    const separator = separators[this.#dialect];
    let at = from + 1;
    let lines = 0;
    for (; at < end; at++) {
      if (bytes[at] === newline) lines++;
      if (bytes[at] !== quote) continue;
      if (bytes[at + 1] !== quote) break;
      at++;
    }
    if (at >= end) {
      if (!ended) return incomplete;
      throw unclosedQuote(this.#file, this.#line, this.#names[column]);
    }
    while (bytes[at] !== separator && bytes[at] !== newline && bytes[at] !== carriageReturn) at++;
    this.#linesInRow += lines;
    return at;
  }

  /** Reads a number into `#value`; gives where its separator or line end is. */
  #read(piece: Piece, from: number, column: number, slot: number): number {
    const { bytes } = piece;
    const separator = separators[this.#dialect];
    let at = from;
    const negative = bytes[at] === 45;
    if (negative) at++;
    let whole = 0;
    let digits = 0;
    let decimals = 0;
    let digit = bytes[at]! - 48;
    for (; digit >= 0 && digit < 10; digit = bytes[++at]! - 48, digits++) whole = whole * 10 + digit;
    if (digits > 0 && bytes[at] === this.#mark && this.#mark !== 0) {
      digit = bytes[++at]! - 48;
      for (; digit >= 0 && digit < 10; digit = bytes[++at]! - 48, decimals++) whole = whole * 10 + digit;
    }
    const stop = bytes[at];
    if (stop === separator || stop === newline || stop === carriageReturn) {
      if (at === from) {
        this.#value = Number.NaN;
        return at;
      }
      // Up to 15 digits both parts of the fraction are exact, so the quotient is rounded once: the nearest double.
      if (digits > 0 && digits + decimals <= 15) {
        this.#value = (negative ? -whole : whole) / powersOfTen[decimals]!;
        return at;
      }
    }
    return this.#readText(piece, from, column, slot);
  }

  #readText(piece: Piece, from: number, column: number, slot: number): number {
    const to = this.#skip(piece, from, column);
    if (to === incomplete || (to >= piece.end && !piece.ended)) return incomplete;
    const name = this.#names[column]!;
    const line = this.#line;
    const text = unquote(
      decode(piece.bytes.subarray(from, to), this.#file, line, name),
      piece.bytes[from] === quote,
    ).trim();
    const words = this.#words[slot];
    this.#value = words ? words.placeOf(text === 'NA' ? '' : text) : this.#toNumber(text, line, name);
    return to;
  }

  #toNumber(text: string, line: number, column: string): number {
    if (missingWords.has(text)) return Number.NaN;
    const pointed = this.#dialect === 'excel' ? text.replace(',', '.') : text;
    const value = numberPattern.test(pointed) ? Number(pointed) : Number.NaN;
    if (!Number.isFinite(value)) throw notANumber(this.#file, line, column, text, this.#dialect);
    const mark = /[.,]/.exec(text)?.[0].charCodeAt(0);
    if (mark !== undefined) {
      if (this.#mark === 0) this.#mark = mark;
      else if (mark !== this.#mark) throw bothMarks(this.#file, line, column, text);
    }
    return value;
  }
}
