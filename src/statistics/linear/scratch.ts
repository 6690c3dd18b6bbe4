/**
 * Working memory that is kept between calls: a small analysis would otherwise spend more time on clearing and collecting
 * blocks than on counting. One owner each, and only inside one call: what it holds at the start is what was left there.
 */
export function scratchMemory(): (length: number) => Float64Array {
  let kept = new Float64Array(0);
  return (length) => {
    if (kept.length < length) kept = new Float64Array(length);
    return kept;
  };
}
