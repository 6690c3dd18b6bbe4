import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fontFiles, projectRoot } from './typst.ts';
import { codePointsOf, unpackWoff } from './woff.ts';

/**
 * What DejaVu Sans Mono (shipped inside the compiler) adds to our letters and draws without shaping: the rest of Latin,
 * Greek, Cyrillic, punctuation, arrows, mathematics and simple signs. Arabic, Hebrew, Chinese and pictures are not in it.
 */
const spare: readonly (readonly [number, number])[] = [
  [0x100, 0x1c3],
  [0x1cd, 0x1e3],
  [0x1e6, 0x1f0],
  [0x1f8, 0x1f9],
  [0x1fc, 0x221],
  [0x250, 0x2b9],
  [0x2c6, 0x2c7],
  [0x2d8, 0x2dd],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x1e00, 0x1e13],
  [0x1e30, 0x1e4d],
  [0x1e54, 0x1e63],
  [0x1e68, 0x1e79],
  [0x1e7c, 0x1e99],
  [0x1ebc, 0x1ebd],
  [0x1ef2, 0x1ef3],
  [0x1ef8, 0x1ef9],
  [0x2010, 0x2023],
  [0x2026, 0x2026],
  [0x2030, 0x2037],
  [0x2039, 0x203a],
  [0x2070, 0x2071],
  [0x2074, 0x208e],
  [0x20a0, 0x20b5],
  [0x2115, 0x2117],
  [0x2122, 0x2122],
  [0x2126, 0x2126],
  [0x2153, 0x215f],
  [0x2190, 0x2213],
  [0x2215, 0x2215],
  [0x2217, 0x2220],
  [0x2241, 0x2269],
  [0x2500, 0x25fc],
  [0x2605, 0x2606],
  [0x2610, 0x2612],
  [0x2713, 0x2718],
  [0x2794, 0x2794],
  [0xfffd, 0xfffd],
];

/** Characters that nobody sees: control codes, joiners, and marks that turn the reading direction around. */
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** Runs of more characters than this without a space get places to break; Dutch compounds stay under it. */
const endless = /\S{37,}/g;
const breakEvery = 18;

let known: Set<number> | undefined;

/**
 * Text with nothing in it that our fonts cannot draw. PDF/UA refuses a whole document over one such character, so it becomes
 * `\ufffd`, one for each character that a person sees. Marks that turn the reading direction around go away: they can make a
 * document read otherwise than it is stored.
 */
export function drawable(text: string): string {
  const shapes = (known ??= readShapes());
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    // Spaces of another width, such as the narrow one in French amounts: no font of ours has them.
    .replaceAll(/[\u2000-\u200a\u202f\u205f\u3000]/g, '\u00a0')
    .replaceAll(unseen, '');
  if ([...plain].every((character) => canDraw(character, shapes))) return plain;
  return [...graphemes.segment(plain)].map(({ segment }) => drawn(segment, shapes)).join('');
}

/** Drawable text in which endless words have places to break, so that they stay inside their column. */
export function printable(text: string): string {
  return drawable(text).replaceAll(endless, breakable);
}

/** Every string in a JSON value made printable; keys are ours and stay as they are. */
export function printableData(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(printableData);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableData(inner)]));
}

function drawn(grapheme: string, shapes: ReadonlySet<number>): string {
  const characters = [...grapheme];
  if (characters.every((character) => canDraw(character, shapes))) return grapheme;
  return canDraw(characters[0]!, shapes) && !/\p{Emoji_Presentation}/u.test(grapheme) ? characters[0]! : '\ufffd';
}

function canDraw(character: string, shapes: ReadonlySet<number>): boolean {
  return character === '\n' || shapes.has(character.codePointAt(0)!);
}

function breakable(run: string): string {
  const parts: string[] = [];
  for (const { segment } of graphemes.segment(run)) {
    const last = parts.at(-1);
    if (last === undefined || last.length >= breakEvery) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts.join('\u200b');
}

/** Only what every cut can draw counts: a letter that exists upright but not in bold italic would fail in a heading. */
function readShapes(): Set<number> {
  const require = createRequire(join(projectRoot(), 'package.json'));
  const cuts = fontFiles().map(({ name, extended }) => ({
    extended,
    points: codePointsOf(
      unpackWoff(readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`))),
    ),
  }));
  const shapes = new Set<number>();
  for (const group of [true, false]) {
    const [first, ...others] = cuts.filter(({ extended }) => extended === group).map(({ points }) => points);
    for (const point of first!) if (others.every((points) => points.has(point))) shapes.add(point);
  }
  for (const [from, to] of spare) for (let point = from; point <= to; point += 1) shapes.add(point);
  return shapes;
}
