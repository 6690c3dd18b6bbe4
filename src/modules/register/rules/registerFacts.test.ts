import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { newestNace, standingOf } from './publication.ts';
import { chooseActivity, chooseName, kindOfForm, languageOfWords } from './registerFacts.ts';
import { careOfNace, sectorOfNace } from './sectorOfNace.ts';

describe('the facts of an enterprise', () => {
  test('show its own name before a trade name, in the reader’s language', () => {
    const names = [
      { name: 'Het Broodje', kind: '003', language: 'nl' },
      { name: 'Boulangerie', kind: '001', language: 'fr' },
      { name: 'Bakkerij', kind: '001', language: 'nl' },
    ] as const;
    expect(chooseName(names, 'nl')).toBe('Bakkerij');
    expect(chooseName(names, 'fr')).toBe('Boulangerie');
    expect(chooseName(names, 'de')).toBe('Bakkerij');
    expect(chooseName([], 'nl')).toBeUndefined();
  });

  test('take the main activity from the social security, then VAT, then the rest, in whatever order they come', () => {
    const all = [
      { group: '003', code: '10711' },
      { group: '001', code: '56110' },
      { group: '006', code: '62100' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 3 }), (rows) => {
        expect(chooseActivity(rows)).toBe(all[2]);
      }),
    );
    expect(chooseActivity(all.slice(0, 2))).toBe(all[1]);
    expect(chooseActivity([])).toBeUndefined();
  });

  test.each([
    ['Besloten vennootschap', 'enterprise'],
    ['Vereniging zonder winstoogmerk', 'social_profit'],
    ['Association sans but lucratif', 'social_profit'],
    ['Stad / gemeente', 'local_authority'],
    ['Openbaar centrum voor maatschappelijk welzijn', 'local_authority'],
    ['Autonoom gemeentebedrijf', 'local_authority'],
    ['', 'enterprise'],
  ])('a legal form «%s» points to %s', (words, kind) => expect(kindOfForm(words)).toBe(kind));

  test('know a language by its words only', () => {
    expect(languageOfWords(['Niederländisch'])).toBe('nl');
    expect(languageOfWords(['Français', 'Frans'])).toBe('fr');
    expect(languageOfWords(['Onbekend'])).toBeNull();
  });
});

describe('the sector that an activity points to', () => {
  const known = competentiechecks2023.sectors.map(({ id }) => id);
  test.each([
    ['10711', 'bakery'],
    ['10130', 'butcher'],
    ['43211', 'electricity'],
    ['43390', 'finishing'],
    ['49410', 'transport'],
    ['84110', 'local_authority'],
    ['99000', null],
  ])('%s points to %s', (code, sector) => expect(sectorOfNace(code, known)).toBe(sector));

  test('is always one that the programme knows, or none', () => {
    const code = fc.stringMatching(/^\d{5,7}$/);
    fc.assert(
      fc.property(code, (figures) => {
        expect([null, ...known]).toContain(sectorOfNace(figures, known));
      }),
    );
    fc.assert(
      fc.property(code, (figures) => {
        expect(sectorOfNace(figures, [])).toBeNull();
      }),
    );
  });

  test('is a care service for three of them', () => {
    expect(['88910', '88101', '87101', '62100'].map(careOfNace)).toEqual([
      'childcare',
      'home_care',
      'elderly_care',
      null,
    ]);
  });
});

describe('a publication', () => {
  const present = { number: 7, snapshotOn: '2026-11-01', fingerprint: 'a' };
  const found = (number: number, snapshotOn: string, fingerprint = 'b') =>
    standingOf({ number, snapshotOn, fingerprint, extractedAt: '', version: '' }, present);

  test('replaces an older one only', () => {
    expect(standingOf({ ...present, extractedAt: '', version: '' }, undefined)).toBe('first');
    expect(found(7, '2026-11-01', 'a')).toBe('same');
    expect(found(8, '2026-12-06')).toBe('newer');
    expect(found(8, '2026-11-01')).toBe('newer');
    expect(found(6, '2026-11-01')).toBe('older');
    expect(found(9, '2026-10-04')).toBe('older');
    expect(found(7, '2026-11-01')).toBe('changed');
  });

  test('names the newest version of NACE in its code table', () => {
    expect(newestNace(['Nace2003', 'Nace2025', 'Nace2008', 'Language'])).toBe('2025');
    expect(newestNace(['Language'])).toBeUndefined();
  });
});
