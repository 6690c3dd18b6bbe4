import { type Column } from './column.ts';
import { correlationMatrix } from './correlationMatrix.ts';
import { type Reason } from './reason.ts';

/** The reliability of a test `times` as long as one of reliability r: times · r / (1 + (times − 1) r). */
export function spearmanBrown(r: number, times = 2): number | undefined {
  const below = 1 + (times - 1) * r;
  return below > 0 ? (times * r) / below : undefined;
}

/** The reliability of two items: Spearman and Brown's formula on their correlation, fairer than alpha when spreads differ. */
export function twoItemReliability(
  first: Column,
  second: Column,
): { readonly n: number; readonly reliability: number | undefined; readonly reasons: readonly Reason[] } {
  const matrix = correlationMatrix([first, second], { method: 'pearson', missing: 'listwise' });
  const r = matrix.r[0]![1];
  const reliability = r === undefined ? undefined : spearmanBrown(r);
  const reasons: readonly Reason[] =
    r !== undefined && reliability === undefined
      ? [{ of: 'reliability', why: 'out-of-range', text: 'The two items are each other turned round.' }]
      : matrix.reasons;
  return { n: matrix.n[0]![1]!, reliability, reasons };
}
