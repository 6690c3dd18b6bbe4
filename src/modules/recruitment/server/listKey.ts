import { isPlainDate } from '#shared/dates.ts';

const pattern = /^(.*)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/su;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/u;

/** Where a page of the list ended, as it travels in an address: a day (or nothing) where the next contact gives the order, else the moment it came in. */
export const writeKey = (value: string, id: string): string => `${value}~${id}`;

/** The key in an address; undefined when it is none, so that a mangled address shows the first page. */
export function readKey(text: string | undefined, byContact: boolean): { value: string; id: string } | undefined {
  const [, value, id] = pattern.exec(text ?? '') ?? [];
  if (value === undefined || id === undefined) return undefined;
  const fits = byContact ? value === '' || isPlainDate(value) : moment.test(value);
  return fits ? { value, id } : undefined;
}
