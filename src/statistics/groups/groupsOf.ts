import { type Column, valuesOf } from '../column.ts';

export interface GroupOfValues {
  /** The value of the grouping column. */
  readonly value: number;
  readonly values: Float64Array;
}

/** The values of a column by group, groups ascending; rows without a value or a group are left out. */
export function groupsOf(column: Column, group: Column): readonly GroupOfValues[] {
  const values = valuesOf(column);
  const labels = valuesOf(group);
  const lists = new Map<number, number[]>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const label = labels[row]!;
    if (Number.isNaN(value) || Number.isNaN(label)) continue;
    const list = lists.get(label);
    if (list) list.push(value);
    else lists.set(label, [value]);
  }
  return [...lists]
    .sort(([left], [right]) => left - right)
    .map(([value, list]) => ({ value, values: Float64Array.from(list) }));
}

/** One group as a column. */
export function groupColumn(name: string, group: GroupOfValues): Column {
  return { kind: 'numbers', name: `${name} (${group.value})`, values: group.values };
}
