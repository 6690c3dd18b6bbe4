import { missingByte, type NumberColumn, type WordColumn } from './columns.ts';

/** Codes are built around this number, since the lowest value is known only at the end. */
const middle = 127;

/**
 * Grows a column of numbers block by block: in bytes until a value does not fit, in doubles from then on.
 * `expected` rows are set apart at once; more is asked for when they come.
 */
export class NumberColumnBuilder {
  readonly #name: string;
  #codes: Uint8Array | undefined;
  #doubles: Float64Array | undefined;
  #rows = 0;
  #missing = 0;
  #lowest = missingByte;
  #highest = -1;

  constructor(name: string, expected: number) {
    this.#name = name;
    this.#codes = new Uint8Array(expected);
  }

  /** Adds `count` values of a block, NaN for missing. */
  add(block: Float64Array, from: number, count: number): void {
    const end = from + count;
    const taken = this.#codes ? this.#addCodes(this.#codes, block, from, end) : from;
    if (taken < end) this.#addDoubles(block, taken, end);
  }

  /** Gives where it stopped: at the end, or at the first value that does not fit. */
  #addCodes(before: Uint8Array, block: Float64Array, from: number, end: number): number {
    const codes = (this.#codes = grown(before, this.#rows + end - from, (size) => new Uint8Array(size)));
    let row = this.#rows;
    let index = from;
    for (; index < end; index++) {
      const value = block[index]!;
      const code = (value | 0) + middle;
      if (code - middle === value && code >= 0 && code < missingByte) {
        codes[row++] = code;
        if (code < this.#lowest) this.#lowest = code;
        if (code > this.#highest) this.#highest = code;
      } else if (value !== value) {
        codes[row++] = missingByte;
        this.#missing++;
      } else {
        this.#widen(codes, row);
        break;
      }
    }
    this.#rows = row;
    return index;
  }

  #addDoubles(block: Float64Array, from: number, end: number): void {
    const doubles = (this.#doubles = grown(this.#doubles!, this.#rows + end - from, (size) => new Float64Array(size)));
    for (let index = from; index < end; index++) {
      const value = block[index]!;
      if (value !== value) this.#missing++;
      doubles[this.#rows++] = value;
    }
  }

  #widen(codes: Uint8Array, filled: number): void {
    const doubles = new Float64Array(codes.length);
    for (let row = 0; row < filled; row++)
      doubles[row] = codes[row] === missingByte ? Number.NaN : codes[row]! - middle;
    this.#codes = undefined;
    this.#doubles = doubles;
  }

  finish(): NumberColumn {
    const [name, missing] = [this.#name, this.#missing];
    if (!this.#codes) return { name, kind: 'doubles', values: this.#doubles!.subarray(0, this.#rows), missing };
    const codes = this.#codes.subarray(0, this.#rows);
    const lowest = this.#lowest;
    if (missing === this.#rows) return { name, kind: 'bytes', codes, minimum: 0, maximum: -1, missing };
    if (missing === 0) for (let row = 0; row < codes.length; row++) codes[row]! -= lowest;
    else for (let row = 0; row < codes.length; row++) if (codes[row] !== missingByte) codes[row]! -= lowest;
    return { name, kind: 'bytes', codes, minimum: lowest - middle, maximum: this.#highest - middle, missing };
  }
}

/** Grows a column of words; every different word is kept once, and a block holds its place. */
export class WordColumnBuilder {
  readonly #name: string;
  readonly #places = new Map<string, number>();
  #values: Int32Array;
  #rows = 0;
  #missing = 0;

  constructor(name: string, expected: number) {
    this.#name = name;
    this.#values = new Int32Array(expected);
  }

  /** The place of a word, which becomes a new one when it was not seen before; −1 for an empty one. */
  placeOf(word: string): number {
    if (word === '') return -1;
    let place = this.#places.get(word);
    if (place === undefined) this.#places.set(word, (place = this.#places.size));
    return place;
  }

  /** Adds `count` places of a block. */
  add(block: Float64Array, from: number, count: number): void {
    this.#values = grown(this.#values, this.#rows + count, (size) => new Int32Array(size));
    for (let index = from; index < from + count; index++) {
      const place = block[index]!;
      if (place < 0) this.#missing++;
      this.#values[this.#rows++] = place;
    }
  }

  finish(): WordColumn {
    return {
      name: this.#name,
      kind: 'words',
      values: this.#values.subarray(0, this.#rows),
      words: [...this.#places.keys()],
      missing: this.#missing,
    };
  }
}

export type ColumnBuilder = NumberColumnBuilder | WordColumnBuilder;

type Growing = Uint8Array | Int32Array | Float64Array;

function grown<Values extends Growing>(values: Values, needed: number, make: (size: number) => Values): Values {
  if (needed <= values.length) return values;
  const larger = make(Math.max(needed, Math.ceil(values.length * 1.5), 1024));
  larger.set(values);
  return larger;
}
