import { hasGaps, type Column } from './column.ts';
import { completeRows } from './linear/fit.ts';

/** The columns in the rows where all of them are there; the same columns when nothing is missing. */
export function withoutGaps(columns: readonly Column[]): readonly Column[] {
  if (!columns.some(hasGaps)) return columns;
  const rows = completeRows(columns);
  return columns.map((column) => chosenRows(column, rows));
}

/** A column in some of its rows, in the order given. */
export function chosenRows(column: Column, rows: Uint32Array): Column {
  if (column.kind === 'numbers') return { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) };
  const { codes } = column;
  const chosen = codes.BYTES_PER_ELEMENT === 1 ? new Uint8Array(rows.length) : new Uint16Array(rows.length);
  for (let place = 0; place < rows.length; place++) chosen[place] = codes[rows[place]!]!;
  return { ...column, codes: chosen };
}
