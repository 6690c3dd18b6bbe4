import path from 'node:path';
import { NumberColumnBuilder, WordColumnBuilder } from '../columnBuilder.ts';
import type { Table } from '../columns.ts';
import { missingColumn } from '../missingColumn.ts';
import { DataFileProblem } from '../problem.ts';
import { wordReader } from './caseReader.ts';
import { systemMissing, type ReadDictionary, type SavMissing, type SavValue, type SavVariable } from './dictionary.ts';
import { openSav, type OpenSav } from './openSav.ts';

export interface SavOptions {
  /** Which variables to keep as numbers; all numeric ones when left out. */
  readonly numbers?: readonly string[];
  /** Variables that hold words or codes. */
  readonly words?: readonly string[];
  /** Told now and then which share of the file is read, 0 to 1. */
  onProgress?(share: number): void;
}

const blockRows = 1024;

/** Reads a .sav or .zsav file into columns. What the file declares missing is missing. @throws DataFileProblem */
export function readSav(file: string, options: SavOptions = {}): Table & { readonly dictionary: ReadDictionary } {
  const open = openSav(file);
  try {
    return readOpen(path.basename(file), open, options);
  } finally {
    open.close();
  }
}

function readOpen(file: string, open: OpenSav, options: SavOptions) {
  const { dictionary, cases } = open;
  const { variables } = open.layout;
  const find = (name: string) => {
    const found = variables.find(({ variable }) => variable.name === name);
    if (!found)
      throw missingColumn(
        { file, column: name },
        variables.map(({ variable }) => variable.name),
      );
    return found;
  };
  const numbers = (options.numbers?.map(find) ?? variables.filter(({ variable }) => variable.width === 0)).map(
    ({ variable, element }) => {
      if (variable.width > 0)
        throw new DataFileProblem(
          { file, column: variable.name },
          'this variable holds words, not numbers',
          'Recode it to numbers, or leave it out of the plan.',
        );
      return {
        element: element - 1,
        isMissing: missingTest(variable.missing),
        builder: new NumberColumnBuilder(variable.name, dictionary.cases ?? 0),
      };
    },
  );
  const words = (options.words ?? []).map(find).map((found) => ({
    read: found.variable.width > 0 ? wordReader(found, dictionary.encoding) : numberAsWord(found.element),
    missing: new Set(found.variable.missing?.values.map(String)),
    builder: new WordColumnBuilder(found.variable.name, dictionary.cases ?? 0),
  }));

  const block = new Float64Array(blockRows * (numbers.length + words.length));
  let inBlock = 0;
  const pack = () => {
    numbers.forEach(({ builder }, slot) => builder.add(block, slot * blockRows, inBlock));
    words.forEach(({ builder }, slot) => builder.add(block, (numbers.length + slot) * blockRows, inBlock));
    inBlock = 0;
    options.onProgress?.(open.progress());
  };
  while (cases.next()) {
    for (let slot = 0; slot < numbers.length; slot++) {
      const { element, isMissing } = numbers[slot]!;
      const value = cases.numbers[element]!;
      block[slot * blockRows + inBlock] = value === systemMissing || isMissing?.(value) ? Number.NaN : value;
    }
    for (let slot = 0; slot < words.length; slot++) {
      const { read, missing, builder } = words[slot]!;
      const word = read(cases.bytes, cases.numbers);
      block[(numbers.length + slot) * blockRows + inBlock] = builder.placeOf(missing.has(word) ? '' : word);
    }
    if (++inBlock === blockRows) pack();
  }
  if (cases.rows === 0) throw new DataFileProblem({ file }, 'there are no rows in it', 'Export it again.');
  pack();
  return {
    dictionary,
    rows: cases.rows,
    names: variables.map(({ variable }) => variable.name),
    columns: [...numbers, ...words].map(({ builder }) => builder.finish()),
    placeOf: (row: number, column: string) => ({ file, row: row + 1, column }),
  };
}

function numberAsWord(element: number) {
  return (_row: Uint8Array, numbers: Float64Array) => {
    const value = numbers[element - 1]!;
    return value === systemMissing ? '' : String(value);
  };
}

function missingTest(missing: SavMissing | undefined): ((value: number) => boolean) | undefined {
  if (!missing) return undefined;
  const { values, range } = missing;
  return (value) => values.includes(value) || (range !== undefined && value >= range.low && value <= range.high);
}

/** The rows of a file one by one, with the values as they stand: declared missing values are still there. */
export function* savRows(file: string): Generator<SavValue[], void, undefined> {
  const open = openSav(file);
  try {
    const readers = open.layout.variables.map((found) => valueReader(found, open.dictionary.encoding));
    while (open.cases.next()) yield readers.map((read) => read(open.cases.bytes, open.cases.numbers));
  } finally {
    open.close();
  }
}

function valueReader(found: { variable: SavVariable; element: number }, encoding: string) {
  if (found.variable.width > 0) {
    const read = wordReader(found, encoding);
    return (row: Uint8Array): SavValue => read(row);
  }
  return (_row: Uint8Array, numbers: Float64Array): SavValue => {
    const value = numbers[found.element - 1]!;
    return value === systemMissing ? undefined : value;
  };
}
