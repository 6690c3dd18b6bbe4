/** Sizes in the units of the drawing. Three beside each other fit a phone with letters that can be read. */
export const sizes = {
  width: 324,
  node: { width: 100, height: 64 },
  gap: 12,
  between: 70,
  label: { width: 60, height: 28 },
};
const perRow = 3;
const margin = 6;

export interface Owned {
  readonly holder: string;
  readonly held: string;
}

/** One entry, by its upper left corner. */
export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** 0 is the enterprise itself; below 0 those who hold, above 0 what is held. */
  readonly level: number;
}

/** One holding: the line that runs from the holder to what it holds, and the middle of its percentage. */
export interface PlacedHolding extends Owned {
  /** Its place in the list of holdings. */
  readonly at: number;
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number };
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly holdings: readonly PlacedHolding[];
}

/**
 * The drawing of an ownership by levels: holders above, what is held below, sisters beside each other. Whoever is reached in
 * two ways stands where the shortest leads; lines of a cycle run upwards or over the top. What has no tie stands last.
 */
export function layoutOf(subject: string, ids: readonly string[], owned: readonly Owned[]): Layout {
  const known = new Set(ids);
  const lines = owned
    .map((each, at) => ({ ...each, at }))
    .filter(({ holder, held }) => holder !== held && known.has(holder) && known.has(held));
  const levels = levelsOf(subject, ids, lines);
  const rows = rowsOf(levels, lines);
  // A line between two of the first row runs over it.
  const overTop = lines.some(({ holder, held }) => rows[0]!.includes(holder) && rows[0]!.includes(held));
  const top = margin + (overTop ? sizes.between * 0.7 : 0);
  const step = sizes.node.height + sizes.between;
  const places = new Map<string, PlacedNode & { readonly row: number }>();
  rows.forEach((row, at) => {
    const width = row.length * sizes.node.width + (row.length - 1) * sizes.gap;
    row.forEach((id, column) => {
      const x = (sizes.width - width) / 2 + column * (sizes.node.width + sizes.gap);
      places.set(id, { id, x, y: top + at * step, level: levels.get(id)!, row: at });
    });
  });
  return {
    width: sizes.width,
    height: top + rows.length * step - sizes.between + margin,
    nodes: [...places.values()].map(({ row: _row, ...node }) => node),
    holdings: drawn(lines, places),
  };
}

function levelsOf(subject: string, ids: readonly string[], lines: readonly Owned[]): ReadonlyMap<string, number> {
  const levels = new Map([[subject, 0]]);
  // A map that grows while it is read: breadth first.
  for (const [id, level] of levels)
    for (const { holder, held } of lines) {
      if (held === id && !levels.has(holder)) levels.set(holder, level - 1);
      if (holder === id && !levels.has(held)) levels.set(held, level + 1);
    }
  const last = Math.max(...levels.values()) + 1;
  for (const id of ids) if (!levels.has(id)) levels.set(id, last);
  return levels;
}

/** Rows of at most three from above to below; beside each other those whose neighbours are. */
function rowsOf(levels: ReadonlyMap<string, number>, lines: readonly Owned[]): readonly (readonly string[])[] {
  const byLevel = Map.groupBy(levels.keys(), (id) => levels.get(id)!);
  const order = new Map<string, number>();
  const sorted = new Map<number, readonly string[]>();
  const outwards = [...byLevel.keys()].sort((one, other) => Math.abs(one) - Math.abs(other) || one - other);
  for (const level of outwards) {
    const wish = (id: string): number => {
      const near = lines.flatMap(({ holder, held }) => (holder === id ? [held] : held === id ? [holder] : []));
      const placed = near.flatMap((other) => order.get(other) ?? []);
      return placed.length > 0 ? placed.reduce((sum, at) => sum + at, 0) / placed.length : 0;
    };
    const row = byLevel.get(level)!.map((id) => ({ id, at: wish(id) }));
    const ids = row.sort((one, other) => one.at - other.at).map(({ id }) => id);
    ids.forEach((id, at) => order.set(id, at - (ids.length - 1) / 2));
    sorted.set(level, ids);
  }
  return [...sorted.keys()]
    .sort((one, other) => one - other)
    .flatMap((level) => {
      const ids = sorted.get(level)!;
      const count = Math.ceil(ids.length / perRow);
      const each = Math.ceil(ids.length / count);
      return Array.from({ length: count }, (_, at) => ids.slice(at * each, (at + 1) * each));
    });
}

type Places = ReadonlyMap<string, PlacedNode & { readonly row: number }>;
interface Point {
  readonly x: number;
  readonly y: number;
}
interface Curve {
  readonly from: Point;
  readonly toFrom: Point;
  readonly toEnd: Point;
  readonly end: Point;
}

function drawn(lines: readonly (Owned & { readonly at: number })[], places: Places): readonly PlacedHolding[] {
  const sides = portsOf(lines, places);
  const taken: Point[] = [];
  return lines.map(({ holder, held, at }) => {
    const curve = curveOf(places.get(holder)!, places.get(held)!, sides(holder, at), sides(held, at));
    const label = freePlace(curve, taken);
    taken.push(label);
    const { from, toFrom, toEnd, end } = curve;
    const written = [from, toFrom, toEnd, end].map(({ x, y }) => `${round(x)} ${round(y)}`);
    return { holder, held, at, label, path: `M${written[0]}C${written.slice(1).join(' ')}` };
  });
}

/** Lines that leave or reach one side of an entry stand apart from each other, in the order of where they go. */
function portsOf(
  lines: readonly (Owned & { readonly at: number })[],
  places: Places,
): (id: string, at: number) => number {
  const ends = lines.flatMap(({ holder, held, at }) => {
    const [above, below] = [places.get(holder)!, places.get(held)!];
    return [
      { id: holder, at, side: below.row > above.row ? 'bottom' : 'top', towards: below.x },
      { id: held, at, side: above.row > below.row ? 'bottom' : 'top', towards: above.x },
    ];
  });
  const shifts = new Map<string, number>();
  for (const group of Map.groupBy(ends, ({ id, side }) => `${side} ${id}`).values()) {
    const room = Math.min(26, (sizes.node.width - 24) / group.length);
    group
      .sort((one, other) => one.towards - other.towards || one.at - other.at)
      .forEach(({ id, at }, place) => shifts.set(`${id} ${at}`, (place - (group.length - 1) / 2) * room));
  }
  return (id, at) => shifts.get(`${id} ${at}`) ?? 0;
}

function curveOf(
  holder: PlacedNode & { readonly row: number },
  held: PlacedNode & { readonly row: number },
  leaves: number,
  reaches: number,
): Curve {
  const down = held.row > holder.row;
  const up = held.row < holder.row;
  const middle = sizes.node.width / 2;
  const from = { x: holder.x + middle + leaves, y: holder.y + (down ? sizes.node.height : 0) };
  const end = { x: held.x + middle + reaches, y: held.y + (up ? sizes.node.height : 0) };
  const rows = Math.abs(held.row - holder.row);
  // Past a row in between, around whoever stands there.
  const around = rows > 1 && Math.abs(from.x - end.x) < sizes.node.width ? (from.x < sizes.width / 2 ? -1 : 1) * 90 : 0;
  const bend = sizes.between * (rows > 1 ? 1 : 0.6);
  return {
    from,
    toFrom: { x: from.x + around, y: from.y + (down ? bend : -bend) },
    toEnd: { x: end.x + around, y: end.y + (up ? bend : -bend) },
    end,
  };
}

/** Where on the line the percentage stands: in the middle, or a little further when another stands there. */
function freePlace(curve: Curve, taken: readonly Point[]): Point {
  const places = [0.5, 0.36, 0.64, 0.25, 0.75].map((part) => onCurve(curve, part));
  const isFree = ({ x, y }: Point) =>
    taken.every((other) => Math.abs(other.x - x) >= sizes.label.width || Math.abs(other.y - y) >= sizes.label.height);
  const { x, y } = places.find(isFree) ?? places[0]!;
  const half = sizes.label.width / 2;
  return { x: round(Math.min(Math.max(x, half), sizes.width - half)), y: round(y) };
}

function onCurve({ from, toFrom, toEnd, end }: Curve, part: number): Point {
  const rest = 1 - part;
  const mix = (of: 'x' | 'y') =>
    rest ** 3 * from[of] + 3 * rest ** 2 * part * toFrom[of] + 3 * rest * part ** 2 * toEnd[of] + part ** 3 * end[of];
  return { x: mix('x'), y: mix('y') };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A name on at most two lines of so many letters; what does not fit ends in a dot dot dot. */
export function linesOf(name: string, letters = 13): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/u).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2).map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  if (lines.length > 2 && !shown[1]!.endsWith('…')) shown[1] = `${shown[1]!.slice(0, letters - 1)}…`;
  return shown;
}
