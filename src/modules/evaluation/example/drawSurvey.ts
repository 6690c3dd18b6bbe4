import { randomNumbers, type RandomNumbers } from '#statistics/resampling/randomNumbers.ts';
import { calibrated, latentCorrelations, roundedAnswer, type Calibrated } from './calibrating.ts';
import { cholesky, exactMoments, timesLower } from './matrices.ts';
import { publishedScales } from './published.ts';

/** The item of the intention to leave that is asked the other way round. */
export const reversedItem = 'leaving3';

const backgrounds = ['enterprise', 'size', 'age', 'gender', 'role', 'status'] as const;
/** Shares of the published sample: by size class of the enterprise, by gender, by role. */
const sizes = [0.44, 0.75, 0.95, 1];
const genders = [43 / 95, 91 / 95, 1];
const missingShare = 0.012;

/** Columns of the drawn survey, in order: who answers, then the items of each scale. */
export const surveyColumns: readonly string[] = [
  ...backgrounds,
  ...publishedScales.flatMap(({ name, items }) =>
    items === 1 ? [name] : Array.from({ length: items }, (_, item) => `${name}${item + 1}`),
  ),
];

/**
 * Draws a survey whose margins, alphas and correlations are those of the published tables: seeded, so always the same.
 * Nobody’s answers are in it. Up to `exactRows` rows the scores before rounding have the published correlations exactly;
 * beyond, they have them on average. Missing answers are undefined.
 */
export function* drawSurvey(seed: number, rows: number): Generator<(number | undefined)[], void, undefined> {
  const scales = publishedScales.map(calibrated);
  const random = randomNumbers(seed);
  const lower = cholesky(latentCorrelations(scales));
  const enterprises = Math.max(4, Math.round(rows / 4));
  const sizeOf = Array.from({ length: Math.min(enterprises, 50_000) }, () => {
    const share = random.uniform();
    return 1 + sizes.findIndex((limit) => share < limit);
  });
  const exact = rows <= exactRows ? exactMoments(normals(random, rows, scales.length)) : undefined;
  for (let row = 0; row < rows; row++) {
    const independent = exact?.[row] ?? Array.from(scales, () => random.normal());
    const latent = timesLower(lower, independent);
    const answers = scales.flatMap((scale, index) => answersOf(scale, latent[index]!, random));
    yield [...background(random, sizeOf), ...answers];
  }
}

const exactRows = 5000;

function normals(random: RandomNumbers, rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));
}

function background(random: RandomNumbers, sizeOf: readonly number[]): number[] {
  const enterprise = random.whole(sizeOf.length);
  const gender = random.uniform();
  // Nobody under 18 is asked; the oldest of the published sample was 61.
  const age = Math.min(61, Math.max(18, Math.round(39 + 11 * random.normal())));
  return [
    enterprise + 1,
    sizeOf[enterprise]!,
    age,
    1 + genders.findIndex((limit) => gender < limit),
    random.uniform() < 39 / 92 ? 2 : 1,
    random.uniform() < 0.55 ? 1 : 2,
  ];
}

function answersOf(scale: Calibrated, latent: number, random: RandomNumbers): (number | undefined)[] {
  const { published } = scale;
  const own = Array.from({ length: published.items }, () => random.normal());
  const middle = own.reduce((sum, value) => sum + value, 0) / own.length;
  return own.map((value, item) => {
    const answer = roundedAnswer(scale, latent, value - middle);
    if (random.uniform() < missingShare) return undefined;
    return `${published.name}${item + 1}` === reversedItem ? published.minimum + published.maximum - answer : answer;
  });
}
