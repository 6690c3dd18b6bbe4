/** Rows of a block: with sixteen columns it fills 64 kB, which stays in the processor's nearest memory. */
export const blockRows = 512;

/** Columns of a block, rounded up to whole tiles. */
export function paddedColumns(columns: number): number {
  return (columns + 3) & ~3;
}

/**
 * Adds the cross products of a block to `products` (upper triangle of tiles, `padded × padded`) and its column sums to
 * `sums`. Column i stands at `i * blockRows`; columns beyond the real ones hold zeros. Tiles of 2 × 4 keep eight sums in
 * registers, which is several times faster than one product at a time.
 */
export function addProducts(
  block: Float64Array,
  rows: number,
  padded: number,
  sums: Float64Array,
  products: Float64Array,
): void {
  for (let i = 0; i < padded; i++) {
    let sum = 0;
    for (let place = i * blockRows, end = place + rows; place < end; place++) sum += block[place]!;
    sums[i]! += sum;
  }
  for (let i = 0; i < padded; i += 2)
    for (let j = i & ~3; j < padded; j += 4) addTile(block, rows, i, j, padded, products);
}

function addTile(
  block: Float64Array,
  rows: number,
  i: number,
  j: number,
  padded: number,
  products: Float64Array,
): void {
  const a0 = i * blockRows;
  const a1 = a0 + blockRows;
  const b0 = j * blockRows;
  const b1 = b0 + blockRows;
  const b2 = b1 + blockRows;
  const b3 = b2 + blockRows;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let row = 0; row < rows; row++) {
    const x0 = block[a0 + row]!;
    const x1 = block[a1 + row]!;
    const y0 = block[b0 + row]!;
    const y1 = block[b1 + row]!;
    const y2 = block[b2 + row]!;
    const y3 = block[b3 + row]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
  }
  const top = i * padded + j;
  products[top]! += s00;
  products[top + 1]! += s01;
  products[top + 2]! += s02;
  products[top + 3]! += s03;
  const next = top + padded;
  products[next]! += s10;
  products[next + 1]! += s11;
  products[next + 2]! += s12;
  products[next + 3]! += s13;
}
