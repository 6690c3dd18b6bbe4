import { linear } from './linear.ts';
import { colour, type Palette } from './palette.ts';
import { round, spoken } from './svg.ts';

export type DotRangeOptions = {
  /** The result itself, 0 to 100: a filled dot. */
  own?: number;
  /** The other result, 0 to 100 (an earlier one, or another person's): an open dot. */
  previous?: number;
  palette: Palette;
  /** Words for a drawing that stands alone; without it the drawing is hidden from screen readers. */
  label?: string;
  /** Width in pixels for print; on a page the line takes the width it gets. */
  width?: number;
};

/** Two dots on one line from 0 to 100, joined by a dashed line. Returns an SVG string. */
export function dotRange({ own, previous, palette, label, width = 320 }: DotRangeOptions): string {
  const print = palette === 'print';
  const scale = linear([0, 100], print ? [9, width - 9] : [0, 100]);
  const at = (value: number) => (print ? `${round(scale(value))}` : `${round(scale(value))}%`);
  const brand = colour('brand', palette);
  const parts = [0, 25, 50, 75, 100].map(
    (value) => `<line x1="${at(value)}" x2="${at(value)}" y1="4" y2="24" stroke="${colour('line', palette)}"/>`,
  );
  parts.push(
    `<line x1="${at(0)}" x2="${at(100)}" y1="14" y2="14" stroke="${colour('line-strong', palette)}" stroke-width="1"/>`,
  );
  if (own !== undefined && previous !== undefined)
    parts.push(
      `<line x1="${at(previous)}" x2="${at(own)}" y1="14" y2="14" stroke="${brand}" stroke-width="2.5" stroke-dasharray="2 3"/>`,
    );
  if (own !== undefined)
    parts.push(
      `<circle cx="${at(own)}" cy="14" r="8" fill="${brand}" stroke="${colour('surface', palette)}" stroke-width="2"/>`,
    );
  // The open dot comes last and is smaller: with equal values both stay visible.
  if (previous !== undefined)
    parts.push(
      `<circle cx="${at(previous)}" cy="14" r="5.5" fill="${colour('surface', palette)}" stroke="${brand}" stroke-width="2"/>`,
    );
  const size = print ? `width="${width}" height="28" viewBox="0 0 ${width} 28"` : 'width="100%" height="28"';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} overflow="visible" ${spoken(label)}>${parts.join('')}</svg>`;
}
