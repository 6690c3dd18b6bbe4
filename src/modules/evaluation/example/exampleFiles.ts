import { drawSurvey, reversedItem, surveyColumns } from './drawSurvey.ts';
import { activities, climate, publishedRows, publishedScales } from './published.ts';

/** The first day of the programme: always the same people. */
export const exampleSeed = 20_230_101;

/** A drawn survey as a CSV file, a line at a time. */
export function* surveyLines(seed: number, rows: number): Generator<string, void, undefined> {
  yield `${surveyColumns.join(',')}\n`;
  for (const answers of drawSurvey(seed, rows)) yield `${answers.map((answer) => answer ?? '').join(',')}\n`;
}

/** The survey that ships: as many rows as the published one. */
export function exampleSurvey(): string {
  return [...surveyLines(exampleSeed, publishedRows)].join('');
}

/** The published analysis as a plan: 14 scales, 15 × 15 rank correlations, three regressions of climate and activities. */
export const publishedPlan = {
  title: 'Learning climate, learning activities and competences (synthetic data)',
  scales: publishedScales
    .filter(({ items }) => items > 1)
    .map(({ name, items, minimum, maximum }) => {
      const own = Array.from({ length: items }, (_, item) => `${name}${item + 1}`);
      const turned = own.filter((item) => item === reversedItem);
      return {
        name,
        items: own,
        ...(turned.length ? { reverse: turned } : {}),
        min: minimum,
        max: maximum,
        minimumAnswered: 0.5,
      };
    }),
  correlations: [{ method: 'spearman', variables: publishedScales.map(({ name }) => name), missing: 'pairwise' }],
  regressions: ['expertise', 'anticipation', 'flexibility'].map((outcome) => ({
    outcome,
    blocks: [[...climate], [...activities]],
  })),
} as const;

/** The plan that ships with the survey: the published analysis, which enterprise people work in, and a few tests. */
export const examplePlan = {
  ...publishedPlan,
  tests: [
    { kind: 'welch-t', outcome: 'leadership', group: 'role' },
    { kind: 'mann-whitney', outcome: 'satisfaction', group: 'role' },
    { kind: 'kruskal-wallis', outcome: 'room', group: 'size' },
  ],
  cluster: 'enterprise',
};
