/** A stretch of words that stayed, came or went. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words and the spaces between them: put together they are the text again. */
const tokensOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** Beyond so many comparisons two texts are shown as one that went and one that came. */
const most = 4_000_000;

/**
 * What changed between two texts, word by word: the longest common row of words stays, the rest was removed or added. The runs that are
 * not `added` make the first text, those that are not `removed` the second.
 */
export function wordDiff(before: string, after: string): readonly Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const a = tokensOf(before);
  const b = tokensOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const steps: Run[] = [
    ...a.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...middle,
    ...(end > 0 ? a.slice(-end) : []).map((text) => ({ kind: 'same' as const, text })),
  ];
  return joined(steps);
}

function between(a: readonly string[], b: readonly string[]): Run[] {
  const removed = (text: string): Run => ({ kind: 'removed', text });
  const added = (text: string): Run => ({ kind: 'added', text });
  if (a.length * b.length > most) return [...a.map(removed), ...b.map(added)];
  // Length of the longest common row of what follows each pair of places.
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const runs: Run[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', text: a[i]! });
      i += 1;
      j += 1;
    } else if (j === b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      runs.push(removed(a[i]!));
      i += 1;
    } else {
      runs.push(added(b[j]!));
      j += 1;
    }
  }
  return runs;
}

/** Neighbours of one kind as one run; what went stands before what came, and a lone space between two changes goes with them. */
function joined(steps: readonly Run[]): Run[] {
  const runs: Run[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) runs.push({ kind: 'removed', text: removed });
    if (added) runs.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [at, { kind, text }] of steps.entries()) {
    const next = steps[at + 1]?.kind;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (/^\s+$/u.test(text) && removed && added && next && next !== 'same') {
      removed += text;
      added += text;
    } else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') runs[runs.length - 1] = { kind: 'same', text: last.text + text };
      else runs.push({ kind: 'same', text });
    }
  }
  flush();
  return runs;
}
