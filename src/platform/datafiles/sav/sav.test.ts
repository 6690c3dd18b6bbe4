import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { numberAt } from '../columns.ts';
import { fromSavSeconds, toSavSeconds, type SavDictionary, type SavValue } from './dictionary.ts';
import { openSav } from './openSav.ts';
import { readSav, savRows } from './readSav.ts';
import { savPieces, writeSav, type SavRow } from './writeSav.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-sav-'));
const file = path.join(folder, 'data.sav');
afterAll(() => rmSync(folder, { recursive: true }));

const survey: SavDictionary = {
  label: 'Voorbeeld: één bevraging',
  variables: [
    {
      name: 'leeftijd_van_wie_antwoordt',
      width: 0,
      label: 'Leeftijd, in jaren',
      measure: 'scale',
      format: { type: 'F', width: 3, decimals: 0 },
      missing: { values: [999], range: { low: -Infinity, high: 0 } },
    },
    {
      name: 'tevredenheid',
      width: 0,
      measure: 'ordinal',
      format: { type: 'F', width: 2, decimals: 0 },
      valueLabels: [
        { value: 0, label: 'helemaal niet' },
        { value: 10, label: 'heel erg' },
      ],
      missing: { values: [98, 99] },
    },
    {
      name: 'geslacht',
      width: 1,
      measure: 'nominal',
      format: { type: 'A', width: 1, decimals: 0 },
      valueLabels: [{ value: 'v', label: 'vrouw' }],
      missing: { values: ['?'] },
    },
    {
      name: 'sector',
      width: 24,
      measure: 'nominal',
      format: { type: 'A', width: 24, decimals: 0 },
      valueLabels: [{ value: 'zorg en welzijn', label: 'Zorg' }],
      missing: { values: ['weet ik'] },
    },
    {
      name: 'één_verhaal',
      width: 1000,
      label: 'In je eigen woorden',
      measure: 'nominal',
      format: { type: 'A', width: 1000, decimals: 0 },
    },
  ],
};

describe('an SPSS file', () => {
  it('brings back labels, levels, formats, missing values, long and accented names', async () => {
    await writeSav(file, survey, []);
    const open = openSav(file);
    open.close();
    expect(open.dictionary).toMatchObject(survey);
    expect(open.dictionary).toMatchObject({ encoding: 'utf-8', compression: 'bytes', cases: 0 });
  });

  it('brings back every value as it was', async () => {
    const width = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 240, max: 1200 }));
    const table = fc.array(width, { minLength: 1, maxLength: 8 }).chain((widths) => {
      const value = (most: number): fc.Arbitrary<SavValue> =>
        most === 0
          ? fc.option(
              fc.oneof(
                fc.integer({ min: -120, max: 170 }),
                fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
              ),
              { nil: undefined },
            )
          : fc
              .string({ unit: 'binary', maxLength: most })
              .map((text) => text.replace(/[ \0]+$/, ''))
              .filter((text) => Buffer.byteLength(text) <= most);
      return fc.record({
        widths: fc.constant(widths),
        rows: fc.array(fc.tuple(...widths.map(value)), { maxLength: 30 }),
      });
    });
    await fc.assert(
      fc.asyncProperty(table, async ({ widths, rows }) => {
        const variables = widths.map((size, index) => ({ name: `vraag_${index}`, width: size }));
        expect(await writeSav(file, { variables }, rows)).toBe(rows.length);
        expect([...savRows(file)]).toEqual(rows.map((row) => [...row]));
      }),
      { numRuns: 60 },
    );
  });

  it('is one file, whether written at once or as a stream', async () => {
    const rows: SavRow[] = Array.from({ length: 5000 }, (_, row) => [
      row,
      row % 11,
      'v',
      'bouw',
      'ja'.repeat(row % 400),
    ]);
    const moment = new Date('2024-03-01T12:00:00Z');
    await writeSav(file, survey, rows, { moment });
    const pieces: Buffer[] = [];
    for await (const piece of savPieces(survey, rows, { cases: rows.length, moment })) pieces.push(piece);
    const streamed = Buffer.concat(pieces);
    // The second count, of 64 bits, is only there when it was known beforehand.
    const written = readFileSync(file);
    expect(streamed.length).toBe(written.length);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(80_000);
    expect([...savRows(file)]).toHaveLength(5000);
  });

  it('read as columns has nothing where it says missing', async () => {
    await writeSav(file, survey, [
      [34, 7, 'v', 'zorg en welzijn', ''],
      [999, 99, '?', 'weet ik', ''],
      [-3, undefined, '', '', ''],
      [61, 10, 'm', 'bouw', ''],
    ]);
    const table = readSav(file, {
      numbers: ['leeftijd_van_wie_antwoordt', 'tevredenheid'],
      words: ['geslacht', 'sector'],
    });
    const [age, satisfaction, gender, sector] = table.columns;
    const numbers = (column: typeof age) =>
      column && column.kind !== 'words' ? [0, 1, 2, 3].map((row) => numberAt(column, row)) : [];
    expect(numbers(age)).toEqual([34, undefined, undefined, 61]);
    expect(numbers(satisfaction)).toEqual([7, undefined, undefined, 10]);
    expect(gender).toMatchObject({ words: ['v', 'm'], missing: 2 });
    expect(sector).toMatchObject({ words: ['zorg en welzijn', 'bouw'], missing: 2 });
  });

  it('cuts a label that is too long between two signs', async () => {
    await writeSav(file, { variables: [{ name: 'a', width: 0, label: 'é'.repeat(200) }] }, [[1]]);
    const open = openSav(file);
    open.close();
    expect(open.dictionary.variables[0]?.label).toMatch(/^é{126}…$/);
  });

  it('keeps moments to the second', () => {
    const moment = new Date('2024-02-29T13:14:15Z');
    expect(toSavSeconds(new Date('1582-10-14T00:00:00Z'))).toBe(0);
    expect(fromSavSeconds(toSavSeconds(moment))).toEqual(moment);
  });
});

describe('an SPSS file that cannot be used', () => {
  const whole = async () => {
    await writeSav(
      file,
      survey,
      Array.from({ length: 20 }, (_, row) => [row * 1000, 1, 'v', 'bouw', 'x'.repeat(900)]),
    );
    return readFileSync(file);
  };

  it('because it is cut off says where, at whatever byte', async () => {
    const bytes = await whole();
    for (let length = 0; length < bytes.length; length += length < 3000 ? 7 : 611) {
      writeFileSync(file, bytes.subarray(0, length));
      expect(() => readSav(file)).toThrow(
        length === 0
          ? /the file is empty/
          : /^data\.sav(, row \d+, column "[^"]+")?: .*(cut off|not an SPSS file).*\. [A-Z].*\.$/,
      );
    }
  });

  it('because bytes are wrong never ends in anything but a plain message', async () => {
    const bytes = await whole();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const broken = Buffer.from(bytes);
          for (const [at, value] of changes) broken[at] = value;
          writeFileSync(file, broken);
          try {
            readSav(file);
          } catch (error) {
            expect(error).toHaveProperty('name', 'DataFileProblem');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a CSV file', 'a,b\n1,2\n', {}, 'data.sav: this is not an SPSS file. Export it as .sav, or use a CSV file.'],
    [
      'a missing variable',
      undefined,
      { numbers: ['lengte'] },
      'data.sav, column "lengte": there is no such column. There are: leeftijd',
    ],
    [
      'words for numbers',
      undefined,
      { numbers: ['sector'] },
      'data.sav, column "sector": this variable holds words, not numbers.',
    ],
  ])('because of %s says how to mend it', async (_what, content, options, message) => {
    if (content === undefined) await whole();
    else writeFileSync(file, content);
    expect(() => readSav(file, options)).toThrow(message);
  });
});

describe('what no SPSS file can hold is refused', () => {
  it.each([
    ['a name with a space', [{ name: 'mijn naam', width: 0 }], '"mijn naam" cannot be a name in SPSS'],
    [
      'two names that differ in letter case',
      [
        { name: 'Q1', width: 0 },
        { name: 'q1', width: 0 },
      ],
      'Two variables are named "q1"',
    ],
    [
      'four missing values',
      [{ name: 'a', width: 0, missing: { values: [1, 2, 3, 4] } }],
      '"a" has 4 missing values; 3 are allowed.',
    ],
  ])('%s', async (_what, variables, message) => {
    await expect(writeSav(file, { variables }, [])).rejects.toThrow(message);
  });

  it('a value longer than its variable', async () => {
    const variables = [{ name: 'a', width: 3 }];
    await expect(writeSav(file, { variables }, [['abc'], ['éé']])).rejects.toThrow(
      'Row 2: a value of 4 bytes for "a", which takes 3.',
    );
  });
});
