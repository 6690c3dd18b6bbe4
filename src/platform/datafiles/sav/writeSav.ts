import { open } from 'node:fs/promises';
import { ByteSink } from './byteSink.ts';
import {
  bytesPerPart,
  elementsOf,
  partsOf,
  systemMissing,
  widthOfPart,
  type SavDictionary,
  type SavValue,
  type SavVariable,
} from './dictionary.ts';
import { bias, dictionaryBytes } from './writeDictionary.ts';

export type SavRow = readonly (SavValue | null)[];
type Rows = Iterable<SavRow> | AsyncIterable<SavRow>;

export interface WriteOptions {
  /** How many rows there will be, when that is known; the header then says so. */
  readonly cases?: number;
  /** What the header gives as the moment of writing. */
  readonly moment?: Date;
}

/** A value that its variable cannot hold. */
export class UnwritableValue extends Error {
  override readonly name = 'UnwritableValue';
}

const pieceBytes = 1 << 16;
const casesInHeader = 80;

/**
 * A .sav file in pieces of about 64 kB, while the rows come: memory does not grow with their number. Values stand in the
 * order of the variables; undefined, null and NaN are missing.
 * @throws UnwritableDictionary, UnwritableValue
 */
export async function* savPieces(
  dictionary: SavDictionary,
  rows: Rows,
  { cases = -1, moment = new Date() }: WriteOptions = {},
): AsyncGenerator<Buffer, number, undefined> {
  yield dictionaryBytes(dictionary, cases, moment);
  const packer = new RowPacker(dictionary.variables);
  let count = 0;
  for await (const row of rows) {
    packer.add(row, ++count);
    if (packer.bytes >= pieceBytes) yield packer.drain(false);
  }
  if (packer.bytes > 0) yield packer.drain(true);
  return count;
}

/** Writes a .sav file and gives the number of rows, which its header then says too. */
export async function writeSav(
  file: string,
  dictionary: SavDictionary,
  rows: Rows,
  options: WriteOptions = {},
): Promise<number> {
  const handle = await open(file, 'w');
  try {
    const pieces = savPieces(dictionary, rows, options);
    let at = await pieces.next();
    for (; !at.done; at = await pieces.next()) await handle.write(at.value);
    const cases = Buffer.alloc(4);
    cases.writeInt32LE(at.value);
    await handle.write(cases, 0, 4, casesInHeader);
    return at.value;
  } finally {
    await handle.close();
  }
}

/** Packs rows: one command byte a value, and behind each eight of them the values that do not fit in their command. */
class RowPacker {
  readonly #variables: readonly SavVariable[];
  readonly #sink = new ByteSink();
  #commandsAt = 0;
  #commands = 8;

  constructor(variables: readonly SavVariable[]) {
    this.#variables = variables;
  }

  get bytes(): number {
    return this.#sink.length;
  }

  add(row: SavRow, number: number): void {
    if (row.length !== this.#variables.length)
      throw new UnwritableValue(`Row ${number} has ${row.length} values for ${this.#variables.length} variables.`);
    for (let index = 0; index < row.length; index++) {
      const variable = this.#variables[index]!;
      const value = row[index];
      if (variable.width > 0) this.#words(variable, value, number);
      else if (value === undefined || value === null) this.#command(255);
      else if (typeof value === 'number') this.#number(value);
      else throw new UnwritableValue(`Row ${number}: "${variable.name}" holds numbers, and this is "${value}".`);
    }
  }

  /** What is packed; the last, unfinished eight commands stay for the next rows, unless these were the last. */
  drain(last: boolean): Buffer {
    const bytes = this.#sink.drain();
    if (last || this.#commands === 8) {
      this.#commands = 8;
      return bytes;
    }
    const kept = bytes.subarray(this.#commandsAt);
    this.#sink.bytes(kept);
    const done = bytes.subarray(0, this.#commandsAt);
    this.#commandsAt = 0;
    return done;
  }

  #command(code: number): void {
    if (this.#commands === 8) {
      this.#commandsAt = this.#sink.length;
      this.#sink.bytes(emptyCommands);
      this.#commands = 0;
    }
    this.#sink.put(this.#commandsAt + this.#commands++, code);
  }

  #number(value: number): void {
    const code = value + bias;
    if (Number.isNaN(value)) this.#command(255);
    else if (code >= 1 && code <= 251 && Number.isInteger(value) && !Object.is(value, -0)) this.#command(code);
    else {
      this.#command(253);
      this.#sink.double(Number.isFinite(value) ? value : systemMissing);
    }
  }

  #words({ name, width }: SavVariable, value: SavValue | null, number: number): void {
    const bytes = Buffer.from(value === undefined || value === null ? '' : String(value));
    if (bytes.length > width)
      throw new UnwritableValue(`Row ${number}: a value of ${bytes.length} bytes for "${name}", which takes ${width}.`);
    for (let part = 0; part < partsOf(width); part++) {
      const from = part * bytesPerPart;
      const held = bytes.subarray(from, Math.min(bytes.length, from + bytesPerPart));
      for (let element = 0; element < elementsOf(widthOfPart(width, part)); element++) {
        const eight = held.subarray(element * 8, element * 8 + 8);
        if (eight.every((byte) => byte === 32)) this.#command(254);
        else {
          this.#command(253);
          this.#sink.bytes(eight, 8);
        }
      }
    }
  }
}

const emptyCommands = new Uint8Array(8);
