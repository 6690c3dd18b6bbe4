import { numberAt, type NumberColumn, type Table, type WordColumn } from '#platform/datafiles/columns.ts';
import { DataFileProblem } from '#platform/datafiles/problem.ts';
import { byteColumn, codedIfWhole, type Column } from '#statistics/column.ts';
import type { Scale } from '#statistics/survey/scaleItems.ts';
import { columnNamed, dataTable, type DataTable } from '#statistics/table.ts';
import type { AnalysisPlan, ScalePlan } from '../inputs.ts';

/** A column that says which answers belong together: its codes count the `labels`. */
export interface Grouping {
  readonly column: Column;
  readonly labels: readonly string[];
}

/** A scale of a plan as the statistics know it. */
export function scaleOf({ min, max, ...scale }: ScalePlan): Scale {
  return { ...scale, minimum: min, maximum: max };
}

/** The columns that a plan speaks of, by name, and how to group by one. */
export interface Variables {
  readonly data: DataTable;
  grouping(name: string): Grouping;
}

/**
 * Turns a table into the columns of a plan.
 * @throws DataFileProblem for a scale that is named like a column, an answer outside its scale, and an item that never varies
 */
export function variablesOf(table: Table, plan: AnalysisPlan): Variables {
  const source = new Map(table.columns.map((column) => [column.name, column]));
  for (const scale of plan.scales) {
    if (table.names.includes(scale.name))
      throw new DataFileProblem(
        table.placeOf(0, scale.name),
        'a scale of the plan has the name of this column',
        'Give the scale another name.',
      );
    for (const name of scale.items) checkItem(table, source.get(name) as NumberColumn, scale);
  }
  const data = dataTable(
    table.columns.flatMap((column) => (column.kind === 'words' ? [] : [statisticsColumn(column)])),
  );
  return {
    data,
    grouping: (name) => {
      const column = source.get(name);
      return column?.kind === 'words' ? groupingOfWords(column) : groupingOfNumbers(columnNamed(data, name));
    },
  };
}

function statisticsColumn(column: NumberColumn): Column {
  return column.kind === 'bytes'
    ? byteColumn(column.name, column.codes, column.minimum, column.maximum)
    : codedIfWhole({ kind: 'numbers', name: column.name, values: column.values });
}

function checkItem(table: Table, item: NumberColumn, { name, min = -Infinity, max = Infinity }: ScalePlan): void {
  const outside = firstRow(item, table.rows, (value) => value < min || value > max);
  if (outside !== undefined)
    throw new DataFileProblem(
      table.placeOf(outside, item.name),
      `${numberAt(item, outside)} lies outside the answer scale of ${name}, ${min === -Infinity ? 'up' : min} to ${max === Infinity ? 'up' : max}`,
      'Mend the answer, leave it empty, or mend min and max in the plan.',
    );
  const first = firstRow(item, table.rows, () => true);
  if (first === undefined)
    throw new DataFileProblem(
      table.placeOf(0, item.name),
      `nobody answered this item of ${name}`,
      'Take it out of the scale.',
    );
  const value = numberAt(item, first)!;
  if (firstRow(item, table.rows, (other) => other !== value) === undefined)
    throw new DataFileProblem(
      table.placeOf(first, item.name),
      `everybody has the same answer, ${value}, to this item of ${name}, from here on`,
      'An item that never varies measures nothing: take it out of the scale.',
    );
}

/** The first row with a value for which something holds; in bytes the codes are tried first, of which there are few. */
function firstRow(column: NumberColumn, rows: number, holds: (value: number) => boolean): number | undefined {
  if (column.kind === 'bytes') {
    const wanted = new Uint8Array(256);
    let any = false;
    for (let code = 0; code <= column.maximum - column.minimum; code++)
      if (holds(column.minimum + code)) any = Boolean((wanted[code] = 1));
    if (!any) return undefined;
    const { codes } = column;
    for (let row = 0; row < rows; row++) if (wanted[codes[row]!] === 1) return row;
    return undefined;
  }
  for (let row = 0; row < rows; row++) {
    const value = column.values[row]!;
    if (value === value && holds(value)) return row;
  }
  return undefined;
}

function groupingOfWords({ name, words, values }: WordColumn): Grouping {
  const numeric = words.every((word) => word !== '' && Number.isFinite(Number(word)));
  const order = words
    .map((word, code) => ({ word, code }))
    .sort((a, b) => (numeric ? Number(a.word) - Number(b.word) : a.word < b.word ? -1 : 1));
  const place = new Map(order.map(({ code }, index) => [code, index]));
  const levels = Float64Array.from(order, (_, index) => index);
  const labels = order.map(({ word }) => word);
  if (words.length >= 65_535) {
    const numbers = Float64Array.from(values, (code) => place.get(code) ?? Number.NaN);
    return { column: { kind: 'numbers', name, values: numbers }, labels };
  }
  const codes = words.length < 255 ? new Uint8Array(values.length) : new Uint16Array(values.length);
  for (let row = 0; row < values.length; row++) codes[row] = place.get(values[row]!) ?? levels.length;
  return { column: { kind: 'coded', name, codes, levels }, labels };
}

function groupingOfNumbers(column: Column): Grouping {
  const present = new Set<number>();
  if (column.kind === 'coded') {
    const seen = new Set<number>();
    for (const code of column.codes) seen.add(code);
    column.levels.forEach((level, code) => seen.has(code) && present.add(level));
  } else for (const value of column.values) if (value === value) present.add(value);
  const values = [...present].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const rows = column.kind === 'coded' ? column.codes : column.values;
  const numbers = Float64Array.from(rows, (stored) => {
    const value = column.kind === 'coded' ? column.levels[stored] : stored;
    return place.get(value ?? Number.NaN) ?? Number.NaN;
  });
  return { column: codedIfWhole({ kind: 'numbers', name: column.name, values: numbers }), labels: values.map(String) };
}
