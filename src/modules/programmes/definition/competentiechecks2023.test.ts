import { describe, expect, test } from 'vitest';
import { locales } from '#shared/localised.ts';
import { lotOfCommittee } from '../rules/lotOfCommittee.ts';
import { fundFor } from '../rules/fundFor.ts';
import { competentiechecks2023 as programme } from './competentiechecks2023.ts';

describe('the example programme', () => {
  test('has the lots, targets and budgets of the real one', () => {
    expect(programme.lots.map(({ target }) => target)).toEqual([130, 130, 55, 130, 55]);
    expect(programme.lots.reduce((total, { target }) => total + target, 0)).toBe(programme.target);
    expect(programme.lots.map(({ budgetCents }) => budgetCents / 100)).toEqual([
      2_535_331.5, 2_535_331.5, 1_072_640.25, 2_535_331.5, 1_072_640.25,
    ]);
  });

  test('pays the same price per trajectory in every lot', () => {
    for (const lot of programme.lots) expect(lot.target * programme.pricePerTrajectoryCents).toBe(lot.budgetCents);
  });

  test('names every committee in one lot only, and has exactly one lot for the rest', () => {
    const named = programme.lots.flatMap(({ jointCommittees }) => jointCommittees);
    expect(new Set(named).size).toBe(named.length);
    expect(programme.lots.filter(({ rest }) => rest).map(({ number }) => number)).toEqual([5]);
  });

  test('has one coordinator per lot, of which only that of lot 5 is not invented', () => {
    for (const lot of programme.lots) {
      const coordinators = programme.funds.filter((fund) => fund.lot === lot.number && fund.coordinator);
      expect(coordinators).toHaveLength(1);
      expect(coordinators[0]?.invented).toBe(lot.number !== 5);
      expect(coordinators[0]?.active).toBe(true);
    }
  });

  test('gives a fund only committees of its own lot', () => {
    for (const fund of programme.funds)
      for (const committee of fund.jointCommittees) {
        expect(lotOfCommittee(programme, committee), `${fund.id} ${committee}`).toMatchObject({ lot: fund.lot });
        if (fund.active) expect(fundFor(programme, fund.lot, { committee }).fund).toBe(fund);
      }
    expect(new Set(programme.funds.map(({ id }) => id)).size).toBe(programme.funds.length);
  });

  test('names every committee of its lots and sectors in four languages', () => {
    const known = new Map(programme.jointCommittees.map((committee) => [committee.number, committee.name]));
    expect(known.size).toBe(programme.jointCommittees.length);
    const used = [
      ...programme.lots.flatMap(({ jointCommittees }) => jointCommittees),
      ...programme.sectors.flatMap(({ jointCommittees }) => jointCommittees),
    ];
    for (const number of used) {
      const name = known.get(number);
      expect(name, number).toBeDefined();
      for (const locale of locales) expect(name?.[locale].trim()).not.toBe('');
    }
  });

  test('has at least 45 sectors with words to find them by in four languages', () => {
    expect(programme.sectors.length).toBeGreaterThanOrEqual(45);
    expect(new Set(programme.sectors.map(({ id }) => id)).size).toBe(programme.sectors.length);
    for (const sector of programme.sectors)
      for (const locale of locales) {
        expect(sector.name[locale].trim()).not.toBe('');
        expect(sector.words[locale].length, `${sector.id} ${locale}`).toBeGreaterThan(0);
      }
    for (const locale of locales)
      expect(new Set(programme.sectors.map(({ name }) => name[locale])).size, locale).toBe(programme.sectors.length);
  });

  test('has a sector for every committee of its lots, so that nobody looks in vain', () => {
    const reachable = new Set(programme.sectors.flatMap(({ jointCommittees }) => jointCommittees));
    const parents = new Set([...reachable].map((number) => number.slice(0, 3)));
    for (const number of programme.lots.flatMap(({ jointCommittees }) => jointCommittees))
      expect(reachable.has(number) || parents.has(number), number).toBe(true);
  });
});
