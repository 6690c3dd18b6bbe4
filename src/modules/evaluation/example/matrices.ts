/** The lower triangle L with L·Lᵀ = matrix; undefined entries above the diagonal are 0. @throws when it is not positive */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i === j && !(rest > 1e-9)) throw new RangeError('These correlations contradict one another.');
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  return lower;
}

/** L·x for a lower triangle. */
export function timesLower(lower: readonly (readonly number[])[], values: readonly number[]): number[] {
  return lower.map((row, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += row[j]! * values[j]!;
    return sum;
  });
}

/** The same rows, moved so that every column has mean 0 and variance 1 and no two go together at all. */
export function exactMoments(rows: readonly (readonly number[])[]): number[][] {
  const columns = rows[0]!.length;
  const means = Array.from({ length: columns }, (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
  const centred = rows.map((row) => row.map((value, j) => value - means[j]!));
  const covariance = means.map((_, i) =>
    means.map((__, j) => centred.reduce((sum, row) => sum + row[i]! * row[j]!, 0) / (rows.length - 1)),
  );
  const lower = cholesky(covariance);
  return centred.map((row) => {
    const solved: number[] = [];
    row.forEach((value, i) => {
      let rest = value;
      for (let j = 0; j < i; j++) rest -= lower[i]![j]! * solved[j]!;
      solved.push(rest / lower[i]![i]!);
    });
    return solved;
  });
}
