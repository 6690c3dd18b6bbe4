import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RegisterProblem } from '../../rules/importProblem.ts';
import { textOf } from './copyLines.ts';
import { RowScanner, type Position } from './rowScanner.ts';

const published = { file: 'three.csv', columns: ['One', 'Two', 'Three'] } as const;
const header = '"One","Two","Three"\n';

/** Reads a file that comes in pieces of these sizes; `from` goes on after a stop. */
function scan(content: Buffer | string, sizes: readonly number[] = [1 << 20], from?: Position) {
  const bytes = Buffer.from(content);
  const rows: string[][] = [];
  const lines: number[] = [];
  const positions: { rows: number; at: Position }[] = [];
  const scanner = new RowScanner(
    published,
    (row) => {
      rows.push([0, 1, 2].map((field) => textOf(row, field)));
      lines.push(row.line);
    },
    from,
  );
  let at = from?.bytes ?? 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    scanner.push(bytes.subarray(at, at + size));
    at += size;
    positions.push({ rows: rows.length, at: scanner.position });
  }
  scanner.end();
  return { rows, lines, positions, last: scanner.position };
}

const field = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.isWellFormed() && !/[\r\0]/.test(text)),
  fc.constantFrom('', '"', '""', ',', '\n', 'De "Zoete" Zwaan, Gent', 'é', '😀', '\\'),
);
const fields = fc.tuple(field, field, field);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe('rows', () => {
  test('come out as they were written, however the file is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fields), sizes, fc.constantFrom('\n', '\r\n'), (rows, cut, end) => {
        const text = header + rows.map((row) => row.map(quoted).join(',') + end).join('');
        expect(scan(text, cut).rows).toEqual(rows);
      }),
    );
  });

  test('read from a place where an earlier reading stopped are the ones that were left', () => {
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1 }), sizes, (rows, cut) => {
        const text = header + rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
        const whole = scan(text, cut);
        for (const { rows: before, at } of whole.positions) {
          if (at.bytes === 0) continue;
          const rest = scan(text, [17], at);
          expect(rest.rows).toEqual(rows.slice(before));
          expect(rest.lines).toEqual(whole.lines.slice(before));
        }
      }),
    );
  });

  test('need no quotes; empty lines and a missing last line end do not count', () => {
    expect(scan(`${header}a,b,c\n\n"d",,"f"\r\n\r\n,,`).rows).toEqual([
      ['a', 'b', 'c'],
      ['d', '', 'f'],
      ['', '', ''],
    ]);
  });

  test('tell the line on which they begin, also after a name of two lines', () => {
    expect(scan(`${header}a,b,c\n"d\nd",e,f\ng,h,i\n`).lines).toEqual([2, 3, 5]);
  });

  test('begin after a byte order mark and names of columns without quotes', () => {
    expect(scan('\ufeffone,TWO,Three\r\na,b,c').rows).toEqual([['a', 'b', 'c']]);
  });

  test('that are all read leave nothing behind', () => {
    const text = `${header}a,b,c\nd,e,f`;
    expect(scan(text).last.bytes).toBe(text.length);
  });
});

describe('what is wrong', () => {
  const problemOf = (content: Buffer | string, cut?: readonly number[]) => {
    try {
      scan(content, cut);
    } catch (problem) {
      if (problem instanceof RegisterProblem) return problem.problem;
      throw problem;
    }
    throw new Error('nothing was refused');
  };

  test.each([
    ['a field too many', 'a,b,c\nd,e,f,g\n', { code: 'columns', line: 3, params: { expected: 3, found: 4 } }],
    ['a field too few', 'a,b\n', { code: 'columns', line: 2, params: { expected: 3, found: 2 } }],
    ['a quote within words', 'a,b"b,c\n', { code: 'quote', line: 2, column: 'Two' }],
    ['words after a quote', 'a,"b" b,c\n', { code: 'quote', line: 2, column: 'Two' }],
    ['a quote that never closes', 'a,b,c\na,"b,c\nd,e,f\n', { code: 'quote', line: 3 }],
    ['a line that never ends', `a,"${'x'.repeat(70_000)}`, { code: 'long', line: 2 }],
    ['a row that is too long', `a,b,${'x'.repeat(70_000)}\n`, { code: 'long', line: 2 }],
  ])('%s tells its line, however the file is cut', (_, body, wanted) => {
    for (const cut of [[1 << 20], [7]])
      expect(problemOf(header + body, cut)).toMatchObject({ file: 'three.csv', ...wanted });
  });

  test('is another encoding, with the first line that shows it', () => {
    expect(problemOf(Buffer.from(`${header}a,b,c\nCafé,b,c\n`, 'latin1'))).toMatchObject({ code: 'encoding', line: 3 });
    expect(problemOf(Buffer.from(`${header}a,b,c\n`, 'utf16le')).code).toMatch(/^(header|encoding|noHeader)$/);
  });

  test('is an empty file, or one with other columns', () => {
    expect(problemOf('')).toMatchObject({ code: 'noHeader' });
    expect(problemOf('"One","Deux","Three"\n')).toMatchObject({ code: 'header', column: 'Two' });
    expect(problemOf('One;Two;Three\n')).toMatchObject({ code: 'header', column: 'One' });
    expect(problemOf('One,Two,Three,Four\n')).toMatchObject({ code: 'header' });
  });
});
