import { readFileSync } from 'node:fs';
import type { Case, Expected, Fixture } from '#statistics/evidence/agreeing.ts';

type Table = readonly (readonly string[])[];

/** The tables of PSPP's CSV output, in order, each with its title. */
function tablesOf(output: string): { title: string; rows: Table }[] {
  return output
    .split(/\n\s*\n/)
    .map((block) => block.trim().split('\n'))
    .filter(([first]) => first?.startsWith('Table: '))
    .map(([first, ...lines]) => ({
      title: first!.slice('Table: '.length),
      rows: lines.map((line) => line.split(',')),
    }));
}

/** What stands in `attitude.sps`: the data, by variable. */
function dataOf(syntax: string): Record<string, number[]> {
  const names = /DATA LIST LIST NOTABLE \/(.+)\./.exec(syntax)![1]!.trim().split(/\s+/);
  const lines = /BEGIN DATA\.\n([\s\S]+?)\nEND DATA/.exec(syntax)![1]!.split('\n');
  const rows = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return Object.fromEntries(names.map((name, place) => [name, rows.map((row) => row[place]!)]));
}

/** Reads PSPP's answers to `attitude.sps` as cases for our functions; numbers stay text, since PSPP rounds them. */
export function psppFixture(syntaxFile: string, output: string, version: string): Fixture {
  const data = dataOf(readFileSync(syntaxFile, 'utf8'));
  const tables = tablesOf(output);
  const table = (title: string, nth = 0): Table => {
    const found = tables.filter((one) => one.title === title)[nth];
    if (!found) throw new Error(`PSPP printed no table "${title}".`);
    return found.rows;
  };
  const row = (rows: Table, label: string, place = 0) => {
    const found = rows.find((cells) => cells[place] === label);
    if (!found) throw new Error(`PSPP printed no row "${label}".`);
    return found;
  };
  const columns = (...names: string[]) => Object.fromEntries(names.map((name) => [name, data[name]!]));
  const group = (name: string, value: number) => data[name]!.filter((_, place) => data.g![place] === value);
  const text = (cell: string | undefined): Expected => cell!.replace(/^(-?)\./, '$10.');
  const cases: Case[] = [];
  const add = (name: string, input: unknown, expected: Expected) =>
    cases.push({ function: name, data: 'attitude', tolerance: 0, input, expected });

  const items = ['rating', 'complaints', 'privileges', 'learning', 'raises'];
  const totals = table('Item-Total Statistics');
  add(
    'cronbachAlpha',
    { columns: columns(...items) },
    {
      alpha: text(table('Reliability Statistics')[1]![0]),
      itemRest: items.map((item) => text(row(totals, item)[3])),
      alphaIfDeleted: items.map((item) => text(row(totals, item)[4])),
    },
  );

  const correlated = items.slice(0, 4);
  const correlations = table('Correlations');
  const matrix = (offset: number): Expected =>
    correlated.map((_, i) =>
      correlated.map((__, j) => (i === j ? null : text(correlations[1 + 3 * i + offset]![2 + j]))),
    );
  add(
    'correlationMatrix',
    { columns: columns(...correlated), method: 'pearson', missing: 'listwise' },
    { r: matrix(0), p: matrix(1) },
  );

  const predictors = ['complaints', 'learning', 'raises'];
  const coefficients = table('Coefficients (rating)');
  const column = (place: number, names = ['(Constant)', ...predictors]): Expected =>
    names.map((name) => text(row(coefficients, name)[place]));
  const model = table('Model Summary (rating)')[1]!;
  const variance = row(table('ANOVA (rating)'), 'Regression');
  add(
    'regression',
    { columns: columns('rating', ...predictors), outcome: 'rating', blocks: [predictors] },
    {
      n: 30,
      steps: [
        {
          r2: text(model[1]),
          adjustedR2: text(model[2]),
          standardError: text(model[3]),
          f: text(variance[4]),
          p: text(variance[5]),
          b: column(1),
          se: column(2),
          beta: column(3, predictors),
          t: column(4),
          pValues: column(5),
          low: column(6),
          high: column(7),
        },
      ],
    },
  );

  const groups = { columns: { first: group('rating', 1), second: group('rating', 2) } };
  const tTests = table('Independent Samples Test');
  for (const [name, label] of [
    ['independentT', 'Equal variances assumed'],
    ['welchT', 'Equal variances not assumed'],
  ] as const) {
    const cells = row(tTests, label, 1);
    add(name, groups, {
      statistic: text(cells[4]),
      df: text(cells[5]),
      p: text(cells[6]),
      difference: text(cells[7]),
      interval: [text(cells[9]), text(cells[10])],
    });
  }
  const pairs = { columns: { before: data.raises!, after: data.rating! } };
  const paired = row(table('Paired Samples Test'), 'Pair 1');
  add('pairedT', pairs, {
    difference: text(paired[2]),
    interval: [text(paired[5]), text(paired[6])],
    statistic: text(paired[7]),
    df: text(paired[8]),
    p: text(paired[9]),
  });
  const between = row(table('ANOVA'), 'Between Groups', 1);
  const grouped = { columns: { y: data.rating!, g: data.g! } };
  add('anova', grouped, { statistic: text(between[5]), p: text(between[6]) });
  add('wilcoxon', pairs, {
    statistic: text(row(table('Ranks', 0), 'Positive Ranks', 1)[4]),
    p: text(row(table('Test Statistics', 0), 'Asymp. Sig. (2-tailed)')[1]),
  });
  const mannWhitney = row(table('Test Statistics', 1), 'rating');
  add('mannWhitney', groups, { statistic: text(mannWhitney[1]), p: text(mannWhitney[4]) });
  const kruskal = table('Test Statistics', 2);
  add('kruskalWallis', grouped, {
    statistic: text(row(kruskal, 'Chi-Square')[1]),
    df: text(row(kruskal, 'df')[1]),
    p: text(row(kruskal, 'Asymp. Sig.')[1]),
  });
  return { source: version, cases };
}
