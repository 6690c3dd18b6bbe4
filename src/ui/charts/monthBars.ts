import { linear } from './linear.ts';
import { colour, type Palette } from './palette.ts';
import { round, spoken } from './svg.ts';

export type MonthBarsOptions = {
  /** One bar each, from left to right; `pace` is drawn as a level tick over the bar. */
  points: readonly { readonly value: number; readonly pace?: number }[];
  /** The full scale: a target, never a cut axis. */
  max: number;
  palette: Palette;
  label?: string;
  height?: number;
};

/** Bars side by side against a target, each with a tick for the pace. Stretches to the width it gets; heights stay pixels. */
export function monthBars({ points, max, palette, label, height = 140 }: MonthBarsOptions): string {
  const highest = Math.max(max, ...points.map(({ value }) => value), 1);
  const scale = linear([0, highest], [0, height - 8]);
  const step = 100 / Math.max(points.length, 1);
  const drawn = points.map(({ value, pace }, at) => {
    const tall = round(scale(value));
    const bar =
      value > 0
        ? `<rect x="${round(at * step + step * 0.15)}%" y="${round(height - tall)}" width="${round(step * 0.7)}%" height="${tall}" rx="2" fill="${colour('brand', palette)}"/>`
        : '';
    if (pace === undefined) return bar;
    const level = round(height - scale(pace));
    return `${bar}<line x1="${round(at * step + step * 0.05)}%" x2="${round(at * step + step * 0.95)}%" y1="${level}" y2="${level}" stroke="${colour('ink', palette)}" stroke-width="2"/>`;
  });
  const top = round(height - scale(max));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="${height}" overflow="visible" ${spoken(label)}>` +
    `<line x1="0" x2="100%" y1="${top}" y2="${top}" stroke="${colour('line-strong', palette)}" stroke-dasharray="2 4"/>` +
    `${drawn.join('')}<line x1="0" x2="100%" y1="${height}" y2="${height}" stroke="${colour('line-strong', palette)}"/></svg>`
  );
}
