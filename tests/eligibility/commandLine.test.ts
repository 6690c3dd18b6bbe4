import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerFile } from '#modules/eligibility/index.ts';
import { refusedCases, table } from '#modules/eligibility/cases/table.testing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-eligibility-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run -s krachtlijn -- eligibility`, without any setting of ours. */
function eligibility(args: readonly string[], content: string, input?: string) {
  writeFileSync(path.join(folder, 'case.json'), content);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, '../../cli/krachtlijn.ts'), 'eligibility', ...args],
    { cwd: folder, encoding: 'utf8', input, maxBuffer: 1e9, env: { PATH: process.env.PATH } },
  );
  return { status, stdout, stderr };
}

const example = `{ "date": "2026-05-04", "subject": "A", "programme": "competentiechecks-2023",
  "enterprises": {
    "A": { "periods": [ { "year": 2024, "headcount": 20, "turnover": 3000000, "balance": 2000000 }, { "year": 2025, "headcount": 20, "turnover": 3000000, "balance": 2000000 } ] },
    "B": { "kind": "enterprise", "periods": [ { "year": 2025, "headcount": 40, "turnover": 8000000, "balance": 6000000 } ] } },
  "holdings": [ { "holder": "B", "held": "A", "capital": 25, "votes": 25, "control": false } ],
  "jointCommittees": [ { "number": "124", "workers": 18 } ],
  "aid": [ { "undertaking": "A", "date": "2024-03-15", "regulation": "2023/2831", "amount": 150000 } ],
  "grant": { "amount": 5000, "regulation": "2023/2831" } }
`;
const exampleAnswer = {
  outcome: 'eligible',
  sme: {
    class: 'small',
    isSme: true,
    autonomous: false,
    totals: { headcount: 30, turnover: 5_000_000, balance: 3_500_000 },
    linked: [],
    partners: [{ id: 'B', share: 25 }],
  },
  deMinimis: {
    ceiling: 300_000,
    used: 150_000,
    room: 150_000,
    allowed: true,
    window: { from: '2023-05-04', to: '2026-05-04' },
  },
  lot: { number: 1, because: '124' },
  rules: { version: expect.stringMatching(/^eligibility-\d+$/) },
};

describe('krachtlijn eligibility', () => {
  it('prints the decision as JSON in the agreed shape, and nothing else', () => {
    const { status, stdout, stderr } = eligibility(['case.json'], example);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject(exampleAnswer);
    for (const { code, text, source } of answer.reasons) {
      expect(code).toMatch(/^[a-zA-Z0-9]+$/);
      expect(Object.keys(text)).toEqual(['nl', 'en', 'fr', 'de']);
      expect(source).not.toBe('');
    }
  });

  it('reads standard input for a dash', () => {
    const { status, stdout } = eligibility(['-'], '', example);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject(exampleAnswer);
  });

  it('answers every case of the table in one go, a case a line', () => {
    const { status, stdout, stderr } = eligibility(
      ['case.json'],
      table.map(({ given }) => `${JSON.stringify(given)}\n`).join(''),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answers = stdout.trimEnd().split('\n');
    expect(answers).toHaveLength(table.length);
    table.forEach(({ name, answer }, at) => expect(JSON.parse(answers[at]!), name).toMatchObject(answer));
  });

  it('answers a list with a list', () => {
    const { status, stdout } = eligibility(['case.json'], `[${example},${example}]`);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([exampleAnswer, exampleAnswer]);
    // More than one part of what is written at once.
    const many = eligibility(['case.json'], `[${Array.from({ length: 401 }, () => example).join(',')}]`);
    expect(many.stdout).toBe(`${JSON.stringify(JSON.parse(many.stdout), null, 1)}\n`);
    expect(JSON.parse(many.stdout)).toHaveLength(401);
    expect(eligibility(['case.json'], '[]')).toMatchObject({ status: 0, stdout: '[]\n' });
  });

  it.each([
    ['a case that is cut off', example.slice(0, 200), /^case\.json.*line 3.*not JSON from here/],
    ['an empty file', '', /^case\.json.*nothing in it/],
    [
      'a percentage over 100',
      example.replace('"capital": 25', '"capital": 125'),
      /line 5.*holdings\[0\]\.capital.*at most 100/,
    ],
    [
      'a word that JSON does not know',
      example.replace('"balance": 6000000', '"balance": NaN'),
      /^case\.json, line 4, .*not JSON from here/,
    ],
    [
      'an enterprise that stands there twice',
      example.replace('"B": {', '"A": {'),
      /^case\.json, line 4, column "A": this name stands there twice/,
    ],
    ['a wrong case on the second line', `${JSON.stringify(JSON.parse(example))}\n{"date":"2026-05-04"}\n`, /line 2/],
  ])('%s ends with 2, one line that says where and how to mend it, and no answer', (_, content, says) => {
    const { status, stdout, stderr } = eligibility(['case.json'], content);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a file that is not there, and no file, end with 2', () => {
    expect(eligibility(['other.json'], '')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/cannot be opened/),
    });
    expect(eligibility(['.'], '')).toMatchObject({ status: 2, stderr: expect.stringMatching(/is a folder/) });
    expect(eligibility([], '')).toMatchObject({ status: 2, stderr: expect.stringMatching(/Which case/) });
  });
});

describe('a file with a case that cannot be decided on', () => {
  it.each(refusedCases)('$name: names the line and the field', ({ given, field, says }) => {
    const content = JSON.stringify(given, null, 1);
    expect(() => answerFile(content, 'case.json')).toThrow(says);
    try {
      answerFile(content, 'case.json');
    } catch (error) {
      expect(error).toMatchObject({ name: 'DataFileProblem', place: { column: field || undefined } });
      const { line } = (error as { place: { line: number } }).place;
      const last = field.split(/[.[]/).at(-1)!.replace(']', '');
      const shown = content.split('\n')[line - 1]!;
      // A field that is missing is shown at what should hold it.
      if (content.includes(`"${last}"`) && /\D/.test(last) && !/missing/.test((error as Error).message))
        expect(shown).toContain(`"${last}"`);
    }
  });
});
