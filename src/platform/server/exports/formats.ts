import type { Locale } from '#shared/localised.ts';
import { csvOf } from './csv.ts';
import { xlsxOf } from './xlsx.ts';
import type { Export } from './columns.ts';

/** A way to write an export down. `forPeople`: headings and codes in their language; otherwise keys and codes. */
export interface Format {
  readonly mediaType: string;
  readonly ending: string;
  readonly write: (rows: Export, locale: Locale, forPeople: boolean) => AsyncIterable<string | Uint8Array>;
}

/** Rows as JSON objects, one a line: what a program reads without holding the whole. */
async function* ndjsonOf({ rows }: Export): AsyncGenerator<string> {
  let waiting = '';
  for await (const row of rows) {
    waiting += `${JSON.stringify(row)}\n`;
    if (waiting.length > 32_000) {
      yield waiting;
      waiting = '';
    }
  }
  if (waiting) yield waiting;
}

/** Every format there is, by the name that `?format=` and the ending of a file have. */
export const formats: Readonly<Record<'csv' | 'ndjson' | 'xlsx', Format>> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    ending: 'csv',
    write: (rows, locale, forPeople) => csvOf(rows, forPeople ? { wordsIn: locale } : {}),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    write: xlsxOf,
  },
  ndjson: { mediaType: 'application/x-ndjson', ending: 'ndjson', write: (rows) => ndjsonOf(rows) },
};

export type FormatName = keyof typeof formats;

export function isFormat(name: unknown): name is FormatName {
  return typeof name === 'string' && Object.hasOwn(formats, name);
}

/** A body that is made while it is read, and stops when its reader goes away. */
export function bodyOf(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
