import { describe, expect, it } from 'vitest';
import { locales } from '../src/shared/localised.ts';
import { parametersOf, problemsOf } from './check-texts.ts';

const everywhere = (text: string) => Object.fromEntries(locales.map((locale) => [locale, { greeting: text }]));
const problems = (change: Record<string, Record<string, unknown> | undefined>, text = 'Dag {name}') =>
  problemsOf('text', { ...everywhere(text), ...change }, locales);

describe('the texts of a folder', () => {
  it('are complete when every language has the same keys and parameters', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['a language is missing', { de: undefined }, 'text/de.json: is missing'],
    ['a text is missing', { fr: {} }, 'text/fr.json: "greeting" is missing'],
    ['a text is empty', { fr: { greeting: '  ' } }, 'text/fr.json: "greeting" is empty'],
    ['a text is no text', { fr: { greeting: 3 } }, 'text/fr.json: "greeting" is empty'],
    [
      'a text exists in another language only',
      { en: { greeting: 'Hi {name}', more: 'x' } },
      'text/en.json: "more" does not exist in nl.json',
    ],
    [
      'a parameter is forgotten',
      { en: { greeting: 'Hi' } },
      'text/en.json: "greeting" uses {} where Dutch uses {name}',
    ],
    ['a parameter has another name', { en: { greeting: 'Hi {naam}' } }, 'uses {naam} where Dutch uses {name}'],
    ['a text cannot be read', { en: { greeting: 'Hi {name' } }, 'text/en.json: "greeting" cannot be read'],
  ])('are refused when %s', (_what, change, line) => {
    expect(problems(change as never).join('\n')).toContain(line);
  });

  it('may form plurals as their language does, but choose between the same cases', () => {
    const plural = '{count, plural, one {# dag} other {# dagen}}';
    expect(problems({ fr: { greeting: '{count} mois' } }, plural)).toEqual([]);
    const choice = '{who, select, you {jij} other {iemand}}';
    expect(problems({ en: { greeting: '{who, select, you {you} other {somebody}}' } }, choice)).toEqual([]);
    expect(problems({ en: { greeting: '{who}' } }, choice)).toHaveLength(1);
    expect(problems({ en: { greeting: '{who, select, me {I} other {somebody}}' } }, choice)).toHaveLength(1);
  });
});

it('finds parameters inside the choices of a plural', () => {
  expect(parametersOf('{n, plural, one {een plan van {who}} other {# plannen}}', 'nl')).toEqual(['n', 'who']);
});
