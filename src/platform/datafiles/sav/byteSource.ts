import { DataFileProblem } from '../problem.ts';

/** Gives the next bytes, or undefined at the end. */
export type NextBytes = () => Uint8Array | undefined;

/** Bytes from a file, taken as many as needed; says where a file that is too short ends. */
export class ByteSource {
  readonly file: string;
  /** Whether numbers have their lowest byte first; known after the header. */
  littleEndian = true;
  /** Bytes taken so far. */
  taken = 0;
  #next: NextBytes;
  #bytes: Uint8Array<ArrayBufferLike> = new Uint8Array(0);
  #at = 0;

  constructor(file: string, next: NextBytes) {
    this.file = file;
    this.#next = next;
  }

  /** Whether nothing is left. */
  ended(): boolean {
    while (this.#at >= this.#bytes.length) {
      const bytes = this.#next();
      if (!bytes) return true;
      this.#bytes = bytes;
      this.#at = 0;
    }
    return false;
  }

  /** Exactly this many bytes; valid until the next call. @throws DataFileProblem when the file ends before */
  take(count: number): Uint8Array {
    if (count < 0 || count > 1 << 28) throw this.damaged(`a length of ${count} bytes`);
    this.taken += count;
    if (this.#at + count <= this.#bytes.length) {
      this.#at += count;
      return this.#bytes.subarray(this.#at - count, this.#at);
    }
    const joined = new Uint8Array(count);
    let filled = 0;
    while (filled < count) {
      if (this.ended()) throw this.tooShort();
      const part = this.#bytes.subarray(this.#at, this.#at + count - filled);
      joined.set(part, filled);
      filled += part.length;
      this.#at += part.length;
    }
    return joined;
  }

  view(count: number): DataView {
    const bytes = this.take(count);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  whole(): number {
    return this.view(4).getInt32(0, this.littleEndian);
  }

  double(): number {
    return this.view(8).getFloat64(0, this.littleEndian);
  }

  long(): number {
    return Number(this.view(8).getBigInt64(0, this.littleEndian));
  }

  /** Goes on with other bytes, such as unpacked ones. */
  continueWith(next: NextBytes): void {
    this.#next = next;
    this.#bytes = new Uint8Array(0);
    this.#at = 0;
  }

  tooShort(): DataFileProblem {
    return new DataFileProblem(
      { file: this.file },
      `the file is cut off in its dictionary, after byte ${this.taken}`,
      'Copy or export it again.',
    );
  }

  damaged(what: string): DataFileProblem {
    return new DataFileProblem(
      { file: this.file },
      `the file is damaged: it holds ${what} near byte ${this.taken}`,
      'Copy or export it again.',
    );
  }
}
