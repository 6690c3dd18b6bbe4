import { readSheet } from 'read-excel-file/node';
import { Readable } from 'node:stream';
import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { Columns } from './columns.ts';
import { xlsxOf } from './xlsx.ts';

const columns: Columns = {
  name: { kind: 'text', heading: 'error.required' },
  hours: { kind: 'decimal', heading: 'error.required' },
  cost: { kind: 'cents', heading: 'error.required' },
  day: { kind: 'day', heading: 'error.required' },
  at: { kind: 'moment', heading: 'error.required' },
  state: { kind: 'code', heading: 'error.required', words: (code) => code.toUpperCase() },
};

const row = { name: 'Bakkerij «De Korst» & zoon', hours: 2.5, cost: 9550, day: '2026-07-01', at: new Date('2026-07-01T12:30:00Z'), state: 'open' }; // prettier-ignore

async function workbook(rows: Iterable<Readonly<Record<string, string | number | Date | null>>>, forPeople = true) {
  const pieces: Uint8Array[] = [];
  const from = (async function* () {
    yield* rows;
  })();
  for await (const piece of xlsxOf({ file: 'x', columns, rows: from }, 'nl', forPeople)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const sheetOf = (file: Buffer): string => {
  const parts = unzipSync(file);
  return strFromU8(parts['xl/worksheets/sheet1.xml']!);
};

test('another program reads the same values: words, figures, euros and days', async () => {
  const [head, first] = await readSheet(Readable.from(await workbook([row])));
  expect(head![0]).toBe('Vul dit nog in.');
  expect(first!.slice(0, 3)).toEqual(['Bakkerij «De Korst» & zoon', 2.5, 95.5]);
  expect((first![3] as unknown as Date).toISOString().slice(0, 10)).toBe('2026-07-01');
  expect((first![4] as unknown as Date).toISOString().slice(0, 16)).toBe('2026-07-01T14:30');
  expect(first![5]).toBe('OPEN');
});

test('a program gets keys and codes', async () => {
  const [head, first] = await readSheet(Readable.from(await workbook([row], false)));
  expect(head).toEqual(['name', 'hours', 'cost', 'day', 'at', 'state']);
  expect(first![5]).toBe('open');
});

test.each(['=1+1', '+32', '-5', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")'])(
  'what somebody typed is never a formula: %j',
  async (typed) => {
    const sheet = sheetOf(await workbook([{ ...row, name: typed }]));
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toMatch(/t="(inlineStr|s|str)"/);
  },
);

test('an export without rows is a sheet with a heading', async () => {
  expect(await readSheet(Readable.from(await workbook([])))).toHaveLength(1);
});

test('it is made while it is read: the first bytes come long before the last row', async () => {
  let given = 0;
  const rows = (async function* () {
    for (; given < 50_000; given++) yield row;
  })();
  for await (const piece of xlsxOf({ file: 'x', columns, rows }, 'nl', true)) {
    expect(piece.length).toBeGreaterThan(0);
    if (given > 0) break;
  }
  expect(given).toBeLessThan(50_000);
});
