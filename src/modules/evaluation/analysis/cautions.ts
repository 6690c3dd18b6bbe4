import type { AnalysisPlan } from '../inputs.ts';
import type { AnalysisResult, CorrelationsResult, RegressionResult, ScaleResult } from './result.ts';

/** The published rule of thumb: .70 is good, under .60 is not. */
const goodAlpha = 0.7;
const poorAlpha = 0.6;
const rowsForOmega = 100;
const rowsPerPredictor = 10;
const highVif = 5;

type Found = Omit<AnalysisResult, 'warnings'>;

/** What somebody who reads the numbers must keep in mind, in plain words. It never says that one thing brings another about. */
export function cautionsOf(result: Found, plan: AnalysisPlan): string[] {
  return [
    ...result.scales.flatMap(aboutScale),
    ...aboutOmega(result.scales),
    ...aboutTwoItems(result.scales),
    ...result.correlations.flatMap(aboutCorrelations),
    ...result.regressions.flatMap(aboutRegression),
    ...aboutManyCoefficients(result.regressions),
    ...aboutTests(result),
    ...aboutClusters(result, plan),
    ...aboutWords(result),
  ];
}

/** `.69`, as journals print what lies between −1 and 1; `.697` where two decimals would hide that it is under .70. */
function short(value: number): string {
  const hides = value < goodAlpha && value.toFixed(2) === goodAlpha.toFixed(2);
  return value.toFixed(hides ? 3 : 2).replace(/^(-?)0\./, '$1.');
}

function aboutScale({ name, alpha, alphaInterval, items, itemStatistics }: ScaleResult): string[] {
  const sentences: string[] = [];
  if (alpha !== null && alpha < 0)
    sentences.push(
      `${name}: alpha is ${short(alpha)}, below zero: the items point in different ways. Should one of them be reversed?`,
    );
  else if (alpha !== null && alpha < goodAlpha)
    sentences.push(
      `${name}: alpha is ${short(alpha)}, under .70${alpha < poorAlpha ? ', and even under .60' : ''}: its items do not hang together well enough to lean on the score${alphaInterval ? ` (interval ${short(alphaInterval[0])} to ${short(alphaInterval[1])})` : ''}.`,
    );
  const turned = itemStatistics.filter(({ itemRest }) => itemRest !== null && itemRest < 0);
  if (turned.length > 0 && items > 2)
    sentences.push(
      `${name}: ${turned.map(({ item }) => item).join(', ')} goes against the other items. Should it be reversed?`,
    );
  return sentences;
}

function aboutOmega(scales: readonly ScaleResult[]): string[] {
  const few = scales.filter(({ omega, n }) => omega !== null && n < rowsForOmega);
  if (few.length === 0) return [];
  const counts = few.map(({ n }) => n);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const answers = least === most ? `${least}` : `${least} to ${most}`;
  return [
    `Omega of ${few.map(({ name }) => name).join(', ')} rests on ${answers} complete answers and needs about ${rowsForOmega}: look at alpha and its interval.`,
  ];
}

function aboutTwoItems(scales: readonly ScaleResult[]): string[] {
  const pairs = scales.filter(({ items }) => items === 2).map(({ name }) => name);
  return pairs.length ? [`${pairs.join(', ')}: for two items Spearman-Brown says more than alpha or omega.`] : [];
}

function aboutManyCoefficients(regressions: readonly RegressionResult[]): string[] {
  const many = regressions.filter(({ steps }) => (steps.at(-1)?.coefficients.length ?? 0) > 5);
  return many.length
    ? [
        `Regression of ${many.map(({ outcome }) => outcome).join(', ')}: many coefficients are tested at once; a single p just under .05 says little.`,
      ]
    : [];
}

function aboutCorrelations({ method, variables, p, pHolm, n }: CorrelationsResult): string[] {
  const pairs = p.flatMap((row, i) => row.slice(0, i).map((value, j) => ({ value, holm: pHolm[i]![j]! })));
  const tested = pairs.filter(({ value }) => value !== null);
  if (tested.length < 2) return [];
  const low = tested.filter(({ value }) => value! < 0.05).length;
  const still = tested.filter(({ holm }) => holm !== null && holm < 0.05).length;
  const counts = n.flatMap((row, i) => row.slice(0, i));
  const smallest = Math.min(...counts);
  return [
    `${tested.length} ${method} correlations between ${variables.length} variables were tested: about ${Math.max(1, Math.round(tested.length / 20))} would be under .05 by chance alone. ${low} are under .05, ${still} still are after Holm's adjustment.`,
    ...(smallest !== Math.max(...counts)
      ? [
          `${method} correlations: not every pair rests on the same answers (${smallest} to ${Math.max(...counts)}); see n in each cell.`,
        ]
      : []),
  ];
}

function aboutRegression({ outcome, n, steps }: RegressionResult): string[] {
  const last = steps.at(-1);
  if (!last) return [];
  const count = last.predictors.length;
  const per = n / count;
  const together = last.coefficients.filter(({ vif }) => vif !== null && vif > highVif).map(({ name }) => name);
  return [
    ...(per < rowsPerPredictor
      ? [
          `Regression of ${outcome}: ${count} predictors for ${n} complete answers is ${per.toFixed(1)} answers each, under ${rowsPerPredictor}: other people would easily give other coefficients.`,
        ]
      : []),
    ...(together.length
      ? [
          `Regression of ${outcome}: ${together.join(', ')} overlap with the other predictors (VIF over ${highVif}); their coefficients cannot be told apart well.`,
        ]
      : []),
  ];
}

function aboutTests({ tests }: Found): string[] {
  const tested = tests.filter(({ p }) => p !== null).length;
  const small = tests.filter(({ n }) => n < 20).map(({ kind, of }) => `${kind} of ${of.join(' and ')}`);
  return [
    ...(tested >= 2 ? [`${tested} tests were done: read the p adjusted by Holm, which counts them all.`] : []),
    ...(small.length ? [`Fewer than 20 answers in ${small.join('; ')}: look at the interval rather than at p.`] : []),
  ];
}

function aboutClusters({ cluster, rows }: Found, plan: AnalysisPlan): string[] {
  if (cluster === null)
    return [
      'If several answers come from the same enterprise they are alike, and every p here is too small: name the column in the plan, as "cluster".',
    ];
  const size = rows / Math.max(1, cluster.groups);
  const alike = cluster.scales.filter(({ icc1 }) => icc1 !== null && icc1 > 0.05);
  if (alike.length === 0) return [];
  const plainErrors = plan.regressions.some(({ robust }) => robust !== 'cluster');
  return [
    `Answers within one ${cluster.by} are alike: ICC(1) is ${alike.map(({ name, icc1 }) => `${short(icc1!)} for ${name}`).join(', ')}. With about ${size.toFixed(1)} answers each, p and intervals that treat every answer as separate are too optimistic.`,
    ...(plainErrors ? ['Regressions can take that into account: "robust": "cluster" in the plan.'] : []),
  ];
}

function aboutWords({ correlations, regressions, tests }: Found): string[] {
  if (correlations.length + regressions.length + tests.length === 0) return [];
  return ['These figures say what goes with what in these answers. They do not say what brings what about.'];
}
