import type { AnalysisResult, CorrelationsResult, RegressionResult } from '../analysis/result.ts';
import { percent, type Cell, type FigureKind } from './figures.ts';

export interface Column {
  readonly title: string;
  readonly kind: FigureKind;
}

/** A table as a page and a workbook both show it. The first column names the row. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly note?: string;
}

const words = (title: string): Column => ({ title, kind: 'words' });
const whole = (title: string): Column => ({ title, kind: 'whole' });
const two = (title: string): Column => ({ title, kind: 'two' });
const share = (title: string): Column => ({ title, kind: 'share' });
const p = (title = 'p'): Column => ({ title, kind: 'p' });

export function scalesTable({ scales, level }: AnalysisResult): Table {
  const ci = `${percent(level)} interval`;
  return {
    title: 'Scales',
    columns: [
      words('Scale'),
      whole('Items'),
      two('M'),
      two('SD'),
      two(`${ci} of M`),
      whole('n of M'),
      share('α'),
      share(`${ci} of α`),
      share('α, standardised'),
      share('ω'),
      share('Spearman-Brown'),
      whole('n of α'),
    ],
    rows: scales.map((one) => [
      one.name,
      one.items,
      one.mean,
      one.sd,
      one.meanInterval,
      one.scored,
      one.alpha,
      one.alphaInterval,
      one.standardisedAlpha,
      one.omega,
      one.spearmanBrown,
      one.n,
    ]),
    note: 'M and SD are of the score, the mean of the answered items; n of M counts who answered enough of them, n of α who answered all. ω is McDonald’s omega total of one factor, by minimum residuals on the correlations.',
  };
}

export function itemsTable({ scales }: AnalysisResult): Table {
  return {
    title: 'Items',
    columns: [
      words('Item'),
      words('Scale'),
      two('M'),
      two('SD'),
      share('Item-rest r'),
      share('α without it'),
      whole('n'),
    ],
    rows: scales.flatMap(({ name, n, itemStatistics }) =>
      itemStatistics.map((one) => [
        one.reversed ? `${one.item} (reversed)` : one.item,
        name,
        one.mean,
        one.sd,
        one.itemRest,
        one.alphaIfDeleted,
        n,
      ]),
    ),
    note: 'Reversed items are turned round before anything is computed.',
  };
}

export function variablesTable({ descriptives }: CorrelationsResult): Table {
  return {
    title: 'Variables',
    columns: [words('Variable'), two('M'), two('SD'), two('Lowest'), two('Highest'), whole('n'), whole('Missing')],
    rows: descriptives.map((one) => [one.name, one.mean, one.sd, one.minimum, one.maximum, one.n, one.missing]),
  };
}

const methods = { pearson: 'Pearson', spearman: 'Spearman', kendall: 'Kendall tau-b' } as const;

export const methodName = (method: CorrelationsResult['method']): string => methods[method];

/** Every pair once, with everything that is known of it. */
export function pairsTable(found: CorrelationsResult, level: number): Table {
  const { variables, r, interval, n, p: ps, pHolm, pBenjaminiHochberg } = found;
  const rows = variables.flatMap((first, i) =>
    variables
      .slice(0, i)
      .map((second, j) => [
        `${second} and ${first}`,
        r[i]![j]!,
        interval[i]![j]!,
        n[i]![j]!,
        ps[i]![j]!,
        pHolm[i]![j]!,
        pBenjaminiHochberg[i]![j]!,
      ]),
  );
  return {
    title: `${methodName(found.method)} correlations, pair by pair`,
    columns: [
      words('Pair'),
      share('r'),
      share(`${percent(level)} interval`),
      whole('n'),
      p(),
      p('p, Holm'),
      p('p, Benjamini-Hochberg'),
    ],
    rows,
  };
}

export function coefficientsTable({ outcome, n, steps }: RegressionResult, level: number): Table {
  return {
    title: `Regression of ${outcome}: coefficients`,
    columns: [
      words('Predictor'),
      whole('Step'),
      { title: 'B', kind: 'three' },
      { title: `${percent(level)} interval of B`, kind: 'three' },
      { title: 'SE', kind: 'three' },
      { title: 'β', kind: 'shareThree' },
      two('t'),
      p(),
      two('VIF'),
      two('Tolerance'),
      whole('n'),
    ],
    rows: steps.flatMap(({ coefficients }, step) =>
      coefficients.map((one) => [
        one.name,
        step + 1,
        one.b,
        one.interval,
        one.se,
        one.beta,
        one.t,
        one.p,
        one.vif,
        one.tolerance,
        n,
      ]),
    ),
  };
}

export function stepsTable({ outcome, n, steps, durbinWatson }: RegressionResult): Table {
  return {
    title: `Regression of ${outcome}: steps`,
    columns: [
      words('Step'),
      share('R²'),
      share('Adjusted R²'),
      two('F'),
      words('df'),
      p(),
      share('ΔR²'),
      two('ΔF'),
      p('p of ΔF'),
      two('SE of residuals'),
      whole('n'),
    ],
    rows: steps.map((one, index) => [
      `${index + 1}: ${one.predictors.slice(index === 0 ? 0 : steps[index - 1]!.predictors.length).join(', ')}`,
      one.r2,
      one.adjustedR2,
      one.f,
      one.df.join(', '),
      one.p,
      one.r2Change,
      one.fChange,
      one.fChangeP,
      one.standardError,
      n,
    ]),
    note: durbinWatson === null ? undefined : `Durbin-Watson ${durbinWatson.toFixed(2)}, in the order of the file.`,
  };
}

export function robustTable({ outcome, n, robust }: RegressionResult, level: number): Table | undefined {
  if (!robust) return undefined;
  const why = robust.kind === 'hc3' ? 'HC3' : `cluster-robust, ${robust.clusters} clusters`;
  return {
    title: `Regression of ${outcome}: ${why} standard errors`,
    columns: [
      words('Predictor'),
      { title: 'B', kind: 'three' },
      { title: `${percent(level)} interval of B`, kind: 'three' },
      { title: 'SE', kind: 'three' },
      two('t'),
      p(),
      whole('n'),
    ],
    rows: robust.coefficients.map((one) => [one.name, one.b, one.interval, one.se, one.t, one.p, n]),
    note: `The last step, with ${robust.df} degrees of freedom.`,
  };
}

export function testsTable({ tests, level }: AnalysisResult): Table {
  return {
    title: 'Tests',
    columns: [
      words('Test'),
      words('Of'),
      words('Groups (n)'),
      words('Statistic'),
      two('Value'),
      words('df'),
      p(),
      p('p, Holm'),
      two('Difference'),
      two(`${percent(level)} interval`),
      words('Effect'),
      two('Size'),
      two(`${percent(level)} interval of effect`),
      whole('n'),
    ],
    rows: tests.map((one) => [
      one.kind,
      one.of.join(', '),
      one.groups.length === 0 || one.groups.length > 6
        ? `${one.groups.length || ''}`
        : one.groups.map(({ label, n }) => `${label} (${n})`).join(', '),
      one.statisticName,
      one.statistic,
      one.df === null ? null : typeof one.df === 'number' ? Number(one.df.toFixed(2)).toString() : one.df.join(', '),
      one.p,
      one.pHolm,
      one.difference,
      one.interval,
      one.effect?.name ?? null,
      one.effect?.value ?? null,
      one.effect?.interval ?? null,
      one.n,
    ]),
    note: 'Of two groups, the difference is the first less the second; of pairs, after less before.',
  };
}

export function clusterTable({ cluster, rows }: AnalysisResult): Table | undefined {
  if (!cluster) return undefined;
  return {
    title: `Alike within one ${cluster.by}`,
    columns: [words('Scale'), share('ICC(1)'), share('ICC(2)')],
    rows: cluster.scales.map((one) => [one.name, one.icc1, one.icc2]),
    note: `${cluster.groups} groups, ${rows} rows.`,
  };
}
