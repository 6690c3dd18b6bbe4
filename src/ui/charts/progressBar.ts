import { linear } from './linear.ts';
import { colour, type Palette } from './palette.ts';
import { round, spoken } from './svg.ts';

export type ProgressBarOptions = {
  value: number;
  /** The full scale: a target, never a cut axis. */
  max: number;
  /** Where one would be by now. */
  pace?: number;
  palette: Palette;
  /** Words for a drawing that stands alone; without it the drawing is hidden from screen readers. */
  label?: string;
  /** Width in pixels for print; on a page the bar takes the width it gets. */
  width?: number;
};

/** A bar against a target with an upright tick for the pace. Returns an SVG string; values beyond the scale stop at its end. */
export function progressBar({ value, max, pace, palette, label, width = 320 }: ProgressBarOptions): string {
  const print = palette === 'print';
  const scale = linear([0, max > 0 ? max : 1], [0, print ? width : 100]);
  const at = (amount: number) => (print ? `${round(scale(amount))}` : `${round(scale(amount))}%`);
  const filled =
    value > 0 ? `<rect y="5" width="${at(value)}" height="10" rx="5" fill="${colour('brand', palette)}"/>` : '';
  const tick =
    pace === undefined
      ? ''
      : `<line x1="${at(pace)}" x2="${at(pace)}" y1="0" y2="20" stroke="${colour('ink', palette)}" stroke-width="2"/>`;
  const size = print ? `width="${width}" height="20" viewBox="0 0 ${width} 20"` : 'width="100%" height="20"';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} overflow="visible" ${spoken(label)}>` +
    `<rect y="5" width="${print ? width : '100%'}" height="10" rx="5" fill="${colour('surface-hover', palette)}" stroke="${colour('line', palette)}"/>` +
    `${filled}${tick}</svg>`
  );
}
