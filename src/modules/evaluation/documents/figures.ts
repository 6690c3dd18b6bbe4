/** How a figure is printed: `share` lies between −1 and 1 and loses the nought before its point, as journals have it. */
export type FigureKind = 'words' | 'whole' | 'two' | 'three' | 'share' | 'shareThree' | 'p';

export type Interval = readonly [number, number];
export type Cell = string | number | Interval | null;

const nothing = '–';

/** A cell as it is read: `.70`, `−1.25`, `< .001`, `[.31, .52]`; a dash where there is no figure. */
export function printed(cell: Cell, kind: FigureKind): string {
  if (cell === null) return nothing;
  if (typeof cell === 'string') return cell;
  if (typeof cell !== 'number') return `[${printed(cell[0], kind)}, ${printed(cell[1], kind)}]`;
  switch (kind) {
    case 'words':
    case 'whole':
      return Number.isInteger(cell) ? withMinus(String(cell)) : withMinus(cell.toFixed(2));
    case 'two':
      return withMinus(cell.toFixed(2));
    case 'three':
      return withMinus(cell.toFixed(3));
    case 'share':
      return withoutNought(withMinus(cell.toFixed(2)));
    case 'shareThree':
      return withoutNought(withMinus(cell.toFixed(3)));
    case 'p':
      return cell < 0.001 ? '< .001' : withoutNought(cell.toFixed(3));
  }
}

function withMinus(text: string): string {
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

function withoutNought(text: string): string {
  return text.replace(/^(−?)0\./, '$1.');
}

/** The stars that journals put behind a correlation. */
export function stars(p: number | null): string {
  if (p === null) return '';
  return p < 0.01 ? '**' : p < 0.05 ? '*' : '';
}

/** How a level is spoken of: `95 %`. */
export function percent(level: number): string {
  return `${Number((level * 100).toFixed(2))} %`;
}
