/**
 * Where a value lies on a drawn line: `from` maps to `to`, and what is beyond stops at its ends. `d3-scale` does this too,
 * with ten kilobytes of colours and number formats that a bar does not need.
 */
export function linear(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const [least, most] = from;
  const [start, end] = to;
  return (value) => {
    const part = most === least ? 0.5 : (value - least) / (most - least);
    return start + Math.min(1, Math.max(0, part)) * (end - start);
  };
}
