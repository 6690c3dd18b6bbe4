import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPdf } from './pdf.ts';
import { drawable, printable, printableData } from './printable.ts';
import { specimen } from './specimen.testing.ts';

describe('text made printable', () => {
  it('keeps the text of our languages, of European names and of sums exactly', () => {
    for (const text of [
      'Eén plan, twee ploegen: € 5 307,50 (10 %).',
      'Œuvre, naïef, Größe, cœur, « ça »',
      'Łukasz Čapek, Şükrü Yıldız, Ștefan, Győző',
      'Иван Петров en Ελένη',
      'a → b ≥ 3 × 2 − 1 ✓ ½',
      'een regel\nen nog een\n\neen alinea',
    ])
      expect(printable(text)).toBe(text);
  });

  it('writes the narrow space of French amounts as a fixed one', () => {
    expect(drawable('1\u202f950\u202f255 €')).toBe('1\u00a0950\u00a0255 €');
  });

  it('puts one sign for each character that no font of ours can draw', () => {
    expect(drawable('prima 👍🏽!')).toBe('prima \ufffd!');
    expect(drawable('中文')).toBe('\ufffd\ufffd');
  });

  it('takes away what can make a text read otherwise than it is stored', () => {
    expect(drawable('factuur\u202egnp.exe\u0000\u200b')).toBe('factuurgnp.exe');
  });

  it('joins loose accents to their letter, and drops an accent that has no place', () => {
    expect(drawable('cafe\u0301')).toBe('café');
    expect(drawable('q\u0331')).toBe('q');
  });

  it('gives endless words places to break and leaves ordinary compounds whole', () => {
    expect(printable('competentieontwikkelingstrajecten')).toBe('competentieontwikkelingstrajecten');
    const broken = printable('x'.repeat(500));
    expect(Math.max(...broken.split('\u200b').map((part) => part.length))).toBeLessThan(20);
    expect(broken.replaceAll('\u200b', '')).toBe('x'.repeat(500));
  });

  it('reaches every text in data and leaves keys, numbers and nothing alone', () => {
    expect(printableData({ a: ['中', 1, null, { b: true, c: 'é' }] })).toEqual({
      a: ['\ufffd', 1, null, { b: true, c: 'é' }],
    });
  });

  it('is done after one time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(drawable(drawable(text))).toBe(drawable(text));
        expect(printable(text).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('whatever somebody typed', () => {
  it('can be printed as PDF/UA, bold, italic, in headings and in tables', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        async (a, b) => {
          expect((await renderPdf(specimen(`${a}${b}`))).length).toBeGreaterThan(1000);
        },
      ),
      {
        numRuns: 25,
        examples: [
          ['', '\u200b'],
          [' ', '\u2003'],
        ],
      },
    );
  });

  it('can hold every character that we say we can draw', async () => {
    const all = Array.from({ length: 0x3000 }, (_, point) => String.fromCodePoint(point))
      .filter((character) => character.trim() !== '' && drawable(character) === character)
      .join(' ');
    expect([...all].length).toBeGreaterThan(2000);
    expect((await renderPdf(specimen(all))).length).toBeGreaterThan(1000);
  });
});
