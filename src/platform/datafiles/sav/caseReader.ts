import { DataFileProblem } from '../problem.ts';
import type { ByteSource } from './byteSource.ts';
import { bytesPerPart, elementsOf, partsOf, systemMissing, widthOfPart, type SavVariable } from './dictionary.ts';
import type { Dictionary } from './readDictionary.ts';

const spaces = new Uint8Array(8).fill(32);

/** Reads one row after the other into the same place: `numbers[element]` or `bytes`, eight to an element. */
export class CaseReader {
  readonly bytes: Uint8Array;
  readonly numbers: Float64Array;
  /** Rows read so far. */
  rows = 0;
  readonly #source: ByteSource;
  readonly #packed: boolean;
  readonly #bias: number;
  readonly #expected: number | undefined;
  /** Per element 1 where a number lies: in files of the other kind of computer its bytes are turned. */
  readonly #turned: Uint8Array;
  readonly #variables: Dictionary['layout']['variables'];
  readonly #commands = new Uint8Array(8);
  #command = 8;

  constructor(source: ByteSource, { dictionary, layout }: Dictionary) {
    this.#source = source;
    this.#packed = dictionary.compression !== 'none';
    this.#bias = layout.bias;
    this.#expected = dictionary.cases;
    this.#variables = layout.variables;
    this.bytes = new Uint8Array(layout.rowElements * 8);
    this.numbers = new Float64Array(this.bytes.buffer);
    this.#turned = new Uint8Array(layout.rowElements);
    if (!source.littleEndian)
      for (const { variable, element } of layout.variables) if (variable.width === 0) this.#turned[element - 1] = 1;
  }

  /** @throws DataFileProblem when the file ends within a row, or before the last one that it promises */
  next(): boolean {
    if (this.#packed ? this.#endOfPacked() : this.#source.ended()) {
      if (this.#expected !== undefined && this.rows < this.#expected) throw this.#cutOff(0);
      return false;
    }
    const elements = this.numbers.length;
    for (let element = 0; element < elements; element++)
      if (!(this.#packed ? this.#unpack(element) : this.#copy(element))) throw this.#cutOff(element);
    this.rows++;
    return true;
  }

  #copy(element: number): boolean {
    if (this.#source.ended()) return false;
    let raw: Uint8Array;
    try {
      raw = this.#source.take(8);
    } catch {
      return false;
    }
    if (this.#turned[element] === 1)
      for (let byte = 0; byte < 8; byte++) this.bytes[element * 8 + byte] = raw[7 - byte]!;
    else this.bytes.set(raw, element * 8);
    return true;
  }

  /** Whether no command is left but those that mean nothing. */
  #endOfPacked(): boolean {
    for (;;) {
      if (this.#command === 8) {
        if (this.#source.ended()) return true;
        try {
          this.#commands.set(this.#source.take(8));
        } catch {
          throw this.#cutOff(0);
        }
        this.#command = 0;
      }
      const code = this.#commands[this.#command]!;
      if (code === 252) return true;
      if (code !== 0) return false;
      this.#command++;
    }
  }

  #unpack(element: number): boolean {
    if (this.#endOfPacked()) return false;
    const code = this.#commands[this.#command++]!;
    if (code === 253) return this.#copy(element);
    if (code === 254) this.bytes.set(spaces, element * 8);
    else this.numbers[element] = code === 255 ? systemMissing : code - this.#bias;
    return true;
  }

  #cutOff(element: number): DataFileProblem {
    const at = this.#variables.findLast((candidate) => candidate.element <= element + 1);
    return new DataFileProblem(
      { file: this.#source.file, row: this.rows + 1, column: at?.variable.name },
      `the file is cut off here${this.#expected === undefined ? '' : `: it promises ${this.#expected} rows`}`,
      'Copy or export it again.',
    );
  }
}

/** Where the bytes of a string variable lie in a row; the parts of a long one are put together. */
export function wordReader(
  { variable, element }: { variable: SavVariable; element: number },
  encoding: string,
): (row: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  const start = (element - 1) * 8;
  const { width } = variable;
  if (partsOf(width) === 1) return (row) => trimmed(decoder, row.subarray(start, start + width));
  const joined = new Uint8Array(width);
  return (row) => {
    let from = start;
    for (let part = 0, filled = 0; part < partsOf(width) && filled < width; part++) {
      const used = Math.min(bytesPerPart, width - filled);
      joined.set(row.subarray(from, from + used), filled);
      filled += used;
      from += elementsOf(widthOfPart(width, part)) * 8;
    }
    return trimmed(decoder, joined);
  };
}

function trimmed(decoder: TextDecoder, bytes: Uint8Array): string {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end--;
  return decoder.decode(bytes.subarray(0, end));
}
