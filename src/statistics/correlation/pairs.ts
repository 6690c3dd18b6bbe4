import { lookupOf, valuesOf, type CodedColumn, type Column } from '../column.ts';

/** How often each pair of levels occurs together; rows in which either is missing are left out. */
export interface JointCounts {
  readonly n: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** `counts[i * ys.length + j]` */
  readonly counts: Float64Array;
}

const mostCells = 1 << 18;

/** The pair as a table of counts, when both are coded and the table stays small beside the rows. */
export function jointCounts(x: Column, y: Column): JointCounts | undefined {
  if (x.kind !== 'coded' || y.kind !== 'coded') return undefined;
  const cells = (x.levels.length + 1) * (y.levels.length + 1);
  if (cells > mostCells || cells > Math.max(4096, 4 * x.codes.length)) return undefined;
  return counted(x, y);
}

function counted(x: CodedColumn, y: CodedColumn): JointCounts {
  const width = y.levels.length + 1;
  const all = new Uint32Array((x.levels.length + 1) * width);
  const starts = placesOf(x, width);
  const offsets = placesOf(y, 1);
  const { codes } = x;
  for (let row = 0; row < codes.length; row++) all[starts[codes[row]!]! + offsets[y.codes[row]!]!]!++;
  const counts = new Float64Array(x.levels.length * y.levels.length);
  let n = 0;
  for (let i = 0; i < x.levels.length; i++)
    for (let j = 0; j < y.levels.length; j++) n += counts[i * y.levels.length + j] = all[i * width + j]!;
  return { n, xs: x.levels, ys: y.levels, counts };
}

/** Where a code's cells begin; all missing codes share the last place. */
function placesOf(column: CodedColumn, width: number): Uint32Array {
  const last = column.levels.length;
  return Uint32Array.from(lookupOf(column), (_, code) => Math.min(code, last) * width);
}

/** The marginal counts of a table of pairs. */
export function marginsOf(joint: JointCounts): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(joint.xs.length);
  const y = new Float64Array(joint.ys.length);
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < y.length; j++) {
      const count = joint.counts[i * y.length + j]!;
      x[i]! += count;
      y[j]! += count;
    }
  return { x, y };
}

/** The values of the rows in which both are there. */
export function completePairs(x: Column, y: Column): { x: Float64Array; y: Float64Array } {
  const xs = valuesOf(x);
  const ys = valuesOf(y);
  const both: number[] = [];
  for (let row = 0; row < xs.length; row++) if (!Number.isNaN(xs[row]!) && !Number.isNaN(ys[row]!)) both.push(row);
  return { x: Float64Array.from(both, (row) => xs[row]!), y: Float64Array.from(both, (row) => ys[row]!) };
}
