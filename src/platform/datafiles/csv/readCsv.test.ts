import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { numberAt, wordAt, type Table } from '../columns.ts';
import { readCsv, type CsvOptions } from './readCsv.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Uint8Array, options?: CsvOptions): Table {
  const file = path.join(folder, 'data.csv');
  writeFileSync(file, content);
  return readCsv(file, options);
}

function values(table: Table): Record<string, (number | string | undefined)[]> {
  return Object.fromEntries(
    table.columns.map((column) => [
      column.name,
      Array.from({ length: table.rows }, (_, row) =>
        column.kind === 'words' ? wordAt(column, row) : numberAt(column, row),
      ),
    ]),
  );
}

describe('a CSV file', () => {
  it('gives a column per name, with missing values where nothing, NA, a point or #NULL! stands', () => {
    expect(values(read('a,b,c\n1,2.5,\nNA,-3,4\n.,#NULL!, 5 \n'))).toEqual({
      a: [1, undefined, undefined],
      b: [2.5, -3, undefined],
      c: [undefined, 4, 5],
    });
  });

  it('may end with or without a line end, in the way of Unix or Windows, with empty lines', () => {
    for (const content of ['a,b\n1,2\n3,4', 'a,b\r\n1,2\r\n3,4\r\n', 'a,b\n\n1,2\n\n\n3,4\n\n'])
      expect(values(read(content))).toEqual({ a: [1, 3], b: [2, 4] });
  });

  it('may have quotes, with separators, quotes and line ends between them', () => {
    const table = read('"a","b, ""c"""\n"1","x,\n""y"""\n2,z\n', { numbers: ['a'], words: ['b, "c"'] });
    expect(values(table)).toEqual({ a: [1, 2], 'b, "c"': ['x,\n"y"', 'z'] });
    expect(table.placeOf(1, 'a').line).toBe(4);
  });

  it('takes digits as words where words are asked for', () => {
    expect(values(read('team,a\n7,1\n12,2\n7,\n,4\n', { numbers: ['a'], words: ['team'] }))).toEqual({
      a: [1, 2, undefined, 4],
      team: ['7', '12', '7', undefined],
    });
  });

  it('may be as R writes it, with row names under no name', () => {
    const table = read('"","A1","A2"\n"61617",2,NA\n"61618",4,4\n', { numbers: ['A1', 'A2'] });
    expect(values(table)).toEqual({ A1: [2, 4], A2: [undefined, 4] });
  });

  it('is read as Excel saves it here when that is said', () => {
    const table = read('\uFEFFleeftijd;"één";naam\r\n34;3,5;Jan\r\n;1234,25;\r\n', {
      dialect: 'excel',
      numbers: ['leeftijd', 'één'],
      words: ['naam'],
    });
    expect(values(table)).toEqual({ leeftijd: [34, undefined], één: [3.5, 1234.25], naam: ['Jan', undefined] });
  });

  it('gives small whole numbers in a byte each, everything else in doubles', () => {
    const table = read('a,b,c\n1,200,1\n7,2,1.5\n-120,100,1\n');
    expect(table.columns.map(({ kind }) => kind)).toEqual(['bytes', 'doubles', 'doubles']);
    expect(table.columns[0]).toMatchObject({ minimum: -120, maximum: 7, missing: 0 });
  });

  it('steps over columns that nobody asks for, whatever stands in them', () => {
    expect(values(read('a,b\n"long\nstory",1\nx,2\n', { numbers: ['b'] }))).toEqual({ b: [1, 2] });
  });

  it('comes back as it was written, wherever the pieces are cut', () => {
    const cell = fc.oneof(
      fc.integer({ min: -200, max: 200 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(undefined),
    );
    const line = fc.record({ a: cell, b: cell, filler: fc.string({ maxLength: 30 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 300 }), (rows, times) => {
        const many = Array.from({ length: times }, () => rows).flat();
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const content = many.map(({ a, b, filler }) => `${a ?? ''},${quote(filler)},${b ?? ''}\n`).join('');
        const table = values(read(`a,f,b\n${content}`, { numbers: ['a', 'b'] }));
        expect(table.a).toEqual(many.map(({ a }) => (a === undefined ? a : a + 0)));
        expect(table.b).toEqual(many.map(({ b }) => (b === undefined ? b : b + 0)));
      }),
      { numRuns: 40 },
    );
  });

  it('knows the line of every row, over pieces, empty lines and line ends in quotes', () => {
    const table = read(`a,b\n${'\n1,"x\ny"\n'.repeat(40_000)}2,z\n`, { numbers: ['a'] });
    expect(table.rows).toBe(40_001);
    expect(table.placeOf(0, 'a').line).toBe(3);
    expect(table.placeOf(39_999, 'a').line).toBe(3 + 3 * 39_999);
    expect(table.placeOf(40_000, 'a').line).toBe(2 + 3 * 40_000);
  });
});

describe('a CSV file that cannot be used', () => {
  it.each<[string, string | Uint8Array, CsvOptions, string]>([
    [
      'a missing column',
      'a,b\n1,2\n',
      { numbers: ['c'] },
      'data.csv, line 1, column "c": there is no such column. There are: a, b.',
    ],
    [
      'a name in other letters',
      'Age,b\n1,2\n',
      { numbers: ['age'] },
      'line 1, column "age": there is no such column. Write Age.',
    ],
    ['text in a number', 'a,b\n1,2\n3,often\n', {}, 'data.csv, line 3, column "b": "often" is not a number.'],
    [
      'a decimal comma in quotes',
      'a,b\n1,"2,5"\n',
      {},
      'data.csv, line 2, column "b": "2,5" has a decimal comma. Write 2.5. If it comes from Excel',
    ],
    [
      'decimal commas without quotes',
      'a,b\n1,5,2,5\n',
      {},
      'line 2, column "b": the line goes on after this, the last column: it has more than 2 fields. Decimal commas? Write points.',
    ],
    [
      'a byte-order mark',
      '\uFEFFa,b\n1,2\n',
      {},
      'data.csv, line 1, column "A": starts with a byte-order mark, as Excel writes it. Save it without one (UTF-8). If it comes from Excel',
    ],
    [
      'semicolons',
      'a;b\n1;2\n',
      {},
      'data.csv, line 1, column "A": the names are separated by semicolons. Save it with commas.',
    ],
    ['tabs', 'a\tb\n1\t2\n', {}, 'the names are separated by tabs. Save it with commas.'],
    [
      'commas where Excel was promised',
      'a,b\n1,2\n',
      { dialect: 'excel' },
      'the names are separated by commas. Leave --excel out.',
    ],
    [
      'both decimal marks',
      'a;b\n1,5;2.5\n',
      { dialect: 'excel' },
      'line 2, column "b": "2.5" has another decimal mark than the numbers before it.',
    ],
    [
      'duplicate names',
      'a,b,a\n1,2,3\n',
      {},
      'data.csv, line 1, column "a": this name stands twice, in A and C. Give each column a name of its own.',
    ],
    ['an empty file', '', {}, 'data.csv, line 1: the file is empty. Save the data again, names on the first line.'],
    ['names without rows', 'a,b\n', {}, 'data.csv, line 2: there are names but no rows.'],
    ['a line without names', '\n1,2\n', {}, 'data.csv, line 1: has no names on its first line.'],
    ['a short line', 'a,b\n1\n', {}, 'line 2, column "a": the line ends after this column: it has 1 of 2 fields.'],
    ['an open quote', 'a,b\n1,"2\n3,4\n', {}, 'line 2, column "b": a quote is opened and never closed.'],
    ['a workbook', Buffer.from('PK\u0003\u0004'), {}, 'data.csv: this is a workbook, not a CSV file.'],
    ['UTF-16', Buffer.from('\uFEFFa,b', 'utf16le'), {}, 'data.csv, line 1: the file is UTF-16.'],
    [
      'old accents',
      Buffer.from('caf\u00e9,b\n1,2\n', 'latin1'),
      {},
      'line 1: the accents are not in UTF-8. Save it as "CSV UTF-8".',
    ],
    ['an endless number', 'a\n1e999\n', {}, 'line 2, column "a": "1e999" is not a number.'],
  ])('because of %s says where and how to mend it', (_what, content, options, message) => {
    expect(() => read(content, options)).toThrow(message);
  });

  it('because it is not there says so', () => {
    expect(() => readCsv('/nowhere/data.csv')).toThrow('/nowhere/data.csv: cannot be opened. Is the path right');
  });
});
