import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import type { Texts } from '#platform/text/index.ts';

/**
 * What stands in a column. `code` is a code of ours that `words` can put into the reader's language; `decimal` and `cents`
 * are numbers, so that a sheet can add them up.
 */
export interface Column {
  readonly kind: 'text' | 'code' | 'whole' | 'decimal' | 'cents' | 'day' | 'moment' | 'flag';
  /** The text key of the heading: `module:key`. */
  readonly heading: string;
  /** The words of a code, for a person; without them the code stands there as it is. */
  readonly words?: (code: string, locale: Locale) => string;
}

/** Makes columns whose headings stand in the texts of one module. */
export const columnOf =
  <Key extends string>({ module }: Texts<Key>) =>
  <Kind extends Column['kind']>(kind: Kind, heading: Key) =>
    ({ kind, heading: `${module}:${heading}` }) as const;

export type Columns = Readonly<Record<string, Column>>;

interface Values {
  text: string;
  code: string;
  whole: number;
  decimal: number;
  cents: number;
  day: PlainDate;
  moment: Date;
  flag: boolean;
}

export type Cell = Values[keyof Values] | null;

/** One row: a value, or nothing, for every column. */
export type RowOf<Described extends Columns> = {
  readonly [Key in keyof Described]: Values[Described[Key]['kind']] | null;
};

/** An export that somebody may read: its rows come while they are asked for, once. */
export interface Export {
  /** The name of the file, without its ending. */
  readonly file: string;
  readonly columns: Columns;
  readonly rows: AsyncIterable<Readonly<Record<string, Cell>>>;
}

export function isExport(result: unknown): result is Export {
  return typeof result === 'object' && result !== null && 'rows' in result && 'columns' in result && 'file' in result;
}
