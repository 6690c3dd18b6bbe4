import { cellRef, writeXlsx, type CellStyle, type CellValue, type SheetChart, type WriteSheet } from 'hucre/xlsx';
import { printColours } from '#ui/charts/palette.ts';
import type { AnalysisResult, CorrelationsResult, RegressionResult } from '../analysis/result.ts';
import { percent, type Cell, type FigureKind } from './figures.ts';
import {
  clusterTable,
  coefficientsTable,
  itemsTable,
  methodName,
  pairsTable,
  robustTable,
  scalesTable,
  stepsTable,
  testsTable,
  variablesTable,
  type Column,
  type Table,
} from './tables.ts';

const formats: Readonly<Record<FigureKind, string | undefined>> = {
  words: undefined,
  whole: '0',
  two: '0.00',
  three: '0.000',
  share: '0.00',
  shareThree: '0.000',
  p: '0.000',
};
const bold: CellStyle = { font: { bold: true } };
const headed: CellStyle = {
  font: { bold: true },
  border: { bottom: { style: 'thin' } },
  alignment: { wrapText: true },
};
const titleRow = 0;
const headRow = 2;

/** The result as a workbook: full figures behind the rounded ones, a heat map that is live, and intervals as a chart. */
export async function analysisWorkbook(result: AnalysisResult): Promise<Uint8Array> {
  const { level } = result;
  const cluster = clusterTable(result);
  const sheets = [
    about(result),
    ...(result.scales.length ? [sheetOf('Scales', scalesTable(result)), sheetOf('Items', itemsTable(result))] : []),
    ...result.correlations.flatMap((one, index) => [
      matrixSheet(one, numbered('Correlations', index, result.correlations.length)),
      sheetOf(numbered('Pairs', index, result.correlations.length), pairsTable(one, level)),
      sheetOf(numbered('Variables', index, result.correlations.length), variablesTable(one)),
    ]),
    ...result.regressions.flatMap((one, index) => regressionSheets(one, index + 1, level)),
    ...(result.tests.length ? [sheetOf('Tests', testsTable(result))] : []),
    ...(cluster ? [sheetOf('Clusters', cluster)] : []),
  ];
  return writeXlsx({
    sheets,
    properties: { title: result.title ?? `Analysis of ${result.data}`, creator: 'Krachtlijn' },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

function numbered(name: string, index: number, count: number): string {
  return count > 1 ? `${name} ${index + 1}` : name;
}

function about({ title, data, rows, level, warnings }: AnalysisResult): WriteSheet {
  const lines: CellValue[][] = [
    [title ?? `Analysis of ${data}`],
    [`${data}, ${rows} rows. Intervals are of ${percent(level)}.`],
    [],
    ['Before you read the numbers'],
    ...warnings.map((one) => [one]),
  ];
  const cells = new Map<string, { style: CellStyle }>([
    ['0,0', { style: { font: { bold: true, size: 16 } } }],
    ['3,0', { style: bold }],
    ...warnings.map((_, index) => [`${4 + index},0`, { style: { alignment: { wrapText: true } } }] as const),
  ]);
  return {
    name: 'Read first',
    rows: lines,
    columns: [{ width: 110 }],
    cells,
    a11y: { summary: 'What to keep in mind' },
  };
}

/** An interval takes two columns of a sheet, so that both ends are numbers. */
function spread(columns: readonly Column[]): Column[] {
  return columns.flatMap((column) =>
    column.title.includes('interval')
      ? [
          { ...column, title: `${column.title}, from` },
          { ...column, title: `${column.title}, to` },
        ]
      : [column],
  );
}

function spreadRow(row: readonly Cell[], columns: readonly Column[]): CellValue[] {
  return row.flatMap((cell, index): CellValue[] => {
    if (!columns[index]!.title.includes('interval')) return [cell as string | number | null];
    return Array.isArray(cell) ? [...(cell as [number, number])] : [null, null];
  });
}

function sheetOf(name: string, { title, columns, rows, note }: Table): WriteSheet {
  const wide = spread(columns);
  const body = rows.map((row) => spreadRow(row, columns));
  const cells = new Map<string, { style: CellStyle }>([
    [`${titleRow},0`, { style: { font: { bold: true, size: 14 } } }],
  ]);
  wide.forEach((_, column) => cells.set(`${headRow},${column}`, { style: headed }));
  body.forEach((_, row) =>
    wide.forEach(({ kind }, column) => {
      const numFmt = formats[kind];
      if (numFmt) cells.set(`${headRow + 1 + row},${column}`, { style: { numFmt } });
    }),
  );
  return {
    name,
    rows: [[title], [note ?? null], wide.map((column) => column.title), ...body],
    cells,
    columns: wide.map((_, column) => ({ width: column === 0 ? 34 : 14 })),
    freezePane: { rows: headRow + 1, columns: 1 },
    a11y: { summary: title, headerRow: headRow },
  };
}

/** The whole square of correlations under a scale of colours: brown below nothing, purple above. */
function matrixSheet(found: CorrelationsResult, name: string): WriteSheet {
  const title = `${methodName(found.method)} correlations`;
  const table: Table = {
    title,
    note: 'n, interval and p of each pair stand on the sheet of pairs.',
    columns: [
      { title: 'Variable', kind: 'words' },
      ...found.variables.map((one): Column => ({ title: one, kind: 'share' })),
    ],
    rows: found.r.map((row, i) => [found.variables[i]!, ...row.map((value, j) => (i === j ? null : value))]),
  };
  const last = found.variables.length;
  const number = (value: string) => ({ type: 'num' as const, value });
  return {
    ...sheetOf(name, table),
    conditionalRules: [
      {
        type: 'colorScale',
        priority: 1,
        range: `${cellRef(headRow + 1, 1)}:${cellRef(headRow + last, last)}`,
        colorScale: {
          cfvo: [number('-0.8'), number('0'), number('0.8')],
          colors: [printColours['profile-ambition'], printColours.surface, printColours.brand].map((colour) =>
            colour.slice(1).toUpperCase(),
          ),
        },
      },
    ],
  };
}

function regressionSheets(found: RegressionResult, number: number, level: number): WriteSheet[] {
  const robust = robustTable(found, level);
  return [
    sheetOf(`Regression ${number}`, stepsTable(found)),
    sheetOf(`Coefficients ${number}`, coefficientsTable(found, level)),
    ...(robust ? [sheetOf(`Robust ${number}`, robust)] : []),
    ...intervalSheet(found, `Intervals ${number}`, level),
  ];
}

/** Standardised coefficients of the last step with their intervals, as a table and as a chart of it. */
function intervalSheet({ outcome, n, steps }: RegressionResult, name: string, level: number): WriteSheet[] {
  const rows = (steps.at(-1)?.coefficients ?? []).flatMap(({ name: predictor, b, beta, interval }): Cell[][] => {
    if (beta === null || interval === null || b === 0) return [];
    return [[predictor, (interval[0] * beta) / b, beta, (interval[1] * beta) / b, n]];
  });
  if (rows.length === 0) return [];
  const column = (title: string): Column => ({ title, kind: 'shareThree' });
  const table: Table = {
    title: `Regression of ${outcome}: β with its ${percent(level)} interval, last step`,
    columns: [
      { title: 'Predictor', kind: 'words' },
      column('From'),
      column('β'),
      column('To'),
      { title: 'n', kind: 'whole' },
    ],
    rows,
  };
  return [{ ...sheetOf(name, table), charts: [intervalChart(name, table.title, rows.length)] }];
}

function intervalChart(sheet: string, title: string, count: number): SheetChart {
  const range = (column: number) =>
    `'${sheet}'!$${'ABCD'[column]}$${headRow + 2}:$${'ABCD'[column]}$${headRow + 1 + count}`;
  const brand = printColours.brand.slice(1).toUpperCase();
  const series = ['From', 'β', 'To'].map((name, index) => ({
    name,
    values: range(index + 1),
    categories: range(0),
    // Predictors have no order: the line between them must not be seen, only dots and what spans them.
    color: 'FFFFFF',
    stroke: { width: 0.25 },
    marker: { symbol: index === 1 ? ('circle' as const) : ('dash' as const), size: 8, fill: brand, line: brand },
  }));
  return {
    type: 'line',
    title,
    series,
    hiLowLines: true,
    altText: `${title}; the figures stand beside it.`,
    legend: false,
    anchor: { from: { row: headRow, col: 6 }, to: { row: headRow + 22, col: 16 } },
  };
}
