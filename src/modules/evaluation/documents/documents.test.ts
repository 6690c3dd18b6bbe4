import path from 'node:path';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../analysis/carryOut.ts';
import { readData } from '../analysis/readData.ts';
import type { AnalysisResult } from '../analysis/result.ts';
import { examplePlan } from '../example/exampleFiles.ts';
import { AnalysisPlan } from '../inputs.ts';
import { analysisPage } from './analysisPage.ts';
import { analysisWorkbook } from './analysisWorkbook.ts';
import { printed, stars } from './figures.ts';

let result: AnalysisResult;
beforeAll(async () => {
  const plan = AnalysisPlan.parse({ ...examplePlan, title: 'Climate & <competences>' });
  result = carryOut(await readData(path.join(import.meta.dirname, '../example/survey.csv'), plan), plan, 'survey.csv');
});

describe('a figure is printed as journals have it', () => {
  it.each([
    [0.7, 'share', '.70'],
    [-0.348, 'share', '−.35'],
    [-0.001, 'share', '.00'],
    [1, 'share', '1.00'],
    [-1.254, 'two', '−1.25'],
    [0.0004, 'p', '< .001'],
    [0.0354, 'p', '.035'],
    [95, 'whole', '95'],
    [null, 'two', '–'],
    [[-0.1, 0.25], 'share', '[−.10, .25]'],
  ] as const)('%s as %s: %s', (cell, kind, text) => {
    expect(printed(cell, kind)).toBe(text);
  });

  it('with stars for p under .05 and .01, none for what was not tested', () => {
    expect([0.009, 0.01, 0.049, 0.05, null].map(stars)).toEqual(['**', '*', '*', '', '']);
  });
});

describe('the page', () => {
  it('needs nothing but itself: no script, no address, no picture from elsewhere', () => {
    const page = analysisPage(result);
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(|https?:\/\/(?!www\.w3\.org)/);
    expect(page).toContain('<html lang="en">');
  });

  it('makes what comes from the plan and the data safe', () => {
    expect(analysisPage(result)).toContain('<h1>Climate &amp; &lt;competences&gt;</h1>');
  });

  it('shows every table with its caption, and every picture with its words', () => {
    const page = analysisPage(result);
    expect(page.match(/<table>/g)!.length).toBe(page.match(/<caption>/g)!.length);
    expect(page.match(/<svg /g)).toHaveLength(4);
    expect(page.match(/<svg [^>]*role="img" aria-label="[^"]+"/g)).toHaveLength(4);
  });

  it('gives n beside every row, and the interval of every mean, alpha, correlation and coefficient', () => {
    const page = analysisPage(result);
    for (const table of page.split('<table>').slice(1)) {
      const head = table.slice(0, table.indexOf('</thead>'));
      expect(head.includes('>n') || /\d+ rows\./.test(table)).toBe(true);
    }
    for (const what of ['interval of M', 'interval of α', '95 % interval<', 'interval of B'])
      expect(page).toContain(what);
    const { b, interval } = result.regressions[0]!.steps[1]!.coefficients[1]!;
    expect(page).toContain(printed(b, 'three'));
    expect(page).toContain(printed(interval, 'three'));
  });

  it('starts with what to keep in mind, and never says that one thing brings another about', () => {
    const page = analysisPage(result);
    expect(page.indexOf('Before you read the numbers')).toBeLessThan(page.indexOf('<table>'));
    for (const warning of result.warnings) expect(page).toContain(warning.slice(0, 40).split('"')[0]);
    expect(page).not.toMatch(/\b(leads? to|causes?|because of|due to|effect of|impact|influences?)\b/i);
  });
});

describe('the workbook', () => {
  it('reads back with full figures, a sheet a table', async () => {
    const bytes = Buffer.from(await analysisWorkbook(result));
    const scales = await readSheet(bytes, 'Scales');
    const row = scales.find(([name]) => name === 'leadership')!;
    const found = result.scales.find(({ name }) => name === 'leadership')!;
    expect(row.slice(0, 6)).toEqual(['leadership', 3, found.mean, found.sd, ...found.meanInterval!]);
    expect(row).toContain(found.alpha);
    const pairs = await readSheet(bytes, 'Pairs');
    expect(pairs).toHaveLength(3 + 105);
    const coefficients = await readSheet(bytes, 'Coefficients 1');
    expect(coefficients.at(-1)).toContain(result.regressions[0]!.steps[1]!.coefficients.at(-1)!.b);
    const first = await readSheet(bytes, 'Read first');
    for (const warning of result.warnings) expect(first.flat()).toContain(warning);
  });

  it('holds the heat map as a scale of colours, and intervals as charts', async () => {
    const files = unzipSync(await analysisWorkbook(result));
    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    const withColours = sheets.filter(([, bytes]) => Buffer.from(bytes).includes('colorScale'));
    expect(withColours).toHaveLength(1);
    expect(Object.keys(files).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(3);
  });
});
