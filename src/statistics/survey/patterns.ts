import { codesLike, type CodedColumn, withCounts } from '../column.ts';
import { type Moments } from '../linear/moments.ts';
import { scoreLevels } from '../scaleScore.ts';
import { digitsOf } from './scaleItems.ts';

type Item = CodedColumn & { readonly codes: Uint8Array };

export interface ScalePass {
  /** Of the rows in which every item is answered. */
  readonly moments: Moments;
  readonly score: CodedColumn;
}

const mostPatterns = 1 << 19;
const blockRows = 4096;

/**
 * Score and moments of a scale from how often each pattern of answers occurs. A scale of three items of five options has
 * 216 patterns (missing is a sixth option); a million rows are then read once, and everything else is done on 216 counts.
 * Undefined when there are too many patterns for the rows to be worth it.
 */
export function patternPass(name: string, items: readonly Item[], needed: number, rows: number): ScalePass | undefined {
  const radixes = items.map((item) => item.levels.length + 1);
  const patterns = radixes.reduce((product, radix) => product * radix, 1);
  if (patterns > Math.min(mostPatterns, rows / 3)) return undefined;
  const to = scoreLevels(items, needed);
  if (!to) return undefined;
  const steps = stepsOf(items, radixes);
  const seen = patternsOf(items, radixes);
  const scoreCodes = new Uint16Array(patterns);
  for (let pattern = 0; pattern < patterns; pattern++)
    scoreCodes[pattern] = to.codes[seen.answered[pattern]! * to.sums + seen.sums[pattern]! - to.lowestSum]!;
  const codes = codesLike(items[0]!.codes, to.levels.length, rows);
  const counts = new Uint32Array(patterns);
  const threes = inThrees(items, steps);
  const last = threes.pop()!;
  const block = new Uint32Array(blockRows);
  for (let from = 0; from < rows; from += blockRows) {
    const length = Math.min(blockRows, rows - from);
    threes.forEach((three, place) => putThree(block, place > 0, from, length, three));
    tallyThree(block, from, length, last, counts, scoreCodes, codes);
  }
  const levelCounts = new Float64Array(to.levels.length);
  for (let pattern = 0; pattern < patterns; pattern++) {
    const code = scoreCodes[pattern]!;
    if (code < levelCounts.length) levelCounts[code]! += counts[pattern]!;
  }
  return {
    moments: momentsOf(items, radixes, counts, seen.answered),
    score: withCounts({ kind: 'coded', name, codes, levels: to.levels }, levelCounts),
  };
}

/** For every code of an item, what it adds to the number of the pattern. */
function stepsOf(items: readonly Item[], radixes: readonly number[]): Uint32Array[] {
  let stride = 1;
  return items.map((item, place) => {
    const digits = digitsOf(item).map((digit) => digit * stride);
    stride *= radixes[place]!;
    return digits;
  });
}

/** Of every pattern, how many items are answered and the sum of their values. */
function patternsOf(items: readonly Item[], radixes: readonly number[]) {
  let answered = new Uint8Array([0]);
  let sums = new Float64Array([0]);
  items.forEach(({ levels }, place) => {
    const radix = radixes[place]!;
    const size = answered.length;
    const nextAnswered = new Uint8Array(size * radix);
    const nextSums = new Float64Array(size * radix);
    for (let digit = 0; digit < radix; digit++)
      for (let pattern = 0; pattern < size; pattern++) {
        const there = digit < levels.length;
        nextAnswered[digit * size + pattern] = answered[pattern]! + (there ? 1 : 0);
        nextSums[digit * size + pattern] = sums[pattern]! + (there ? levels[digit]! : 0);
      }
    answered = nextAnswered;
    sums = nextSums;
  });
  return { answered, sums };
}

/** Means and cross products of the complete patterns; sums of whole numbers, and so exact. */
function momentsOf(
  items: readonly Item[],
  radixes: readonly number[],
  counts: Uint32Array,
  answered: Uint8Array,
): Moments {
  const k = items.length;
  // From the middle level, so that the sums stay small.
  const shifts = items.map(({ levels }) => levels[levels.length >> 1] ?? 0);
  const values = new Float64Array(k);
  const sums = new Float64Array(k);
  const products = new Float64Array(k * k);
  let n = 0;
  for (let pattern = 0; pattern < counts.length; pattern++) {
    const count = counts[pattern]!;
    if (count === 0 || answered[pattern] !== k) continue;
    n += count;
    for (let i = 0, rest = pattern; i < k; i++) {
      const digit = rest % radixes[i]!;
      rest = (rest - digit) / radixes[i]!;
      values[i] = items[i]!.levels[digit]! - shifts[i]!;
    }
    for (let i = 0; i < k; i++) {
      const weighted = count * values[i]!;
      sums[i]! += weighted;
      for (let j = i; j < k; j++) products[i * k + j]! += weighted * values[j]!;
    }
  }
  for (let i = 0; i < k; i++)
    for (let j = i; j < k; j++) {
      const central = n > 0 ? (n * products[i * k + j]! - sums[i]! * sums[j]!) / n : 0;
      products[i * k + j] = products[j * k + i] = central;
    }
  return { columns: k, n, means: sums.map((sum, i) => shifts[i]! + sum / n), products };
}

/** Three items that are read in one loop. */
interface Three {
  readonly a: Uint8Array;
  readonly b: Uint8Array;
  readonly c: Uint8Array;
  readonly stepA: Uint32Array;
  readonly stepB: Uint32Array;
  readonly stepC: Uint32Array;
}

/** The items by three; where there are fewer, an item stands in that adds nothing. */
function inThrees(items: readonly Item[], steps: readonly Uint32Array[]): Three[] {
  const nothing = new Uint32Array(256);
  const threes: Three[] = [];
  for (let place = 0; place < items.length; place += 3) {
    const [a, b = a, c = a] = items.slice(place, place + 3).map(({ codes }) => codes) as [Uint8Array];
    const [stepA, stepB = nothing, stepC = nothing] = steps.slice(place, place + 3) as [Uint32Array];
    threes.push({ a, b, c, stepA, stepB, stepC });
  }
  return threes;
}

function putThree(block: Uint32Array, add: boolean, from: number, length: number, three: Three): void {
  const { a, b, c, stepA, stepB, stepC } = three;
  if (!add) block.fill(0);
  for (let row = 0, place = from; row < length; row++, place++)
    block[row]! += stepA[a[place]!]! + stepB[b[place]!]! + stepC[c[place]!]!;
}

function tallyThree(
  block: Uint32Array,
  from: number,
  length: number,
  three: Three,
  counts: Uint32Array,
  scoreCodes: Uint16Array,
  codes: Uint8Array | Uint16Array,
): void {
  const { a, b, c, stepA, stepB, stepC } = three;
  for (let row = 0, place = from; row < length; row++, place++) {
    const pattern = block[row]! + stepA[a[place]!]! + stepB[b[place]!]! + stepC[c[place]!]!;
    counts[pattern]!++;
    codes[place] = scoreCodes[pattern]!;
  }
}
