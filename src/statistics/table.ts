import { rowsOf, type Column } from './column.ts';
import { StatisticsError } from './reason.ts';

/** Named columns of equal length. */
export interface DataTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/**
 * Puts columns together.
 * @throws StatisticsError when two have the same name or a different number of rows
 */
export function dataTable(columns: readonly Column[]): DataTable {
  const rows = columns[0] ? rowsOf(columns[0]) : 0;
  const named = new Map<string, Column>();
  for (const column of columns) {
    if (named.has(column.name)) throw new StatisticsError(`There are two columns named ${column.name}.`);
    if (rowsOf(column) !== rows)
      throw new StatisticsError(`Column ${column.name} has ${rowsOf(column)} rows; the first has ${rows}.`);
    named.set(column.name, column);
  }
  return { rows, columns: named };
}

/** @throws StatisticsError when there is none of that name */
export function columnNamed(table: DataTable, name: string): Column {
  const found = table.columns.get(name);
  if (!found) throw new StatisticsError(`There is no column named ${name}.`);
  return found;
}

/** The table with columns added (or replaced, where the name is there already). */
export function withColumns(table: DataTable, columns: readonly Column[]): DataTable {
  const named = new Map(table.columns);
  for (const column of columns) named.set(column.name, column);
  return dataTable([...named.values()]);
}
