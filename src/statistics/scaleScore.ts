import { codedIfWhole, codesLike, rowsOf, valuesOf, type CodedColumn, type Column } from './column.ts';
import { StatisticsError } from './reason.ts';

export interface ScaleScoring {
  /** The share of items that must be answered, 0 to 1. Half is the habit of survey research. */
  readonly minimumAnswered: number;
}

/**
 * The score of a scale in each row: the mean of its answered items when at least `minimumAnswered` of them are there,
 * else missing. Items that are reverse-keyed must have been turned round first (`reversed`). The result is coded when the
 * items hold whole numbers.
 */
export function scaleScore(name: string, items: readonly Column[], scoring: ScaleScoring): Column {
  if (items.length === 0) throw new StatisticsError(`Scale ${name} has no items.`);
  const rows = rowsOf(items[0]!);
  const needed = Math.max(1, Math.ceil(items.length * scoring.minimumAnswered - 1e-9));
  const whole = items.every(
    (item): item is CodedColumn => item.kind === 'coded' && item.levels.every(Number.isInteger),
  );
  if (whole) {
    const levels = scoreLevels(items as readonly CodedColumn[], needed);
    if (levels) return codedScore(name, items as readonly CodedColumn[], rows, levels);
  }
  const sums = new Float64Array(rows);
  const answered = new Uint16Array(rows);
  for (const item of items) {
    const values = valuesOf(item);
    for (let row = 0; row < rows; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      sums[row]! += value;
      answered[row]!++;
    }
  }
  for (let row = 0; row < rows; row++) sums[row] = answered[row]! >= needed ? sums[row]! / answered[row]! : Number.NaN;
  return codedIfWhole({ kind: 'numbers', name, values: sums });
}

/** Every mean that can occur, ascending, and the code of each pair of answered items and sum of their values. */
export interface ScoreLevels {
  readonly levels: Float64Array;
  readonly lowestSum: number;
  readonly sums: number;
  /** `codes[answered * sums + sum - lowestSum]`; `levels.length` where too few are answered. */
  readonly codes: Uint16Array;
}

const known = new Map<string, ScoreLevels>();

/** The possible scores of items of whole numbers; undefined when there are too many to code. */
export function scoreLevels(items: readonly CodedColumn[], needed: number): ScoreLevels | undefined {
  let key = `${needed}`;
  for (const { levels } of items) key += ` ${levels[0]} ${levels.at(-1)}`;
  const kept = known.get(key);
  if (kept) return kept;
  const found = foundLevels(items, needed);
  // Scales of one questionnaire share a few shapes.
  if (known.size > 200) known.clear();
  if (found) known.set(key, found);
  return found;
}

function foundLevels(items: readonly CodedColumn[], needed: number): ScoreLevels | undefined {
  let lowest = 0;
  let highest = 0;
  for (const { levels } of items) {
    if (levels.length === 0) continue;
    lowest += Math.min(0, levels[0]!);
    highest += Math.max(0, levels.at(-1)!);
  }
  const sums = highest - lowest + 1;
  if (sums * (items.length + 1) > 60_000) return undefined;
  const low = Math.min(...items.map((item) => item.levels[0] ?? 0));
  const high = Math.max(...items.map((item) => item.levels.at(-1) ?? 0));
  const scores = new Set<number>();
  const eachScore = (take: (answered: number, sum: number) => void) => {
    for (let answered = needed; answered <= items.length; answered++)
      for (let sum = answered * low; sum <= answered * high; sum++) take(answered, sum);
  };
  eachScore((answered, sum) => scores.add(sum / answered));
  const levels = Float64Array.from(scores).sort();
  const codeOf = new Map(Array.from(levels, (level, code) => [level, code]));
  const codes = new Uint16Array(sums * (items.length + 1)).fill(levels.length);
  eachScore((answered, sum) => {
    const place = sum - lowest;
    if (place >= 0 && place < sums) codes[answered * sums + place] = codeOf.get(sum / answered)!;
  });
  return { levels, lowestSum: lowest, sums, codes };
}

function codedScore(name: string, items: readonly CodedColumn[], rows: number, to: ScoreLevels): CodedColumn {
  const codes = codesLike(items[0]!.codes, to.levels.length, rows);
  // One number holds both: how many are answered, times the number of sums, plus the sum.
  const places = new Uint32Array(rows).fill(-to.lowestSum);
  for (const item of items) {
    for (let code = 0; code < item.levels.length; code++) steps[code] = to.sums + item.levels[code]!;
    addAnswers(places, item.codes);
    steps.fill(0, 0, item.levels.length);
  }
  for (let row = 0; row < rows; row++) codes[row] = to.codes[places[row]!]!;
  return { kind: 'coded', name, codes, levels: to.levels };
}

/** What each code of the item at hand adds; zeros between items, and so for codes that mean missing. */
const steps = new Int32Array(65_536);

function addAnswers(places: Uint32Array, codes: Uint8Array | Uint16Array): void {
  for (let row = 0; row < codes.length; row++) places[row]! += steps[codes[row]!]!;
}
