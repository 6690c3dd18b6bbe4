import { knownCounts, withCounts, type CodedColumn, type Column } from '../column.ts';

/** A column as it travels between threads: what is known of its counts goes along, so that nobody counts twice. */
export interface SentColumn {
  readonly column: Column;
  readonly counts: Float64Array | undefined;
}

export function sent(column: Column): SentColumn {
  return { column, counts: knownCounts(column) };
}

export function received({ column, counts }: SentColumn): Column {
  return counts && column.kind === 'coded' ? withCounts(column, counts) : column;
}

/** The same column in memory that threads share; one that is there already is not copied. */
export function shared(column: Column): Column {
  if (column.kind === 'numbers') return { ...column, values: inSharedMemory(column.values) };
  return { ...column, codes: inSharedMemory(column.codes) } satisfies CodedColumn;
}

function inSharedMemory<T extends Uint8Array | Uint16Array | Float64Array>(source: T): T {
  if (source.buffer instanceof SharedArrayBuffer) return source;
  const kind = source.constructor as new (memory: SharedArrayBuffer) => T;
  const copy = new kind(new SharedArrayBuffer(source.byteLength));
  copy.set(source);
  return copy;
}
