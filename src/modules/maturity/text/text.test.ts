import { describe, expect, it } from 'vitest';
import { textFor } from '#platform/text/index.ts';
import { locales } from '#shared/localised.ts';
import { scoringModel as model } from '../definition/model.ts';
import { headlineOf } from '../rules/headline.ts';
import { levels } from '../rules/model.ts';
import { profileIds } from '../rules/profiles.ts';
import { allAre, bakery } from '../rules/sampleAnswers.testing.ts';
import { scoreScan } from '../rules/score.ts';
import { headlineSentence } from './headline.ts';
import { texts } from './index.ts';

const keys = Object.keys(texts.catalogs.nl) as (keyof typeof texts.catalogs.nl)[];

/** The names between braces; the branches of a plural hold words and a number sign, so they do not count. */
const parametersOf = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]!))].toSorted();

describe('the texts of the scan', () => {
  it.each(locales)('have the same keys and the same parameters in %s as in Dutch', (locale) => {
    const catalog = texts.catalogs[locale]!;
    expect(Object.keys(catalog)).toEqual(keys);
    for (const key of keys) expect(parametersOf(catalog[key]), key).toEqual(parametersOf(texts.catalogs.nl[key]));
  });

  it.each(locales)('can all be written in %s', (locale) => {
    const t = textFor(texts, locale);
    for (const key of keys) {
      const parameters = Object.fromEntries(parametersOf(texts.catalogs.nl[key]).map((name) => [name, 2]));
      expect(t(key, parameters), key).not.toMatch(/[{}#]/);
    }
  });
});

describe('the headline', () => {
  const sentence = (answers: Record<string, string>, locale: (typeof locales)[number] = 'nl') =>
    headlineSentence(textFor(texts, locale), headlineOf(scoreScan(model, answers)));

  it('speaks about the best and the second profile', () => {
    expect(sentence(bakery)).toBe('Je basis is krachtig, en je ambitie groeit mee.');
    expect(sentence(bakery, 'en')).toBe('Your foundation is strong, and your ambition is growing along.');
    expect(sentence(bakery, 'fr')).toBe('Votre base est forte, et votre ambition grandit aussi.');
    expect(sentence(bakery, 'de')).toBe('Ihre Basis ist kraftvoll, und Ihre Ambition wächst mit.');
  });

  it('is kind at the beginning, and honest when there are too few answers', () => {
    expect(sentence(allAre('not_yet'))).toBe('Je staat aan het begin. Veel ondernemingen starten hier.');
    expect(sentence({})).toBe('Nog even verder, dan tonen we je resultaat.');
  });

  it('has words for every pair of profiles and every tone, in every language', () => {
    for (const locale of locales) {
      const t = textFor(texts, locale);
      for (const first of profileIds) {
        for (const tone of ['strong', 'shaping', 'beginning'] as const) {
          for (const second of profileIds) {
            const words = headlineSentence(t, {
              key: 'headline.pair',
              first: `headline.${tone}.${first}`,
              second: `headline.second.${second}`,
            });
            expect(words).toMatch(/^\p{Lu}.*, .*\.$/u);
          }
        }
      }
    }
  });

  it('softens with the fit of the best profile', () => {
    const tones = levels.map((level) => {
      const headline = headlineOf(
        scoreScan(model, {
          ...allAre('not_yet'),
          'policy.roles': level,
          'context.order': level,
          'policy.skills': level,
          'plans.list': level,
          'policy.paths': level,
        }),
      );
      return 'first' in headline ? headline.first : headline.key;
    });
    expect(tones).toEqual([
      'headline.none',
      'headline.shaping.foundation',
      'headline.strong.foundation',
      'headline.strong.foundation',
    ]);
  });
});
