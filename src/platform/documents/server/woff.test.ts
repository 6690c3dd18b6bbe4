import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fontFiles } from './typst.ts';
import { codePointsOf, unpackWoff } from './woff.ts';

const require = createRequire(import.meta.url);
const packed = (name: string) => readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`));
const latin = packed('atkinson-hyperlegible-next-latin-400-normal.woff');

/** Tag, checksum and length of each table, from the directory of a plain font. */
function directory(font: Buffer): [string, number, number][] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + index * 16;
    return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 4), font.readUInt32BE(at + 12)];
  });
}

/** The same from the directory of a packed font, which keeps the checksums of the original. */
function packedDirectory(font: Buffer): [string, number, number][] {
  return Array.from({ length: font.readUInt16BE(12) }, (_, index) => {
    const at = 44 + index * 20;
    return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 16), font.readUInt32BE(at + 12)];
  });
}

describe('unpacking a WOFF font', () => {
  it('gives every table back with its length and its contents', () => {
    for (const { name } of fontFiles()) {
      const woff = packed(name);
      // The checksum of `head` leaves out a field that holds a checksum of the whole font.
      const comparable = (rows: [string, number, number][]) => rows.filter(([tag]) => tag !== 'head');
      expect(comparable(directory(unpackWoff(woff)))).toEqual(comparable(packedDirectory(woff)));
    }
  });

  it('gives a font of the size that its header promises', () => {
    expect(unpackWoff(latin).length).toBe(latin.readUInt32BE(16));
  });

  it('renames the family when asked, and nothing else', () => {
    const renamed = unpackWoff(latin, { from: 'Hyperlegible', to: 'HyperlegiExt' });
    const name = Buffer.from('HyperlegiExt', 'utf16le').swap16();
    expect(renamed.includes(name)).toBe(true);
    expect(unpackWoff(latin).includes(name)).toBe(false);
    const others = (font: Buffer) => directory(font).filter(([tag]) => tag !== 'name');
    expect(others(renamed)).toEqual(others(unpackWoff(latin)));
  });

  it('refuses a name of another length, because it would move every table', () => {
    expect(() => unpackWoff(latin, { from: 'Next', to: 'Other' })).toThrow("'Other' must be as long as 'Next'");
  });

  it('refuses what is no WOFF font, and what is damaged', () => {
    expect(() => unpackWoff(Buffer.from('wOF2'.padEnd(60, ' ')))).toThrow('no WOFF');
    expect(() => unpackWoff(Buffer.alloc(3))).toThrow('no WOFF');
    const broken = Buffer.from(latin);
    broken.fill(0xff, 600, 900);
    expect(() => unpackWoff(broken)).toThrow();
  });
});

describe('the code points of a font', () => {
  it('has the letters, signs and accents of our four languages', () => {
    const points = codePointsOf(unpackWoff(latin));
    for (const character of 'azAZ09éèêëïôöüçàùßœ€–’“”«»…·')
      expect(points.has(character.codePointAt(0)!), character).toBe(true);
  });

  it('knows what the font has not', () => {
    const points = codePointsOf(unpackWoff(latin));
    for (const character of 'Ωя中') expect(points.has(character.codePointAt(0)!), character).toBe(false);
  });

  it('finds the accents of other European names in the second subset', () => {
    const extended = codePointsOf(unpackWoff(packed('atkinson-hyperlegible-next-latin-ext-400-normal.woff')));
    for (const character of 'čřšžőűłśğşțăėņ') expect(extended.has(character.codePointAt(0)!), character).toBe(true);
  });
});
