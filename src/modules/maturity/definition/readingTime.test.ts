import { describe, expect, it } from 'vitest';
import { itemsOf, optionsOf } from '#modules/questionnaires/index.ts';
import { locales, type Locale } from '#shared/localised.ts';
import de from '../text/de.json' with { type: 'json' };
import en from '../text/en.json' with { type: 'json' };
import fr from '../text/fr.json' with { type: 'json' };
import nl from '../text/nl.json' with { type: 'json' };
import { currentScan } from './scan.ts';

/*
 * The scan promises ten minutes. Nobody timed real owners yet; this computes how long somebody takes who reads slowly: 130
 * words a minute, about half of what adults read silently, every answer read anew at every statement, and three seconds to
 * decide on and make each tap. The journey «scan» counts the taps.
 */
const wordsAMinute = 130;
const secondsATap = 3;
const taps = 29;

const texts: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { nl, en, fr, de };

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The words above the first question, and those of every question with all its answers. */
function wordsToRead(locale: Locale): number {
  const start = Object.entries(texts[locale]).filter(([key]) => /^(scan|role)\./.test(key));
  const asked = itemsOf(currentScan.questionnaire).flatMap((item) => [
    item.text[locale],
    ...optionsOf(currentScan.questionnaire, item).map(({ label }) => label[locale]),
  ]);
  return countWords([...start.map(([, words]) => words), ...asked].join(' '));
}

const minutes = (words: number) => words / wordsAMinute + (taps * secondsATap) / 60;

describe('the scan, read slowly', () => {
  it.each(locales)('takes at most ten minutes in %s', (locale) => {
    const words = wordsToRead(locale);
    expect(words).toBeGreaterThan(500);
    expect(minutes(words)).toBeLessThanOrEqual(10);
  });

  it.each(locales)(
    'takes less than a quarter of an hour in %s for who opens the explanation of every statement',
    (locale) => {
      const examples = itemsOf(currentScan.questionnaire).map((item) => item.example?.[locale] ?? '');
      expect(minutes(wordsToRead(locale) + countWords(examples.join(' ')))).toBeLessThan(15);
    },
  );
});
