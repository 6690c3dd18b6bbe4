import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locales } from '#shared/localised.ts';
import { competentiechecks2023 as programme } from '../definition/competentiechecks2023.ts';
import { routeSector } from './routeSector.ts';
import { fold, searchSectors } from './searchSectors.ts';

const { sectors } = programme;
const first = (query: string, locale: 'nl' | 'en' | 'fr' | 'de' = 'nl') => searchSectors(sectors, query, locale)[0]?.id;
const byId = (id: string) => sectors.find((sector) => sector.id === id)!;

describe('looking for a sector', () => {
  test.each([
    ['bakker', 'bakery'],
    ['Bakkerij', 'bakery'],
    ['bakerij', 'bakery'],
    ['dak', 'roofing'],
    ['elektrisien', 'electricity'],
    ['elektricien', 'electricity'],
    ['zonnepanelen', 'electricity'],
    ['kapper', 'hairdresser'],
    ['kaper', 'hairdresser'],
    ['kapsalon', 'hairdresser'],
    ['advocaat', 'lawyer'],
    ['advokaat', 'lawyer'],
    ['boekhouder', 'accountant'],
    ['immo', 'real_estate'],
    ['creche', 'childcare'],
    ['crèche', 'childcare'],
    ['kinderopvang', 'childcare'],
    ['rusthuis', 'elderly_care'],
    ['WZC', 'elderly_care'],
    ['poetshulp', 'service_vouchers'],
    ['dienstencheque', 'service_vouchers'],
    ['interim', 'temp_work'],
    ['restaurant', 'hospitality'],
    ['café', 'hospitality'],
    ['vrachtwagens', 'transport'],
    ['software', 'it'],
    ['ocmw', 'local_authority'],
    ['uitvaart', 'funeral'],
    ['schrijnwerkerij', 'joinery'],
    ['auto garage', 'garage'],
  ])('"%s" finds %s first', (query, id) => {
    expect(first(query)).toBe(id);
  });

  test.each([
    ['boulanger', 'fr', 'bakery'],
    ['Bäcker', 'de', 'bakery'],
    ['baecker', 'de', 'bakery'],
    ['plumber', 'en', 'plumbing'],
    ['médecin', 'fr', 'health'],
    ['medecin', 'fr', 'health'],
    ['friseur', 'de', 'hairdresser'],
    ['kapper', 'fr', 'hairdresser'],
  ] as const)('"%s" works in %s', (query, locale, id) => {
    expect(first(query, locale)).toBe(id);
  });

  test('gives every sector by name when nothing is typed, and none for nonsense', () => {
    expect(searchSectors(sectors, '  ', 'nl')).toHaveLength(sectors.length);
    expect(searchSectors(sectors, 'qqqqqqq', 'nl')).toEqual([]);
    expect(searchSectors(sectors, '<script>alert(1)</script>', 'nl')).toEqual([]);
  });

  test('finds every sector by its own name, in every language, in front', () => {
    for (const locale of locales)
      for (const sector of sectors)
        expect(searchSectors(sectors, sector.name[locale], locale).slice(0, 3), sector.name[locale]).toContain(sector);
  });

  test('finds every sector by each of its words', () => {
    for (const locale of locales)
      for (const sector of sectors)
        for (const word of sector.words[locale])
          expect(searchSectors(sectors, word, locale, sectors.length), `${word} ${locale}`).toContain(sector);
  });

  test('answers quickly and never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        (query) => searchSectors(sectors, query, 'nl').length <= sectors.length,
      ),
    );
    expect(fold('Crèche, Œuvre & Straße')).toBe('creche oeuvre strasse');
  });
});

describe('the way from a sector to a fund', () => {
  const route = (id: string, more: Parameters<typeof routeSector>[2] = { isLocalAuthority: false }) =>
    routeSector(programme, byId(id), more);

  test.each([
    ['bakery', 2, 'alimento'],
    ['electricity', 1, 'volta'],
    ['joinery', 1, 'woodwize'],
    ['accountant', 3, 'liberform'],
    ['childcare', 4, 'vivo'],
    ['service_vouchers', 4, 'vivo'],
    ['funeral', 4, 'vivo'],
    ['hospitality', 5, 'horecavlaanderen'],
    ['hairdresser', 5, 'unizo'],
    ['temp_work', 2, 'alimento'],
  ])('from %s leads to lot %i and %s', (id, lot, fund) => {
    expect(route(id)).toMatchObject({ kind: 'found', lot, fund: { fund: { id: fund } } });
  });

  test('from a sector in two lots asks which committee it is, and follows the answer', () => {
    const open = route('transport');
    expect(open).toMatchObject({
      kind: 'choose',
      options: [
        { committee: '140.03', lot: 5 },
        { committee: '226', lot: 3 },
      ],
    });
    expect(route('transport', { isLocalAuthority: false, committee: '226' })).toMatchObject({ kind: 'found', lot: 3 });
  });

  test('of a local authority goes by its service', () => {
    expect(route('local_authority')).toEqual({ kind: 'askCare' });
    expect(route('local_authority', { isLocalAuthority: true, careKind: 'other' })).toMatchObject({
      kind: 'outside',
      fund: { fund: { id: 'diverscity' } },
    });
    expect(route('childcare', { isLocalAuthority: true })).toMatchObject({
      lot: 4,
      fund: { fund: { id: 'diverscity' } },
    });
  });

  test('from every sector leads somewhere', () => {
    for (const sector of sectors) {
      const way = routeSector(programme, sector, { isLocalAuthority: false });
      if (way.kind === 'choose') expect(new Set(way.options.map(({ lot }) => lot)).size).toBeGreaterThan(1);
      else expect(sector.localAuthority ? 'askCare' : 'found').toBe(way.kind);
    }
  });
});
