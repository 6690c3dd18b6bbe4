import { z } from 'zod';
import { isPlainDate, type PlainDate } from './dates.ts';
import { readEuroCents, readHours, readNumber, type NumberReading } from './hours.ts';

/**
 * Builders for schemas that a form, the API and the command line share. Forms send strings (`on` for a ticked box, an empty
 * string for nothing), the API sends JSON: each builder takes both. A message is the key of a text of the platform, which fills in the
 * figures of the issue (`platform/server/issues.ts`).
 */

// What PostgreSQL refuses in a text, what breaks a line unseen, and marks that turn the direction of what follows.
// oxlint-disable-next-line no-control-regex
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Text as it is kept: composed characters, `\n` as line end, nothing invisible, no space at either end. */
export function cleanText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\r\n?|\u0085|\u2028|\u2029/gu, '\n')
    .replace(invisible, '')
    .trim();
}

const blank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && cleanText(value) === '');
const absent = (value: unknown): unknown => (blank(value) ? undefined : value);
/** The words for a value of the wrong kind: nothing at all is "fill this in", anything else is `key`. */
const orRequired = (key: string) => ({
  error: (issue: { readonly input?: unknown }) => (issue.input === undefined ? 'error.required' : key),
});

/** Lets a field stay empty: the value, or `undefined`. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional());

/** Lets a field stay empty: the value, or what stands for nothing in the domain (`null`, `''`). */
export const maybeOr = <Schema extends z.ZodType, const Empty>(schema: Schema, empty: Empty) =>
  z
    .preprocess(absent, schema.optional())
    .transform((value): z.output<Schema> | Empty => (value === undefined ? empty : value));

/** One line of text, required. Line ends become spaces. */
export const text = (maximum = 200) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? absent(cleanText(value).replace(/\s+/gu, ' ')) : absent(value)),
    z.string(orRequired('error.format')).max(maximum, 'error.tooLong'),
  );

/** Text over several lines, required. */
export const longText = (maximum = 4000) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? absent(cleanText(value)) : absent(value)),
    z.string(orRequired('error.format')).max(maximum, 'error.tooLong'),
  );

/** Text that may be empty: `''` when nothing was typed. */
export const words = (maximum = 4000) => maybeOr(longText(maximum), '');

/** An e-mail address in lower case. */
export const email = () =>
  z.preprocess(
    (value) => (typeof value === 'string' ? absent(cleanText(value).toLowerCase()) : absent(value)),
    z.email(orRequired('error.email')).max(200, 'error.tooLong'),
  );

/** A telephone number as typed, with 8 to 15 digits. */
export const phone = () =>
  text(40).refine(
    (typed) => /^[+\d ()./-]+$/u.test(typed) && /^\d{8,15}$/u.test(typed.replace(/\D/gu, '')),
    'error.phone',
  );

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Quantity extends Bounds {
  readonly read: (typed: string) => NumberReading;
  /** The value must be a multiple of this. */
  readonly step?: number;
  readonly stepError?: string;
}

function quantity({ read, step, stepError = 'error.number', minimum, maximum }: Quantity) {
  return z.preprocess(
    absent,
    z
      .union([z.number(), z.string()], orRequired('error.number'))
      // What a program sends, in the description of the interface; a form sends text.
      .meta({
        type: 'number',
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
        ...(step === undefined ? {} : { multipleOf: step }),
      })
      .transform((given, context): number => {
        const refuse = (message: string): never => {
          context.issues.push({ code: 'custom', message, input: given });
          return z.NEVER;
        };
        const reading = typeof given === 'number' ? { ok: true as const, value: given } : read(given);
        if (!reading.ok) return refuse(reading.why === 'decimals' ? 'error.cents' : 'error.number');
        const { value } = reading;
        if (minimum !== undefined && value < minimum) {
          context.issues.push({
            code: 'too_small',
            origin: 'number',
            minimum,
            inclusive: true,
            message: 'error.tooSmall',
            input: given,
          });
          return z.NEVER;
        }
        if (maximum !== undefined && value > maximum) {
          context.issues.push({
            code: 'too_big',
            origin: 'number',
            maximum,
            inclusive: true,
            message: 'error.tooBig',
            input: given,
          });
          return z.NEVER;
        }
        if (step === undefined) return value;
        const steps = Math.round(value / step);
        return Math.abs(steps * step - value) > 1e-9 * Math.max(1, Math.abs(value)) ? refuse(stepError) : steps * step;
      }),
  );
}

/** Hours as a decimal number, in quarters: `2,5`, `2u30`, `2.5`. */
export const hours = ({ minimum = 0.25, maximum = 12 }: Bounds = {}) =>
  quantity({ read: readHours, step: 0.25, stepError: 'error.quarter', minimum, maximum });

/** Whole cents. A text is an amount in euros as typed (`1.234,56`), a JSON number is cents. */
export const euroCents = ({ minimum = 0, maximum = 1e13 }: Bounds = {}) =>
  quantity({ read: readEuroCents, step: 1, stepError: 'error.cents', minimum, maximum });

/** A number with at most two decimals: annual work units, shares. */
export const decimal = ({ minimum = 0, maximum = 1e9 }: Bounds = {}) =>
  quantity({ read: readNumber, step: 0.01, minimum, maximum });

/** Percent of a whole, 0 to 100, with the decimals that were typed. */
export const percentage = () => quantity({ read: readNumber, minimum: 0, maximum: 100 });

/** A whole number. */
export const wholeNumber = ({ minimum = 0, maximum = 1e9 }: Bounds = {}) =>
  quantity({ read: readNumber, step: 1, stepError: 'error.whole', minimum, maximum });

/** A day that exists, as `YYYY-MM-DD`, between 1900 and 2199. */
export const plainDate = () =>
  z.preprocess(
    (value) => (typeof value === 'string' ? absent(value.trim()) : absent(value)),
    z
      .string(orRequired('error.date'))
      .refine((day): day is PlainDate => isPlainDate(day) && day >= '1900' && day < '2200', 'error.date')
      .meta({ format: 'date' }),
  );

/** One of the values. */
export const choice = <const Value extends string>(values: readonly Value[]) =>
  z.preprocess(absent, z.enum(values as readonly [Value, ...Value[]], orRequired('error.choice')));

/** What a form library makes of `a[]=1&a[]=2`, of one lone value, or of numbered fields with gaps. */
function asRow(value: unknown, maximum: number): unknown {
  if (blank(value)) return [];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const entries = Object.entries(value as object);
  if (!entries.every(([key]) => /^\d{1,4}$/u.test(key) && Number(key) < 10 * maximum + 100)) return value;
  const row: unknown[] = [];
  for (const [key, item] of entries) row[Number(key)] = item;
  return Array.from(row);
}

/** Any of the values, each once, in the order of the list; none when nothing is ticked. */
export const choices = <const Value extends string>(values: readonly Value[]) =>
  z.preprocess(
    (value) => {
      const row = asRow(value, values.length);
      return Array.isArray(row) ? row.filter((item) => !blank(item)) : row;
    },
    z
      .array(z.enum(values as readonly [Value, ...Value[]], 'error.choice'), 'error.choice')
      .transform((picked) => values.filter((value) => picked.includes(value))),
  );

const yes: readonly unknown[] = [true, 'on', 'true', '1', 'yes'];
const no: readonly unknown[] = [undefined, null, '', false, 'off', 'false', '0', 'no'];

/** A tick box: true or false, never absent. */
export const flag = () =>
  z.preprocess((value) => {
    // A hidden `off` before the box makes two values of one name: the last is what the person chose.
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return yes.includes(last) ? true : no.includes(last) ? false : last;
  }, z.boolean('error.choice'));

/** A tick box that has to be ticked. */
export const mustAgree = (key = 'error.agree') => flag().refine((ticked) => ticked, key);

/** The id of something in the database. */
export const id = () =>
  z.preprocess(
    absent,
    z.guid(orRequired('error.choice')).transform((given) => given.toLowerCase()),
  );

/** The id of a row within a document (a goal, an action): short, without dots, since it is part of a field's path. */
export const rowId = () =>
  z.preprocess(absent, z.string(orRequired('error.choice')).regex(/^[A-Za-z0-9_-]{1,40}$/u, 'error.choice'));

/** A code from a code book; whether the programme knows it is for the rules to say. */
export const code = () =>
  z.preprocess(absent, z.string(orRequired('error.choice')).regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/u, 'error.choice'));

/** Any number of codes, each once. */
export const codes = (maximum = 30) =>
  z.preprocess(
    (value) => {
      const row = asRow(value, maximum);
      return Array.isArray(row) ? [...new Set(row.filter((item) => !blank(item)))] : row;
    },
    z.array(code(), 'error.choice').max(maximum, 'error.tooMany'),
  );

/** Any number of references to rows of the same document. */
export const rowIds = (maximum = 50) =>
  z.preprocess(
    (value) => {
      const row = asRow(value, maximum);
      return Array.isArray(row) ? [...new Set(row.filter((item) => !blank(item)))] : row;
    },
    z.array(rowId(), 'error.choice').max(maximum, 'error.tooMany'),
  );

const blankRow = (row: unknown, unseen: readonly string[]): boolean => {
  if (blank(row)) return true;
  if (Array.isArray(row)) return row.every((item) => blankRow(item, unseen));
  if (typeof row !== 'object') return false;
  return Object.entries(row as object).every(([key, value]) => unseen.includes(key) || blankRow(value, unseen));
};

/**
 * Rows of a form (`goals.0.title`). A row in which nothing was filled in is left out; the others keep their number in the
 * messages, so that each message stands beside its own field. `unseen` names hidden fields that do not count as filled in.
 */
export const list = <Schema extends z.ZodType>(row: Schema, maximum: number, unseen: readonly string[] = ['id']) =>
  z
    .preprocess(
      (value) => {
        const rows = asRow(value, maximum);
        return Array.isArray(rows) ? rows.map((item) => (blankRow(item, unseen) ? undefined : item)) : rows;
      },
      z.array(row.optional(), 'error.format'),
    )
    .transform((rows, context): z.output<Schema>[] => {
      const filled = rows.filter((item) => item !== undefined) as z.output<Schema>[];
      if (filled.length > maximum)
        context.issues.push({
          code: 'too_big',
          origin: 'array',
          maximum,
          inclusive: true,
          message: 'error.tooMany',
          input: rows,
        });
      return filled;
    });

/** The version of what is being changed, as the form showed it; a later one means that somebody else saved meanwhile. */
export const version = () => wholeNumber({ minimum: 0, maximum: 2_147_483_647 });
