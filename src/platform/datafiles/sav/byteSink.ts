/** Bytes gathered in order, lowest byte first, handed over in pieces of some size. */
export class ByteSink {
  #buffer = Buffer.allocUnsafe(1 << 16);
  #view = new DataView(this.#buffer.buffer, this.#buffer.byteOffset);
  #at = 0;

  get length(): number {
    return this.#at;
  }

  #room(bytes: number): number {
    if (this.#at + bytes > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#at + bytes));
      this.#buffer.copy(larger, 0, 0, this.#at);
      this.#buffer = larger;
      this.#view = new DataView(larger.buffer, larger.byteOffset);
    }
    this.#at += bytes;
    return this.#at - bytes;
  }

  byte(value: number): void {
    this.#buffer[this.#room(1)] = value;
  }

  whole(...values: number[]): void {
    for (const value of values) this.#view.setInt32(this.#room(4), value, true);
  }

  double(...values: number[]): void {
    for (const value of values) this.#view.setFloat64(this.#room(8), value, true);
  }

  long(...values: number[]): void {
    for (const value of values) this.#view.setBigInt64(this.#room(8), BigInt(value), true);
  }

  /** Bytes, filled up with spaces to `length` when that is given. */
  bytes(bytes: Uint8Array, length = bytes.length): void {
    const from = this.#room(length);
    this.#buffer.set(bytes, from);
    if (bytes.length < length) this.#buffer.fill(32, from + bytes.length, from + length);
  }

  /** Puts a byte at a place that is taken already. */
  put(at: number, value: number): void {
    this.#buffer[at] = value;
  }

  /** Everything gathered, and starts anew. */
  drain(): Buffer {
    const bytes = this.#buffer.subarray(0, this.#at);
    this.#buffer = Buffer.allocUnsafe(1 << 16);
    this.#view = new DataView(this.#buffer.buffer, this.#buffer.byteOffset);
    this.#at = 0;
    return bytes;
  }
}
