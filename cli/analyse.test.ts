import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeSav } from '#platform/datafiles/sav/writeSav.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-analyse-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
});

const example = path.join(import.meta.dirname, '../src/modules/evaluation/example');

/** `npm run -s krachtlijn -- analyse`, in a folder with the files given, without any setting of ours. */
function analyse(files: Readonly<Record<string, string | object>>, ...more: string[]) {
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  const data = Object.keys(files).find((name) => name.endsWith('.csv')) ?? 'data.sav';
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(import.meta.dirname, 'krachtlijn.ts'),
      'analyse',
      '--data',
      data,
      ...(more.includes('--plan') ? [] : ['--plan', 'plan.json']),
      ...more,
    ],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH } },
  );
  return { status, stdout, stderr };
}

const rows = Array.from({ length: 12 }, (_, row) => [1 + (row % 5), 1 + ((row * 3) % 5), 1 + ((row * 7) % 4), row % 2]);
const csv = `a,b,c,group\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const plan = {
  scales: [{ name: 'agree', items: ['a', 'b'], reverse: ['a'], min: 1, max: 5, minimumAnswered: 0.5 }],
  correlations: [{ method: 'spearman', variables: ['agree', 'c'], missing: 'pairwise' }],
  regressions: [{ outcome: 'c', blocks: [['agree'], ['a']] }],
  tests: [{ kind: 'paired-t', before: 'a', after: 'b' }],
};

describe('krachtlijn analyse', () => {
  it('prints JSON in the agreed shape, and nothing else', () => {
    const { status, stdout, stderr } = analyse({ 'data.csv': csv, 'plan.json': plan });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      rows: 12,
      scales: [{ name: 'agree', items: 2, n: 12, itemStatistics: [{ item: 'a' }, { item: 'b' }] }],
      correlations: [
        {
          method: 'spearman',
          variables: ['agree', 'c'],
          p: [
            [null, expect.any(Number)],
            [expect.any(Number), null],
          ],
          n: [
            [12, 12],
            [12, 12],
          ],
        },
      ],
      regressions: [
        {
          outcome: 'c',
          n: 12,
          steps: [
            { predictors: ['agree'], df: [1, 10] },
            { predictors: ['agree', 'a'], df: [2, 9] },
          ],
        },
      ],
      tests: [{ kind: 'paired-t', n: 12, df: 11, effect: { name: expect.any(String) } }],
      warnings: expect.any(Array),
    });
    const constant = result.regressions[0].steps[0].coefficients[0];
    expect(constant).toMatchObject({ name: '(constant)', beta: null, vif: null, tolerance: null });
    for (const figure of ['mean', 'sd', 'alpha', 'standardisedAlpha', 'omega'])
      expect(result.scales[0], figure).toHaveProperty(figure);
  });

  it('gives the same for an SPSS file as for the CSV file that it was made from', async () => {
    const variables = ['a', 'b', 'c', 'group'].map((name) => ({ name, width: 0 }));
    const fromCsv = JSON.parse(analyse({ 'data.csv': csv, 'plan.json': plan }).stdout);
    rmSync(path.join(folder, 'data.csv'));
    await writeSav(path.join(folder, 'data.sav'), { variables }, rows);
    const { status, stdout } = analyse({ 'plan.json': plan });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ ...fromCsv, data: 'data.sav' });
  });

  it.each([
    ['a page', 'out.html', '<!doctype html>'],
    ['a workbook', 'out.xlsx', 'PK'],
    ['JSON', 'out.json', '{\n'],
  ])('writes %s, and an R script beside it, and says nothing', (_what, name, start) => {
    const { status, stdout, stderr } = analyse(
      { 'data.csv': csv, 'plan.json': plan },
      '--out',
      name,
      '--script',
      'out.R',
    );
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['data.csv', 'out.R', name, 'plan.json'].sort());
    expect(readFileSync(path.join(folder, name), 'latin1').startsWith(start)).toBe(true);
    expect(readFileSync(path.join(folder, 'out.R'), 'utf8')).toContain('"data.csv"');
  });

  it('reads what Excel saves in Belgium when told so', () => {
    const excel = `\uFEFF${csv.replaceAll(',', ';').replaceAll('\n', '\r\n').replace('\r\n1;', '\r\n1,0;')}`;
    const plain = JSON.parse(analyse({ 'data.csv': csv, 'plan.json': plan }).stdout);
    const { status, stdout } = analyse({ 'data.csv': excel, 'plan.json': plan }, '--excel');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(plain);
  });

  it('says how far it is on standard error, once it takes longer than a second', () => {
    const many = `a,b,c,group\n${`${rows.map((row) => row.join(',')).join('\n')}\n`.repeat(60_000)}`;
    const { status, stdout, stderr } = analyse({ 'data.csv': many, 'plan.json': plan });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows).toBe(720_000);
    // A quick computer has nothing to say.
    for (const line of stderr.split('\n').filter(Boolean)) expect(line).toMatch(/^(reading|computing): \d+ %$/);
  });
});

const small = 'a,b,c,group\n1,2,3,1\n2,3,1,2\n3,1,2,1\n5,4,1,2\n';
const regression = { regressions: [{ outcome: 'a', blocks: [['b', 'c', 'group']] }] };

describe('what cannot be computed ends with 2 and one line that says where and how to mend it', () => {
  it.each<[string, string, string | object, string]>([
    [
      'a missing column',
      small,
      { correlations: [{ method: 'pearson', variables: ['a', 'wage'] }] },
      'data.csv, line 1, column "wage": there is no such column. There are: a, b, c, group.',
    ],
    [
      'text in a number',
      small.replace('\n3,1', '\noften,1'),
      plan,
      'data.csv, line 4, column "a": "often" is not a number. Write a number,',
    ],
    [
      'a decimal comma',
      small.replace('\n3,1', '\n"3,5",1'),
      plan,
      'data.csv, line 4, column "a": "3,5" has a decimal comma. Write 3.5.',
    ],
    [
      'a byte-order mark',
      `\uFEFF${small}`,
      plan,
      'data.csv, line 1, column "A": starts with a byte-order mark, as Excel writes it. Save it without one (UTF-8).',
    ],
    [
      'semicolons',
      small.replaceAll(',', ';'),
      plan,
      'data.csv, line 1, column "A": the names are separated by semicolons. Save it with commas.',
    ],
    [
      'duplicate names',
      small.replace('a,b,c', 'a,b,a'),
      plan,
      'data.csv, line 1, column "a": this name stands twice, in A and C. Give each column a name of its own.',
    ],
    ['an empty file', '', plan, 'data.csv, line 1: the file is empty. Save the data again'],
    [
      'a constant item',
      'a,b,c,group\n1,4,1,1\n2,4,2,1\n3,,3,1\n',
      plan,
      'data.csv, line 2, column "b": everybody has the same answer, 4, to this item of agree, from here on. An item that never varies measures nothing: take it out of the scale.',
    ],
    [
      'more predictors than rows',
      small,
      regression,
      'data.csv, line 5, column "a": its regression has 3 predictors, and only 4 rows have an answer to everything in it. That needs at least 5 rows:',
    ],
    [
      'a scale of one item',
      small,
      { scales: [{ name: 'alone', items: ['a'] }] },
      'plan.json, line 1, column "scales[0].items": a scale needs two items or more;',
    ],
    [
      'a value outside min and max',
      small.replace('\n3,1', '\n3,9'),
      plan,
      'data.csv, line 4, column "b": 9 lies outside the answer scale of agree, 1 to 5. Mend the answer,',
    ],
    [
      'a plan that is not JSON',
      small,
      '{ "scales": [ }',
      'plan.json, line 1, column "15": this is not JSON from here on.',
    ],
    [
      'a plan with an unknown field',
      small,
      { ...plan, missing: 'listwise' },
      'plan.json, line 1, column "missing": there is no such field in a plan.',
    ],
    [
      'a scale named like a column',
      small,
      { scales: [{ name: 'c', items: ['a', 'b'] }] },
      'data.csv, line 2, column "c": a scale of the plan has the name of this column.',
    ],
    [
      'three groups where two are compared',
      small.replace('5,4,1,2', '5,4,1,3'),
      { tests: [{ kind: 'welch-t', outcome: 'a', group: 'group' }] },
      'column "group": welch-t compares two groups; in this column 3 have answers: 1, 2, 3.',
    ],
    [
      'an unknown group',
      small,
      { tests: [{ kind: 'welch-t', outcome: 'a', group: 'group', groups: [1, 7] }] },
      'column "group": there is no group "7". There are: 1, 2.',
    ],
    ['a plan that asks nothing', small, {}, 'data.csv: the plan asks nothing of it.'],
  ])('%s', (_what, data, asked, line) => {
    const { status, stdout, stderr } = analyse(
      { 'data.csv': data, 'plan.json': asked },
      '--out',
      'out.json',
      '--script',
      'out.R',
    );
    expect(stderr).toContain(line);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
    expect(readdirSync(folder).sort()).toEqual(['data.csv', 'plan.json']);
  });

  it('a truncated .sav', async () => {
    const file = path.join(folder, 'data.sav');
    await writeSav(
      file,
      {
        variables: [
          { name: 'a', width: 0 },
          { name: 'b', width: 0 },
        ],
      },
      Array.from({ length: 50 }, (_, row) => [row / 3, row / 7]),
    );
    writeFileSync(file, readFileSync(file).subarray(0, -100));
    const { status, stdout, stderr } = analyse({
      'plan.json': { correlations: [{ method: 'pearson', variables: ['a', 'b'] }] },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^data\.sav, row 4\d, column "[ab]": the file is cut off here: it promises 50 rows\. Copy or export it again\.\n$/,
    );
  });

  it.each([
    ['no data', ['analyse'], 'Which data? Add --data FILE.'],
    ['no plan', ['analyse', '--data', 'x.csv'], 'Which plan? Add --plan PLAN.json.'],
    [
      'an unknown kind of result',
      ['analyse', '--data', 'x.csv', '--plan', 'x.json', '--out', 'x.docx'],
      '--out ends in .json, .html, .xlsx; "x.docx" does not.',
    ],
    [
      'data that is not there',
      ['analyse', '--data', 'x.csv', '--plan', path.join(example, 'plan.json')],
      'x.csv: cannot be opened.',
    ],
  ])('%s', (_what, args, line) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(import.meta.dirname, 'krachtlijn.ts'), ...args],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stderr).toContain(line);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
  });

  it('a folder that cannot be written in leaves nothing behind', () => {
    const { status, stderr } = analyse({ 'data.csv': csv, 'plan.json': plan }, '--out', 'nowhere/out.json');
    expect(status).toBe(2);
    expect(stderr).toContain('nowhere/out.json cannot be written');
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  });
});
