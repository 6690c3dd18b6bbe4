import { randomNumbers } from '#statistics/resampling/randomNumbers.ts';
import { normalQuantile } from '#statistics/distributions/normal.ts';
import { cholesky } from './matrices.ts';
import { publishedCorrelations, type PublishedScale } from './published.ts';

/** How answers are made from what lies behind them, so that after rounding the published figures come out. */
export interface Calibrated {
  readonly published: PublishedScale;
  readonly centre: number;
  /** Spread of what the items of one person share. */
  readonly shared: number;
  /** Spread of what is of one item only. */
  readonly own: number;
  /** How the rounded score goes with what lies behind it: 1 if rounding lost nothing. */
  readonly fidelity: number;
}

/** An answer: rounded to a label of the answer scale, and never beyond its ends. */
export function roundedAnswer(
  { published, centre, shared, own }: Omit<Calibrated, 'fidelity'>,
  latent: number,
  ownPart: number,
): number {
  const answer = Math.round(centre + shared * latent + own * ownPart);
  return Math.min(published.maximum, Math.max(published.minimum, answer));
}

const trials = 2000;
const rounds = 10;

/** Finds centre and spreads by trying them on the same random people again and again, each time mended by what came out. */
export function calibrated(published: PublishedScale): Calibrated {
  const { items, mean, sd, alpha } = published;
  const random = randomNumbers(items * 1000 + Math.round(mean * 100));
  // The middles of so many equal parts of the normal distribution: an even spread, so that few are enough.
  const people = Array.from({ length: trials }, (_, person) => ({
    latent: normalQuantile((person + 0.5) / trials),
    own: Array.from({ length: items }, () => random.normal()),
  }));
  for (const { own } of people) {
    const middle = own.reduce((sum, value) => sum + value, 0) / items;
    own.forEach((value, item) => (own[item] = value - middle));
  }
  let scale = {
    published,
    centre: mean,
    shared: sd,
    own: alpha === undefined ? 0 : sd * Math.sqrt(items * (1 - alpha)),
  };
  let found = tried(scale, people);
  for (let round = 0; round < rounds; round++) {
    // Alpha is set by how the variance of the items compares with that of the score: k − α (k − 1).
    const wanted = alpha === undefined ? 1 : items - alpha * (items - 1);
    scale = {
      published,
      centre: scale.centre + mean - found.mean,
      shared: scale.shared * (sd / found.sd),
      own:
        alpha === undefined
          ? 0
          : scale.own * (sd / found.sd) * ((wanted - 1) / Math.max(0.01, found.itemRatio - 1)) ** 0.5,
    };
    found = tried(scale, people);
  }
  return { ...scale, fidelity: found.fidelity };
}

function tried(scale: Omit<Calibrated, 'fidelity'>, people: readonly { latent: number; own: readonly number[] }[]) {
  const { items } = scale.published;
  let [sum, squares, itemSum, itemSquares, together, latents] = [0, 0, 0, 0, 0, 0];
  for (const { latent, own } of people) {
    let score = 0;
    for (const part of own) {
      const answer = roundedAnswer(scale, latent, part);
      score += answer / items;
      itemSum += answer;
      itemSquares += answer * answer;
    }
    sum += score;
    squares += score * score;
    together += score * latent;
    latents += latent * latent;
  }
  const n = people.length;
  const mean = sum / n;
  const variance = squares / n - mean * mean;
  const itemMean = itemSum / n / items;
  return {
    mean,
    sd: Math.sqrt(variance),
    itemRatio: (itemSquares / n / items - itemMean * itemMean) / variance,
    fidelity: together / n / Math.sqrt(variance * (latents / n)),
  };
}

/**
 * Correlations of what lies behind the scores: Spearman's turned into Pearson's (2 sin πρ/6), and larger by what rounding
 * loses. Pulled towards none where all together they would contradict one another.
 */
export function latentCorrelations(scales: readonly Calibrated[]): number[][] {
  for (let pull = 1; ; pull -= 0.005) {
    const matrix = scales.map((row, i) =>
      scales.map((column, j) => {
        if (i === j) return 1;
        const published = publishedCorrelations[Math.max(i, j)]![Math.min(i, j)]!;
        return (pull * 2 * Math.sin((Math.PI * published) / 6)) / (row.fidelity * column.fidelity);
      }),
    );
    try {
      cholesky(matrix);
      return matrix;
    } catch {
      // A little less of everything, until a set of people can have them all.
    }
  }
}
