/** A table of counts with rows and columns; the totals are counted by whoever shows it, from the same cells. */
export type Cells = readonly (readonly number[])[];

/** What may be shown: a number, or null for «too few to show». */
export type ShownCells = readonly (readonly (number | null)[])[];

/** Fewer organisations than this could be recognised. */
export const smallestShown = 5;

interface Cell {
  readonly row: number;
  readonly column: number;
}

/**
 * Hides counts of 1 to 4, and as many others as are needed so that nobody computes them from the totals. The table comes
 * back with a last row and a last column of totals, which are hidden like any other cell when they have to be.
 *
 * Every row and every column (totals included) is a sum that a reader knows. A hidden cell can be computed from them
 * exactly when it is a bridge in the graph of rows and columns joined by hidden cells; and hidden cells of one line that
 * together count fewer than five would be a small group under another name. Zeros are shown: nobody is in them.
 */
export function hideSmallCells(cells: Cells): ShownCells {
  const full = withTotals(cells);
  const hidden = full.map((row) => row.map((count) => count > 0 && count < smallestShown));
  for (let next = weakest(full, hidden); next; next = weakest(full, hidden)) hidden[next.row]![next.column] = true;
  return full.map((row, at) => row.map((count, column) => (hidden[at]![column] ? null : count)));
}

export function withTotals(cells: Cells): number[][] {
  const rows = cells.map((row) => [...row, sum(row)]);
  const width = (cells[0]?.length ?? 0) + 1;
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column]!)))];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The next cell to hide: the smallest shown one in a line that still tells too much; undefined when none does. */
function weakest(full: readonly number[][], hidden: readonly boolean[][]): Cell | undefined {
  for (const line of lines(full)) {
    const covered = line.filter(({ row, column }) => hidden[row]![column]);
    if (covered.length === 0) continue;
    // The total of a line is on the other side of the sum: what is hidden besides it counts.
    const tellsGroup = sum(covered.map(({ row, column }) => full[row]![column]!)) < smallestShown;
    const tellsCell = covered.some((cell) => isBridge(cell, hidden));
    if (!tellsGroup && !tellsCell) continue;
    const candidates = line.filter(({ row, column }) => !hidden[row]![column]);
    const [best] = candidates.sort((a, b) => costOf(full, a) - costOf(full, b));
    if (best) return best;
  }
  return undefined;
}

/** A zero protects nothing by itself, so it is taken last; totals are what people look for, so late too. */
function costOf(full: readonly number[][], { row, column }: Cell): number {
  const total = row === full.length - 1 || column === full[0]!.length - 1;
  const count = full[row]![column]!;
  return (count === 0 ? 1e9 : count) + (total ? 1e6 : 0);
}

function lines(full: readonly number[][]): Cell[][] {
  const rows = full.map((counts, row) => counts.map((_, column) => ({ row, column })));
  const columns = full[0]!.map((_, column) => full.map((__, row) => ({ row, column })));
  return [...rows, ...columns];
}

/** Whether taking this hidden cell away parts its row from its column: then the sums around it give it away. */
function isBridge(cell: Cell, hidden: readonly boolean[][]): boolean {
  const seenRows = new Set([cell.row]);
  const queue = [cell.row];
  const seenColumns = new Set<number>();
  for (let row = queue.pop(); row !== undefined; row = queue.pop())
    for (const [column, covered] of hidden[row]!.entries()) {
      if (!covered || seenColumns.has(column) || (row === cell.row && column === cell.column)) continue;
      seenColumns.add(column);
      for (const [other, line] of hidden.entries())
        if (line[column] && !seenRows.has(other) && !(other === cell.row && column === cell.column)) {
          seenRows.add(other);
          queue.push(other);
        }
    }
  return !seenColumns.has(cell.column);
}
