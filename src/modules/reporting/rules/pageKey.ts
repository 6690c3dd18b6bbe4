import { isPlainDate } from '#shared/dates.ts';

/** Where a page of a list ended: the value it is sorted by and the id that tells equal values apart. */
export interface PageKey {
  readonly value: string;
  readonly id: string;
}

const pattern = /^(.*)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/su;

/** A key as it travels in a URL. */
export const writePageKey = ({ value, id }: PageKey): string => `${value}~${id}`;

/** The key in a URL; undefined when it is none, so that a mangled address shows the first page. */
export function readPageKey(text: string | undefined): PageKey | undefined {
  const match = pattern.exec(text ?? '');
  return match ? { value: match[1]!, id: match[2]! } : undefined;
}

/** The same for a list sorted by day; `''` stands for rows without a day, where a list has those. */
export function readDayKey(text: string | undefined): PageKey | undefined {
  const key = readPageKey(text);
  return key && (key.value === '' || isPlainDate(key.value)) ? key : undefined;
}

/** Rows of which one too many was asked: the page, and the key for the next one when there is more. */
export function pageOfRows<Row>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => PageKey,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last ? writePageKey(keyOf(last)) : null };
}
