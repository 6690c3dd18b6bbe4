/** Rows of a block: with sixteen columns it fills 64 kB, which stays in the processor's nearest memory. */
export const blockRows = 512;

const side = 3;

/** Columns of a block, rounded up to whole tiles. */
export function paddedColumns(columns: number): number {
  return Math.ceil(columns / side) * side;
}

/**
 * Adds the cross products of a block to `products` (upper triangle of tiles, `padded × padded`) and its column sums to
 * `sums`. Column i stands at `i * blockRows`; columns beyond the real ones hold zeros. Tiles of 3 × 3 keep nine sums in
 * registers, which is several times faster than one product at a time.
 */
export function addProducts(
  block: Float64Array,
  rows: number,
  padded: number,
  sums: Float64Array,
  products: Float64Array,
): void {
  for (let i = 0; i < padded; i++) sums[i]! += blockSum(block, i * blockRows, rows);
  for (let i = 0; i < padded; i += side)
    for (let j = i; j < padded; j += side) addTile(block, rows, i, j, padded, products);
}

function blockSum(block: Float64Array, at: number, rows: number): number {
  let even = 0;
  let odd = 0;
  let place = at;
  for (const end = at + rows - 1; place < end; place += 2) {
    even += block[place]!;
    odd += block[place + 1]!;
  }
  if (place < at + rows) even += block[place]!;
  return even + odd;
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
  const a2 = a1 + blockRows;
  const b0 = j * blockRows;
  const b1 = b0 + blockRows;
  const b2 = b1 + blockRows;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  for (let row = 0; row < rows; row++) {
    const x0 = block[a0 + row]!;
    const x1 = block[a1 + row]!;
    const x2 = block[a2 + row]!;
    const y0 = block[b0 + row]!;
    const y1 = block[b1 + row]!;
    const y2 = block[b2 + row]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
  }
  let place = i * padded + j;
  products[place]! += s00;
  products[place + 1]! += s01;
  products[place + 2]! += s02;
  place += padded;
  products[place]! += s10;
  products[place + 1]! += s11;
  products[place + 2]! += s12;
  place += padded;
  products[place]! += s20;
  products[place + 1]! += s21;
  products[place + 2]! += s22;
}
