import { closeSync, fstatSync, openSync } from 'node:fs';
import path from 'node:path';
import { NumberColumnBuilder, WordColumnBuilder, type ColumnBuilder } from '../columnBuilder.ts';
import type { Table } from '../columns.ts';
import { missingColumn } from '../missingColumn.ts';
import { DataFileProblem } from '../problem.ts';
import { checkNames, checkStart, separators, type Dialect } from './dialect.ts';
import { headerOf } from './header.ts';
import { Pieces } from './pieces.ts';
import { RowParser } from './rowParser.ts';

export interface CsvOptions {
  readonly dialect?: Dialect;
  /** Which columns to keep, by name; all of them when left out. Others are stepped over, whatever stands in them. */
  readonly numbers?: readonly string[];
  /** Columns that hold words or codes. */
  readonly words?: readonly string[];
  /** Told now and then how many bytes of how many are read. */
  onProgress?(done: number, total: number): void;
}

/** Rows that are parsed before they are packed into their columns. */
const blockRows = 1024;

/**
 * Reads a CSV file piece by piece. Missing is an empty field, NA, a point alone, or #NULL! (as SPSS exports it).
 * @throws DataFileProblem with line and column
 */
export function readCsv(file: string, options: CsvOptions = {}): Table {
  const shown = path.basename(file);
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    throw new DataFileProblem({ file }, 'cannot be opened', 'Is the path right, and may you read it?');
  }
  try {
    return readOpen(handle, shown, options);
  } finally {
    closeSync(handle);
  }
}

function readOpen(handle: number, file: string, options: CsvOptions): Table {
  const dialect = options.dialect ?? 'plain';
  const total = fstatSync(handle).size;
  const source = new Pieces(handle);
  source.more();
  source.start = checkStart(file, source.bytes.subarray(0, Math.min(3, source.end)), dialect);
  const header = headerOf(file, source, separators[dialect]);
  checkNames(file, header.names, dialect);
  const wanted = wantedColumns(file, header.names, options);
  const words = wanted.map(({ name, kind }) => (kind === 'words' ? new WordColumnBuilder(name, 0) : undefined));
  const watched = wanted.map(({ index }, slot) => ({ index, words: words[slot] }));
  const parser = new RowParser({ file, names: header.names, line: header.lines + 1 }, dialect, blockRows, watched);
  const behindHeader = source.read - (source.end - source.start);
  /** How many rows the whole file has, judged by the first ones: room that is right from the start is never copied. */
  const expectedRows = () => {
    if (source.ended) return parser.rows;
    const perRow = (source.read - (source.end - source.start) - behindHeader) / parser.rows;
    return Math.ceil(((total - behindHeader) / perRow) * 1.01) + blockRows;
  };

  let builders: ColumnBuilder[] | undefined;
  let rows = 0;
  for (;;) {
    const full = parser.parse(source);
    if (full || (source.ended && parser.rows > 0)) {
      const expected = builders ? 0 : expectedRows();
      builders ??= wanted.map(({ name }, slot) => words[slot] ?? new NumberColumnBuilder(name, expected));
      builders.forEach((builder, slot) => builder.add(parser.block, slot * blockRows, parser.rows));
      rows += parser.rows;
      parser.rows = 0;
    }
    if (full) continue;
    if (source.ended) break;
    source.more();
    options.onProgress?.(source.read, total);
  }
  if (rows === 0)
    throw new DataFileProblem(
      { file, line: header.lines + 1 },
      'there are names but no rows',
      'Save the data again, a row a line.',
    );
  return {
    rows,
    columns: builders?.map((builder) => builder.finish()) ?? [],
    names: header.names,
    placeOf: (row, column) => ({ file, line: parser.lines.of(row), column }),
  };
}

interface Wanted {
  readonly index: number;
  readonly name: string;
  readonly kind: 'number' | 'words';
}

function wantedColumns(file: string, names: readonly string[], { numbers, words = [] }: CsvOptions): Wanted[] {
  const places = new Map(names.map((name, index) => [name, index]));
  const find = (name: string, kind: Wanted['kind']): Wanted => {
    const index = places.get(name);
    if (index === undefined) throw missingColumn({ file, line: 1, column: name }, names);
    return { index, name, kind };
  };
  const kept = numbers ?? names.filter((name) => name !== '' && !words.includes(name));
  return [...kept.map((name) => find(name, 'number')), ...words.map((name) => find(name, 'words'))];
}
