import { byteColumn } from '#statistics/column.ts';
import { randomNumbers } from '#statistics/resampling/randomNumbers.ts';
import { dataTable, type DataTable } from '#statistics/table.ts';
import type { SurveyPlan } from '#statistics/survey/surveyAnalysis.ts';

/** The scales of the published study: how many items, answered 1 to how much. Fifty-four items with the single ones. */
const scales = [
  { name: 'formal', items: 5, most: 7 },
  { name: 'social', items: 5, most: 7 },
  { name: 'individual', items: 3, most: 7 },
  { name: 'reflection', items: 7, most: 5 },
  { name: 'leadership', items: 3, most: 5 },
  { name: 'time', items: 3, most: 5 },
  { name: 'support', items: 2, most: 5 },
  { name: 'opportunities', items: 3, most: 5 },
  { name: 'sharing', items: 2, most: 5 },
  { name: 'autonomy', items: 2, most: 5 },
  { name: 'leaving', items: 3, most: 5 },
  { name: 'expertise', items: 3, most: 6 },
  { name: 'anticipation', items: 3, most: 6 },
  { name: 'flexibility', items: 3, most: 6 },
] as const;

/** Asked, and not in a scale: satisfaction, the items that were left out, and background. */
const single = [
  { name: 'satisfaction', most: 10 },
  { name: 'support 3', most: 5 },
  { name: 'sharing 3', most: 5 },
  { name: 'autonomy 3', most: 5 },
  { name: 'size', most: 7 },
  { name: 'degree', most: 9 },
  { name: 'compulsory', most: 10 },
] as const;

export const itemNames = [
  ...scales.flatMap(({ name, items }) => Array.from({ length: items }, (_, place) => `${name} ${place + 1}`)),
  ...single.map(({ name }) => name),
];

const variables = [...scales.map(({ name }) => name), 'satisfaction'];
const climate = ['leadership', 'time', 'support', 'opportunities', 'sharing', 'autonomy'];
const learning = ['formal', 'social', 'individual', 'reflection'];

/** Fourteen alphas with item statistics, fifteen by fifteen Spearman, three two-block regressions with ten predictors. */
export const publishedPlan: SurveyPlan = {
  scales: scales.map(({ name, items }) => ({
    name,
    items: Array.from({ length: items }, (_, place) => `${name} ${place + 1}`),
  })),
  correlations: [{ method: 'spearman', missing: 'pairwise', variables }],
  regressions: ['expertise', 'anticipation', 'flexibility'].map((outcome) => ({
    outcome,
    blocks: [climate, learning],
  })),
};

/** Answers that hang together as in a survey: a trait of the person, one of the scale, and chance. */
export function publishedData(rows: number, seed: number): DataTable {
  const random = randomNumbers(seed);
  const noise = Float64Array.from({ length: 1 << 16 }, () => random.normal());
  const draw = () => noise[random.whole(1 << 16)]!;
  const person = Float64Array.from({ length: rows }, draw);
  const answer = (most: number, trait: number) =>
    Math.max(0, Math.min(most - 1, Math.round((most - 1) / 2 + trait * (most / 5))));
  const columns = scales.flatMap(({ name, items, most }) => {
    const trait = person.map((value) => 0.5 * value + 0.87 * draw());
    return Array.from({ length: items }, (_, place) =>
      byteColumn(
        `${name} ${place + 1}`,
        Uint8Array.from(trait, (value) => answer(most, 0.75 * value + 0.66 * draw())),
        1,
        most,
      ),
    );
  });
  const alone = single.map(({ name, most }) =>
    byteColumn(
      name,
      Uint8Array.from(person, (value) => answer(most, 0.4 * value + 0.92 * draw())),
      1,
      most,
    ),
  );
  return dataTable([...columns, ...alone]);
}
