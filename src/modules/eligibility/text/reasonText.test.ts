import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales } from '#shared/localised.ts';
import { eligibilityTexts, reasonText, shortReason } from './index.ts';

const facts = {
  class: 'small',
  yearClass: 'medium',
  year: 2025,
  needed: 2025,
  headcount: 1234.5,
  ceiling: 300_000,
  amount: 19_502.55,
  used: 0,
  grant: 19_502.55,
  room: 287_400,
  turnover: 1,
  turnoverCeiling: 1,
  balance: 1,
  balanceCeiling: 1,
  share: 25,
  linked: 2,
  partners: 1,
  count: 3,
  enterprise: 'Bakkerij Korrel',
  person: 'An Peeters',
  investor: 'An Peeters',
  figure: 'turnover',
  from: '2023-09-08',
  to: '2026-09-08',
  date: '2024-03-15',
  regulation: '2023/2831',
  lot: 2,
  lots: '1, 2',
  others: '1',
  committees: '118, 220',
  committee: '149',
  care: 'childcare',
};

// The codes as the rules write them, those of before included, since their decisions are still read: a reason without a sentence would only show when somebody meets it.
const codesInRules = [
  new URL('../rules/', import.meta.url),
  new URL('../rules/versions/first/', import.meta.url),
  new URL('../rules/versions/second/', import.meta.url),
  new URL('../../programmes/rules/', import.meta.url),
].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /Condition\.ts$|^findLot\.ts$/.test(name))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((text) => /reason\(|Missing'|Unknown'|\? '/.test(text))
    .flatMap((text) => [...text.matchAll(/'([a-z]+(?:[A-Z][a-z]*)+)'/g)].map((match) => match[1]!)),
);
const codesInTexts = Object.keys(eligibilityTexts.catalogs.nl)
  .filter((key) => key.startsWith('reason.'))
  .map((key) => key.slice(7));

describe('a reason', () => {
  test('has a sentence for every code that the rules give, and no sentence is left over', () => {
    const used = new Set(codesInRules);
    expect(used.size).toBeGreaterThan(30);
    const known = new Set(codesInTexts);
    expect([...used].filter((code) => !known.has(code) && code !== 'notSme')).toEqual([]);
    expect(codesInTexts.filter((code) => !used.has(code))).toEqual([]);
  });

  test.each(codesInTexts)('%s reads as a sentence in every language', (code) => {
    for (const locale of locales) {
      const sentence = reasonText({ code, facts }, locale);
      expect(sentence, locale).toMatch(/^[\p{Lu}\d‘“«„].*\.$/u);
      expect(sentence).not.toMatch(/[{}]|undefined|NaN|2\.025|2 025/);
    }
  });

  test('writes money, days and figures the way each language does', () => {
    const within = { code: 'aidWithin', facts };
    expect(reasonText(within, 'nl').replace(/\s/g, ' ')).toBe(
      'Ruimte voor steun: € 287.400. Nodig: € 19.502,55. Al gekregen sinds 8 september 2023: € 0, van hoogstens € 300.000.',
    );
    expect(reasonText(within, 'fr')).toContain('8 septembre 2023');
    expect(reasonText(within, 'de')).toContain('8. September 2023');
    expect(reasonText({ code: 'headcountUnder', facts: { headcount: 9.9, ceiling: 10, year: 2025 } }, 'nl')).toBe(
      '9,9 voltijdse krachten in 2025: minder dan 10.',
    );
    expect(reasonText({ code: 'smeClass', facts: { class: 'sme' } }, 'nl')).toBe('Dit is een kmo.');
  });
});

describe('a reason in a list', () => {
  test('is said in a few words, whenever it can stand in the way or ask for something', () => {
    const folder = new URL('../rules/', import.meta.url);
    const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('test'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const codes = [...source.matchAll(/'(?:against|missing)',\s*'(\w+)'/gu)]
      .map(([, code]) => code!)
      .filter((code) => !['for', 'against', 'missing'].includes(code));
    expect(codes.length).toBeGreaterThan(15);
    for (const code of codes) for (const locale of locales) expect(shortReason(code, locale)).not.toBe(code);
  });
});
