import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isEnterpriseNumber, parseEstablishmentNumber } from '#modules/enterprises/index.ts';
import { publishedFiles, unreadFiles } from '../../rules/publication.ts';
import { generatePublication } from './generatePublication.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-generate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const make = (name: string, more: object = {}) => {
  const place = path.join(folder, name);
  const wanted = { place, enterprises: 2000, seed: 7, number: 3, snapshotOn: '2026-11-01' };
  return generatePublication({ ...wanted, ...more }).then(() => place);
};
const digest = (place: string) => createHash('sha256').update(readContents(place)).digest('hex');
const readContents = (place: string) => JSON.stringify(filesOf(place));
const filesOf = (place: string) =>
  Object.fromEntries(Object.entries(unzipSync(readFileSync(place))).map(([name, bytes]) => [name, strFromU8(bytes)]));

let files: Record<string, string[][]>;
beforeAll(async () => {
  files = Object.fromEntries(
    Object.entries(filesOf(await make('one.zip'))).map(([name, text]) => [
      name,
      text
        .trimEnd()
        .split('\n')
        .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)")?/g)].map(([, field = '']) => field)),
    ]),
  );
});
const rows = (file: string) => files[file]!.slice(1);

describe('a generated publication', () => {
  test('has every file of the published format, with its columns', () => {
    for (const { file, columns } of Object.values({ ...publishedFiles, ...unreadFiles }))
      expect(files[file]![0], file).toEqual(columns);
    for (const [file, lines] of Object.entries(files))
      for (const row of lines) expect(row, file).toHaveLength(lines[0]!.length);
  });

  test('is the same from the same seed, and another from another', async () => {
    expect(digest(await make('two.zip'))).toBe(digest(path.join(folder, 'one.zip')));
    expect(digest(await make('three.zip', { seed: 8 }))).not.toBe(digest(path.join(folder, 'one.zip')));
  });

  test('has numbers that could be and that nobody was given, each once', () => {
    const numbers = rows('enterprise.csv').map(([number]) => number!.replaceAll('.', ''));
    expect(numbers.every(isEnterpriseNumber)).toBe(true);
    expect(numbers.every((number) => number >= '12')).toBe(true);
    expect(new Set(numbers).size).toBe(2000);
    const units = rows('establishment.csv').map(([number]) => number!);
    expect(units.every((number) => parseEstablishmentNumber(number).ok)).toBe(true);
    expect(new Set(units).size).toBe(units.length);
  });

  test('refers to nothing that is not in it', () => {
    const known = new Set([...rows('enterprise.csv'), ...rows('establishment.csv')].map(([number]) => number));
    for (const file of ['denomination.csv', 'address.csv', 'activity.csv', 'contact.csv'])
      for (const [entity] of rows(file)) expect(known.has(entity), `${entity} in ${file}`).toBe(true);
  });

  test('has the shares of the real one: units, names, addresses and activities for each enterprise', () => {
    const share = (file: string) => rows(file).length / 2000;
    expect(share('establishment.csv')).toBeCloseTo(0.9, 0);
    expect(share('denomination.csv')).toBeCloseTo(1.7, 0);
    expect(share('address.csv')).toBeCloseTo(1.5, 0);
    expect(Math.abs(share('activity.csv') - 18.7)).toBeLessThan(2);
  });

  test('has what a filter can go wrong on: versions, classifications, several main activities, and none', () => {
    const main = rows('activity.csv').filter((row) => row[4] === 'MAIN');
    for (const version of ['2003', '2008', '2025']) expect(main.some((row) => row[2] === version)).toBe(true);
    for (const kind of ['SECO', 'ANCI'])
      expect(rows('activity.csv').some((row) => row[4] === kind && row[2] === '2025')).toBe(true);
    const newest = new Map<string, Set<string>>();
    for (const [entity, , version, code] of main)
      if (version === '2025') newest.set(entity!, (newest.get(entity!) ?? new Set()).add(code!));
    expect([...newest.values()].some((codes) => codes.size > 1)).toBe(true);
    expect(rows('enterprise.csv').filter(([number]) => !newest.has(number!)).length).toBeGreaterThan(400);
  });

  test('has natural persons without an address, and names with quotes and accents', () => {
    const natural = new Set(rows('enterprise.csv').flatMap((row) => (row[3] === '1' ? [row[0]] : [])));
    expect(natural.size).toBeGreaterThan(500);
    expect(rows('address.csv').some(([entity]) => natural.has(entity))).toBe(false);
    expect(rows('denomination.csv').some((row) => row[3]!.includes('""'))).toBe(true);
    expect(rows('denomination.csv').some((row) => /[éèê]/.test(row[3]!))).toBe(true);
  });

  test('appears whole or not at all', async () => {
    await expect(make('none.zip', { enterprises: 0 })).rejects.toThrow('1 to');
    const broken = make('half.zip', { tell: () => { throw new Error('the disk is full'); } }); // prettier-ignore
    await expect(broken).rejects.toThrow('the disk is full');
    expect(existsSync(path.join(folder, 'half.zip'))).toBe(false);
    expect(existsSync(path.join(folder, 'half.zip.part'))).toBe(false);
  });
});
