import { colour, type Palette } from './palette.ts';
import { escapeText, round, spoken } from './svg.ts';

export type HeatMapOptions = {
  names: readonly string[];
  /** −1 to 1, square and symmetric; null is left empty. Only what lies below the diagonal is drawn. */
  values: readonly (readonly (number | null)[])[];
  palette: Palette;
  /** Words for a drawing that stands alone; without it the drawing is hidden from screen readers. */
  label?: string;
};

const cell = 44;
const names = 190;
const top = 30;
/** No more colour than that: the figure in the cell must stay easy to read. */
const mostOpaque = 0.5;

/** A triangle of coloured squares with their figures: two colours for the two signs, fuller the further from nothing. */
export function heatMap({ names: rows, values, palette, label }: HeatMapOptions): string {
  const width = names + rows.length * cell;
  const height = top + rows.length * cell;
  const ink = colour('ink', palette);
  const parts: string[] = [];
  rows.forEach((name, i) => {
    const middle = top + i * cell + cell / 2 + 5;
    parts.push(
      `<text x="${names - 12}" y="${middle}" text-anchor="end" font-size="15" fill="${ink}">${escapeText(`${shortened(name)}  ${i + 1}`)}</text>`,
      `<text x="${names + i * cell + cell / 2}" y="${top - 10}" text-anchor="middle" font-size="15" fill="${ink}">${i + 1}</text>`,
    );
    for (let j = 0; j <= i; j++) {
      const x = names + j * cell;
      const y = top + i * cell;
      const value = i === j ? null : (values[i]?.[j] ?? null);
      const box = `x="${x + 1}" y="${y + 1}" width="${cell - 2}" height="${cell - 2}" rx="4"`;
      parts.push(`<rect ${box} fill="none" stroke="${colour('line', palette)}"/>`);
      if (value === null) continue;
      const fill = colour(value < 0 ? 'profile-ambition' : 'brand', palette);
      const opacity = round(Math.min(1, Math.abs(value) / 0.8) * mostOpaque * 10) / 10;
      parts.push(
        `<rect ${box} fill="${fill}" fill-opacity="${opacity}"/>`,
        `<text x="${x + cell / 2}" y="${middle}" text-anchor="middle" font-size="14" fill="${ink}">${signed(value)}</text>`,
      );
    }
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${spoken(label)}>${parts.join('')}</svg>`;
}

function shortened(name: string): string {
  return name.length > 20 ? `${name.slice(0, 19)}…` : name;
}

/** `−.35`: two decimals, no nought before the point, a true minus. */
function signed(value: number): string {
  const text = Math.abs(value).toFixed(2).replace(/^0\./, '.');
  return value < 0 && text !== '.00' ? `−${text}` : text;
}
