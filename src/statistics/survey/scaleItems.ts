import { codedIfWhole, type CodedColumn, type Column } from '../column.ts';
import { reversed } from '../reversed.ts';
import { columnNamed, type DataTable } from '../table.ts';

/** A scale of items, and how it is scored. */
export interface Scale {
  readonly name: string;
  readonly items: readonly string[];
  /** Those of the items that are reverse-keyed. */
  readonly reverse?: readonly string[];
  /** The ends of the answer scale; needed when an item is reverse-keyed. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** The share of items that must be answered for a score, 0 to 1; half when left out. */
  readonly minimumAnswered?: number;
}

/** The items of a scale, all pointing the same way. */
export function scaleItems(table: DataTable, scale: Scale): Column[] {
  return scale.items.map((name) => {
    const item = columnNamed(table, name);
    const coded = item.kind === 'numbers' ? codedIfWhole(item) : item;
    if (!scale.reverse?.includes(name)) return coded;
    return reversed(coded, scale.minimum ?? lowest(coded), scale.maximum ?? highest(coded));
  });
}

const lowest = (item: Column) => (item.kind === 'coded' ? (item.levels[0] ?? 0) : Math.min(...item.values));
const highest = (item: Column) => (item.kind === 'coded' ? (item.levels.at(-1) ?? 0) : Math.max(...item.values));

/** Items in bytes that hold whole numbers: what the fast ways need. */
export function wholeBytes(items: readonly Column[]): items is readonly (CodedColumn & { codes: Uint8Array })[] {
  return items.every(
    (item) => item.kind === 'coded' && item.codes instanceof Uint8Array && item.levels.every(Number.isInteger),
  );
}

/** For every code of an item, its digit among the levels, and `levels.length` when it is missing. */
export function digitsOf(item: CodedColumn): Uint32Array {
  const digits = new Uint32Array(item.codes.BYTES_PER_ELEMENT === 1 ? 256 : 65_536).fill(item.levels.length);
  for (let level = 0; level < item.levels.length; level++) digits[level] = level;
  return digits;
}
