import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { RegisterProblem, type ImportProblem } from '../rules/importProblem.ts';
import { describeProblem } from '../text/describeProblem.ts';
import { factsFromRegister } from './facts.ts';
import { importRegister } from './importRegister.ts';
import { asExtract, smallPublication, writeSmall } from './publication.testing.ts';
import { searchRegister } from './search.ts';

const database = useOwnDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-register-'));
afterAll(() => rmSync(folder, { recursive: true }));
const place = path.join(folder, 'KboOpenData_0007_2026_11_Full.zip');
const now = () => new Date('2026-11-05T10:00:00Z');

const take = (anyway = false, from = place) =>
  importRegister({ databaseUrl: database.url(), place: from, anyway, now });

function read<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });
}

/** Everything that the register holds, in one order. */
const everything = () =>
  read(async (db) => ({
    extract: await db.many(sql`select * from register_extract`),
    enterprises: await db.many(sql`select * from register_enterprises order by number`),
    units: await db.many(sql`select * from register_units order by number`),
    names: await db.many(
      sql`select *, words::text as words from register_names order by entity_number, language, kind`,
    ),
    addresses: await db.many(sql`select * from register_addresses order by entity_number`),
    activities: await db.many(sql`select * from register_activities order by entity_number, activity_group, nace_code`),
    codes: await db.many(sql`select * from register_codes order by category, code, language`),
    steps: await db.many(sql`select * from register_steps`),
    next: await db.many(sql`select tablename from pg_tables where schemaname = 'register_next'`),
  }));

async function problemOf(attempt: Promise<unknown>): Promise<ImportProblem> {
  return attempt.then(
    () => {
      throw new Error('nothing was refused');
    },
    (problem: unknown) => {
      if (problem instanceof RegisterProblem) return problem.problem;
      throw problem;
    },
  );
}

beforeAll(async () => {
  writeSmall(place);
  // The example brings a register of its own, of the same day.
  await take(true);
});

describe('an import of the register', () => {
  test('holds enterprises, units, names, addresses and codes as they were published', async () => {
    const { enterprises, units, names, addresses, extract } = await everything();
    expect(enterprises).toMatchObject([
      { number: '0123456749', natural_person: false, legal_form: '610', starts_on: '1960-08-09' },
      { number: '0400123416', natural_person: true, legal_form: null, starts_on: '2020-02-29' },
      { number: '1000000120', natural_person: false, legal_form: '411', starts_on: null },
    ]);
    expect(units).toHaveLength(2);
    expect(names.map((row) => (row as { name: string }).name)).toEqual([
      'Boulangerie Le Cygne',
      'Bakkerij "De Zoete Zwaan" B.V.B.A.',
      'Van Braamdonck, Zoë',
      'Gemeente Klaverghem',
      'Brood\\en\\beleg',
    ]);
    expect(addresses).toMatchObject([{ zip: '9000', street_fr: "Rue de l'Église", box: '3' }, { zip: '8000' }]);
    expect(extract).toMatchObject([{ number: 7, snapshot_on: '2026-11-01', nace_version: '2025' }]);
  });

  test('keeps of the activities the main ones of the newest version, by each authority', async () => {
    const { activities } = await everything();
    expect(activities.map((row) => Object.values(row as object).join(' '))).toEqual([
      '0123456749 001 2025 10711',
      '0123456749 003 2025 62100',
      '1000000120 006 2025 88910',
    ]);
  });

  test('of the same file again changes nothing', async () => {
    const before = await everything();
    expect(await take()).toMatchObject({ state: 'same', rowsRead: 0 });
    expect(await everything()).toEqual(before);
  });

  test('of a newer one replaces all of it; an older one is refused unless one says so', async () => {
    const newer = path.join(folder, 'newer.zip');
    const [header, first] = smallPublication['enterprise.csv'].split('\n');
    writeSmall(newer, { ...asExtract(8, '06-12-2026'), 'enterprise.csv': `${header}\n${first}\n` });
    expect(await take(false, newer)).toMatchObject({ state: 'done', counts: { enterprise: 1 } });
    expect((await everything()).enterprises).toHaveLength(1);
    const before = await everything();
    expect(await problemOf(take())).toMatchObject({ code: 'older' });
    expect(await everything()).toEqual(before);
    expect(await take(true)).toMatchObject({ state: 'done', counts: { enterprise: 3 } });
  });

  test('of other contents under the same number is no accident: refused unless one says so', async () => {
    const other = path.join(folder, 'other.zip');
    writeSmall(other, { 'denomination.csv': smallPublication['denomination.csv'].replace('Zwaan', 'Raaf') });
    expect(await problemOf(take(false, other))).toMatchObject({ code: 'changed' });
  });

  test('reads lines that end as on Windows, a byte order mark, and a last line without an end', async () => {
    const before = await everything();
    const windows = path.join(folder, 'windows.zip');
    const changed = Object.fromEntries(
      Object.entries(smallPublication).map(([name, text]) => [
        name,
        `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`,
      ]),
    );
    writeSmall(windows, { ...changed, 'meta.csv': `\ufeff${asExtract(9)['meta.csv']!.replaceAll('\n', '\r\n')}` });
    expect(await take(false, windows)).toMatchObject({ state: 'done' });
    const { extract: _mine, ...after } = await everything();
    const { extract: _theirs, ...expected } = before;
    expect(after).toEqual(expected);
    await take(true);
  });

  test('is found and read back: by number, by name, in the reader’s language', async () => {
    const [swan] = await read((db) => factsFromRegister(db, ['0123456749'], 'nl'));
    expect(swan).toMatchObject({
      name: 'Bakkerij "De Zoete Zwaan" B.V.B.A.',
      otherNames: ['Boulangerie Le Cygne'],
      legalForm: 'Besloten vennootschap',
      municipality: 'Gent',
      street: 'Kerkstraat 12/3',
      activity: { code: '10711', words: 'Vervaardiging van brood' },
      hints: { kind: 'enterprise' },
    });
    const [cygne] = await read((db) => factsFromRegister(db, ['0123456749'], 'fr'));
    expect(cygne).toMatchObject({ name: 'Boulangerie Le Cygne', municipality: 'Gand' });
    const [town] = await read((db) => factsFromRegister(db, ['1000000120'], 'nl'));
    expect(town!.hints).toEqual({ kind: 'local_authority', care: 'childcare' });
    const found = (words: string, at = '', legalOnly = false) =>
      read((db) => searchRegister(db, { words, place: at }, { atMost: 5, legalOnly })).then(({ numbers }) => numbers);
    expect(await found('zoete zwan')).toEqual(['0123456749']);
    expect(await found('cygne', '9000')).toEqual(['0123456749']);
    expect(await found('cygne', 'Brugge')).toEqual([]);
    expect(await found('2.000.000.141')).toEqual(['0123456749']);
    expect(await found('brood', 'gand')).toEqual(['0123456749']);
    expect(await found('braamdonck')).toEqual(['0400123416']);
    expect(await found('braamdonck', '', true)).toEqual([]);
    expect(await found('0400.123.416', '', true)).toEqual(['0400123416']);
  });
});

describe('a file that cannot be used', () => {
  const bad = path.join(folder, 'bad.zip');
  const replaced = (file: keyof typeof smallPublication, from: string, to: string) => () =>
    writeSmall(bad, { ...asExtract(99, '01-12-2026'), [file]: smallPublication[file].replace(from, to) });
  const cases: readonly (readonly [string, () => unknown, ImportProblem])[] = [
    [
      'that is no zip',
      () => writeFileSync(bad, 'EnterpriseNumber;Naam'.repeat(100)),
      { code: 'cutOff', file: 'bad.zip' },
    ],
    ['that breaks off', () => writeFileSync(bad, writeSmall(bad).slice(0, -200)), { code: 'cutOff', file: 'bad.zip' }],
    [
      'whose contents are damaged',
      () => {
        const zip = writeSmall(bad, asExtract(99, '01-12-2026'));
        const at = Buffer.from(zip).indexOf('activity.csv') + 60;
        writeFileSync(
          bad,
          zip.map((byte, index) => (index === at ? byte ^ 255 : byte)),
        );
      },
      { code: 'damaged', file: 'activity.csv' },
    ],
    [
      'that misses a file',
      () => writeSmall(bad, { 'address.csv': null }),
      { code: 'missingFile', file: 'bad.zip', params: { missing: 'address.csv' } },
    ],
    ['with changes only', replaced('meta.csv', '"full"', '"update"'), { code: 'update', file: 'meta.csv' }],
    ['without its number', replaced('meta.csv', 'ExtractNumber', 'Number'), { code: 'meta', file: 'meta.csv' }],
    [
      'with another column',
      replaced('establishment.csv', '"StartDate"', '"Start"'),
      { code: 'header', file: 'establishment.csv', column: 'StartDate' },
    ],
    [
      'with a field too many',
      replaced('establishment.csv', '"01-01-2001","0400', '"01-01-2001","x","0400'),
      { code: 'columns', file: 'establishment.csv', line: 3, params: { expected: 3, found: 4 } },
    ],
    [
      'with a field too few',
      replaced('activity.csv', '"001","2025","10711","MAIN"', '"001","2025","10711"'),
      { code: 'columns', file: 'activity.csv', line: 4, params: { expected: 5, found: 4 } },
    ],
    [
      'with a quotation mark that does not close',
      replaced('denomination.csv', '"Boulangerie Le Cygne"', '"Boulangerie Le Cygne'),
      { code: 'quote', file: 'denomination.csv', line: 3 },
    ],
    [
      'with a number that is none',
      replaced('enterprise.csv', '0400.123.416', '0400.123.41X'),
      { code: 'number', file: 'enterprise.csv', line: 3, column: 'EnterpriseNumber' },
    ],
    [
      'with a day that no calendar has',
      replaced('enterprise.csv', '29-02-2020', '29-02-2021'),
      { code: 'day', file: 'enterprise.csv', line: 3, column: 'StartDate', params: { found: '29-02-2021' } },
    ],
    [
      'with a name that is empty',
      replaced('denomination.csv', '"Boulangerie Le Cygne"', '""'),
      { code: 'required', file: 'denomination.csv', line: 3, column: 'Denomination' },
    ],
    [
      'with a type that nobody knows',
      replaced('enterprise.csv', '"000","1"', '"000","3"'),
      { code: 'value', file: 'enterprise.csv', line: 3, column: 'TypeOfEnterprise' },
    ],
    [
      'with a version of NACE that the code table does not know',
      replaced('activity.csv', '"006","2025"', '"006","2035"'),
      { code: 'unknownNace', file: 'activity.csv', line: 8, params: { found: '2035', newest: '2025' } },
    ],
    [
      'in another encoding',
      () =>
        writeSmall(bad, {
          ...asExtract(99, '01-12-2026'),
          'denomination.csv': Buffer.from(smallPublication['denomination.csv'], 'latin1'),
        }),
      { code: 'encoding', file: 'denomination.csv', line: 5 },
    ],
    [
      'without any enterprise',
      () =>
        writeSmall(bad, {
          ...asExtract(99, '01-12-2026'),
          'enterprise.csv': `${smallPublication['enterprise.csv'].split('\n')[0]}\n`,
        }),
      { code: 'empty', file: 'enterprise.csv' },
    ],
    ['that is empty', () => writeFileSync(bad, ''), { code: 'cutOff', file: 'bad.zip' }],
    ['that is not there', () => rmSync(bad), { code: 'notThere', file: 'bad.zip' }],
  ];

  test.each(cases)(
    '%s is refused with its place and a cure, and the register stays as it was',
    async (_, make, wanted) => {
      const { steps: _steps, next: _next, ...before } = await everything();
      make();
      const problem = await problemOf(take(false, bad));
      expect(problem).toMatchObject(wanted);
      for (const locale of ['nl', 'en'] as const) {
        const { place: where, what, cure } = describeProblem(problem, locale);
        expect(where).toContain(wanted.file);
        expect(`${what} ${cure}`).not.toMatch(/[{}]/);
      }
      const { steps: _after, next: _none, ...after } = await everything();
      expect(after).toEqual(before);
    },
  );
});
