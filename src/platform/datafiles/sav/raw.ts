import { highest, lowest } from './dictionary.ts';

/** A variable as its record has it: names and words still bytes, since what they are encoded in comes later. */
export interface RawVariable {
  readonly shortName: Uint8Array;
  readonly width: number;
  readonly label: Uint8Array | undefined;
  readonly print: number;
  /** As stored: numbers, or eight bytes of words. */
  readonly missing: { readonly kind: number; readonly values: readonly Uint8Array[] };
  /** Its first element in a row, counted from 1, as records of value labels name it. */
  readonly element: number;
}

export interface RawLabels {
  readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
  readonly elements: readonly number[];
}

/** A stored double; the ends of the number line stand for open ends. */
export function storedDouble(bytes: Uint8Array, littleEndian: boolean): number {
  const value = new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, littleEndian);
  if (value >= highest) return Infinity;
  return value <= lowest ? -Infinity : value;
}
