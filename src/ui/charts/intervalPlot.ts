import { scaleLinear } from 'd3-scale';
import { colour, type Palette } from './palette.ts';
import { escapeText, round, spoken } from './svg.ts';

export type IntervalPlotOptions = {
  rows: readonly { name: string; value: number; low: number; high: number }[];
  palette: Palette;
  /** Words for a drawing that stands alone; without it the drawing is hidden from screen readers. */
  label?: string;
};

const names = 190;
const plot = 420;
const line = 34;
const foot = 30;

/** A dot with its interval per row, against an upright line at nothing. The axis always holds nought. */
export function intervalPlot({ rows, palette, label }: IntervalPlotOptions): string {
  const height = rows.length * line + foot;
  const ends = rows.flatMap(({ low, high }) => [low, high]);
  const scale = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends)], [names + 10, names + plot - 10]).nice(6);
  const at = (value: number) => round(scale(value));
  const ink = colour('ink', palette);
  const bottom = height - foot;
  const parts = scale.ticks(6).map((tick) => {
    const stroke = colour(tick === 0 ? 'line-strong' : 'line', palette);
    return (
      `<line x1="${at(tick)}" x2="${at(tick)}" y1="0" y2="${bottom}" stroke="${stroke}"${tick === 0 ? ' stroke-width="2"' : ''}/>` +
      `<text x="${at(tick)}" y="${bottom + 20}" text-anchor="middle" font-size="13" fill="${ink}">${String(tick).replace('-', '−')}</text>`
    );
  });
  rows.forEach(({ name, value, low, high }, index) => {
    const y = index * line + line / 2;
    // An interval that leaves nought out is drawn full, one that holds it hollow: not by colour alone.
    const clear = low > 0 || high < 0;
    const brand = colour('brand', palette);
    parts.push(
      `<text x="${names - 12}" y="${y + 5}" text-anchor="end" font-size="15" fill="${ink}">${escapeText(name.length > 22 ? `${name.slice(0, 21)}…` : name)}</text>`,
      `<line x1="${at(low)}" x2="${at(high)}" y1="${y}" y2="${y}" stroke="${brand}" stroke-width="3"/>`,
      `<circle cx="${at(value)}" cy="${y}" r="7" fill="${clear ? brand : colour('surface', palette)}" stroke="${brand}" stroke-width="2.5"/>`,
    );
  });
  const width = names + plot;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${spoken(label)}>${parts.join('')}</svg>`;
}
