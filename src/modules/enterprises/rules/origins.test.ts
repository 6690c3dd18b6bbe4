import { describe, expect, test } from 'vitest';
import { changedFacts } from './origins.ts';

const bakery = {
  name: 'Bakkerij',
  municipality: null,
  sectorCode: 'bakery',
  jointCommittees: [],
  workers: 14,
  locale: 'nl',
};

describe('what became known', () => {
  test('of a new enterprise is each fact that has a value', () => {
    expect(changedFacts({}, bakery).map(({ what }) => what)).toEqual(['name', 'sectorCode', 'workers', 'locale']);
  });

  test('later is only what has another value; a fact that was emptied is known as nothing', () => {
    expect(changedFacts(bakery, { ...bakery, workers: 15, sectorCode: '' })).toEqual([
      { what: 'sectorCode', given: null },
      { what: 'workers', given: 15 },
    ]);
    expect(changedFacts(bakery, { ...bakery, municipality: '' })).toEqual([]);
  });
});
