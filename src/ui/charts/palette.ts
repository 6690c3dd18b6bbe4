import type { Tone } from '../tones.ts';

/** Where a chart is drawn: on a page (colours follow the reader's mode) or in a PDF (plain hex, always light). */
export type Palette = 'css' | 'print';

/* The light values of tokens.css; a test holds the two together. */
const hex = {
  'profile-ambition': '#b04613',
  'profile-foundation': '#c28004',
  'profile-journey': '#054f34',
  'profile-growth': '#2f9ba1',
  'profile-learning': '#1e66d9',
  'profile-none': '#78706a',
  'profile-ambition-ink': '#8d360c',
  'profile-foundation-ink': '#754b02',
  'profile-journey-ink': '#184e36',
  'profile-growth-ink': '#026266',
  'profile-learning-ink': '#144fad',
  'profile-none-ink': '#5a544f',
  brand: '#6e35a3',
  surface: '#ffffff',
  'surface-hover': '#f3ecf2',
  line: '#e4dfd9',
  'line-strong': '#807a85',
  ink: '#251d2f',
} as const;

export type ColourName = keyof typeof hex;

/** Every colour a chart may use, with the value it has on paper. */
export const printColours: Readonly<Record<ColourName, string>> = hex;

const toneNames: Record<Tone, ColourName> = {
  1: 'profile-ambition',
  2: 'profile-foundation',
  3: 'profile-journey',
  4: 'profile-growth',
  5: 'profile-learning',
  none: 'profile-none',
};

/** A colour as a presentation attribute takes it: `var(--brand)` on a page, `#6e35a3` in a PDF. */
export function colour(name: ColourName, palette: Palette): string {
  return palette === 'print' ? hex[name] : `var(--${name})`;
}

/** The colour of a tone: its shape, or with `ink` the darker one for text. */
export function toneColour(tone: Tone, palette: Palette, ink = false): string {
  const name = toneNames[tone];
  return colour(ink ? (`${name}-ink` as ColourName) : name, palette);
}
