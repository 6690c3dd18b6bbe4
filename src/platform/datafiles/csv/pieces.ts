import { readSync } from 'node:fs';

const firstPiece = 1 << 18;

/** The part of the file that is in memory, from `start` to `end`; behind it a line end, so that no loop runs out of it. */
export class Pieces {
  bytes = new Uint8Array(firstPiece + 1);
  start = 0;
  end = 0;
  read = 0;
  ended = false;
  readonly #handle: number;

  constructor(handle: number) {
    this.#handle = handle;
  }

  /** Moves what is left to the front and fills the rest; grows when one row fills it all. */
  more(): void {
    if (this.start > 0) this.bytes.copyWithin(0, this.start, this.end);
    this.end -= this.start;
    this.start = 0;
    if (this.end >= this.bytes.length - 1) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const got = readSync(this.#handle, this.bytes, this.end, this.bytes.length - 1 - this.end, null);
    if (got === 0) this.ended = true;
    this.end += got;
    this.read += got;
    this.bytes[this.end] = 10;
  }
}
