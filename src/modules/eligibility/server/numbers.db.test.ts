import { readXlsx, writeXlsx } from 'hucre/xlsx';
import sql from 'sql-template-tag';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { checkDigits } from '#modules/enterprises/index.ts';
import type { InvalidInput } from '#platform/server/errors.ts';
import { formats } from '#platform/server/exports/formats.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { as, at, bakery, caseWorld, inSystem, refusal, type CaseWorld } from './caseWorld.testing.ts';
import { checkNumbers, exportNumbers } from './numberOperations.ts';
import { decide } from './operations.ts';

useOwnDatabase();

let world: CaseWorld;
let number: string;
/** A number that is right and that nobody has. */
const free = '0403170701';

beforeEach(async () => {
  world = await caseWorld('eligibility');
  number = await inSystem(async (db) => {
    const eight = `0${Math.floor(1e6 + Math.random() * 8e6)}`;
    const right = eight + checkDigits(eight);
    await db.run(
      sql`update enterprises set number = ${right} where id = (select enterprise_id from trajectories where id = ${world.trajectory})`,
    );
    return right;
  });
});

const say = (more: object = {}) =>
  decide.call(as(world.colleague), { trajectory: world.trajectory, ...bakery, ...more }, at());
const look = (input: object, { person = world.colleague, day = '2023-10-03' } = {}) =>
  checkNumbers.call(as(person), input, at(day));
const sent = (bytes: Uint8Array | string, name = 'lijst.xlsx') => ({
  file: { name, content: Buffer.from(bytes).toString('base64') },
});
const complaint = async (bytes: Uint8Array | string) =>
  ((await refusal(look(sent(bytes)))) as InvalidInput).issues.map(({ path, textKey }) => [path, textKey.split(':')[1]]);

describe('a list of numbers', () => {
  test('tells of each number whether it is right, what was decided, until when, with lot, size and room', async () => {
    await say();
    const { rows, counts } = await look({ numbers: `${number}\n${free}\n0403170702` });
    expect(rows[0]).toMatchObject({
      line: 1,
      number,
      enterprise: { name: 'Bakkerij De Proefkorrel' },
      decision: {
        trajectory: world.trajectory,
        outcome: 'eligible',
        on: '2023-10-02',
        validUntil: '2024-10-02',
        standing: 'valid',
      },
      smeClass: 'small',
      roomCents: 20_000_000,
      missing: [],
    });
    expect(rows[0]!.lot).toBeGreaterThan(0);
    expect(rows[1]).toMatchObject({
      number: free,
      enterprise: null,
      missing: ['Deze onderneming ken je hier nog niet.'],
    });
    expect(rows[2]).toMatchObject({ number: null, fault: 'check' });
    expect(counts).toEqual({ right: 2, wrong: 1, known: 1, valid: 1 });
  });

  test('names what is missing, and that a decision has become too old', async () => {
    await say({ standAlone: '' });
    expect((await look({ numbers: number })).rows[0]!.missing).toEqual([
      'We weten nog niet of de onderneming op zichzelf staat. Vraag wie 25 % of meer bezit.',
    ]);
    await say();
    const late = await look({ numbers: number }, { day: '2024-10-03' });
    expect(late.rows[0]).toMatchObject({
      decision: { standing: 'tooOld' },
      missing: ['De beslissing is te oud: kijk opnieuw.'],
    });
  });

  test('tells nobody of an enterprise that they do not see', async () => {
    await say();
    expect((await look({ numbers: number }, { person: world.stranger })).rows[0]).toMatchObject({
      enterprise: null,
      decision: null,
    });
    expect(await refusal(look({ numbers: number }, { person: world.lead }))).toMatchObject({ status: 403 });
  });

  test('is read from a workbook, with the line that somebody sees there', async () => {
    await say();
    const bytes = await writeXlsx({
      sheets: [{ name: 'Blad1', rows: [['Naam', 'KBO'], [], ['Bakker', Number(number)], ['Ander', '0403.170.702']] }],
    });
    const { rows } = await look(sent(bytes));
    expect(rows.map(({ line, number: found, fault }) => [line, found ?? fault])).toEqual([
      [3, number],
      [4, 'check'],
    ]);
  });

  test('is read from text in the letters of Windows', async () => {
    const bytes = Buffer.from(`Entreprise;Num\u00e9ro\r\nCaf\u00e9;${free}\r\n`, 'latin1');
    expect((await look(sent(bytes, 'lijst.csv'))).rows.map((row) => row.number)).toEqual([free]);
  });
});

describe('a file that is no list', () => {
  test('gets a message beside it that says what to do', async () => {
    expect(await complaint('PK\u0003\u0004 geen echt rekenblad')).toEqual([['file', 'error.listBroken']]);
    expect(await complaint(zipSync({ 'xl/worksheets/sheet1.xml': Buffer.alloc(45_000_000) }))).toEqual([
      ['file', 'error.listBroken'],
    ]);
    expect(await complaint(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toEqual([['file', 'error.listOld']]);
    expect(await complaint(Buffer.from([0, 1, 2, 3, 255]))).toEqual([['file', 'error.listKind']]);
    expect(await complaint('\n\n')).toEqual([['file', 'error.listEmpty']]);
    expect(await complaint(`${free}\n`.repeat(501))).toEqual([['file', 'error.listTooLong']]);
  });

  test('of 500 numbers is answered whole', async () => {
    const numbers = Array.from({ length: 500 }, (_, at) => {
      const eight = String(4_000_000 + at).padStart(8, '0');
      return eight + checkDigits(eight);
    });
    expect((await look({ numbers: numbers.join('\n') })).counts).toMatchObject({ right: 500, known: 0 });
  });
});

describe('the file with the answer', () => {
  test('holds the same rows, with texts that no sheet takes for a formula', async () => {
    await say();
    const made = await exportNumbers.call(as(world.colleague), { numbers: `${number}\n=1+1` }, at('2023-10-03'));
    const pieces: Uint8Array[] = [];
    for await (const piece of formats.xlsx.write(made, 'nl', true)) pieces.push(Buffer.from(piece));
    const bytes = Buffer.concat(pieces);
    const { sheets } = await readXlsx(bytes);
    const rows = sheets[0]!.rows;
    expect(rows[0]).toContain('Ondernemingsnummer');
    expect(rows[1]).toContain('Bakkerij De Proefkorrel');
    expect(rows[1]).toContain('Komt in aanmerking');
    expect(rows[2]).toContain('=1+1');
    expect(
      Buffer.from((await import('fflate')).unzipSync(bytes)['xl/worksheets/sheet1.xml']!).toString(),
    ).not.toContain('<f>');
  });
});
