import { quoted } from '#platform/datafiles/problem.ts';
import { isPlainDate, type PlainDate } from '#shared/dates.ts';

export type FieldPath = readonly (string | number)[];

/** Something in a case that cannot be decided on: where, what is wrong, and how to mend it. */
export class CaseRefusal extends Error {
  override readonly name = 'CaseRefusal';
  readonly path: FieldPath;
  readonly what: string;
  readonly cure: string;

  constructor(path: FieldPath, what: string, cure: string) {
    super(`${writtenPath(path)}: ${what}. ${cure}`);
    this.path = path;
    this.what = what;
    this.cure = cure;
  }
}

/** `enterprises.A.periods[0].turnover`. */
export function writtenPath(path: FieldPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** One value of a case with its place. Absent and `null` are the same: not given. Every reader throws a CaseRefusal. */
export class Field {
  readonly value: unknown;
  readonly path: FieldPath;

  constructor(value: unknown, path: FieldPath) {
    this.value = value ?? undefined;
    this.path = path;
  }

  get given(): boolean {
    return this.value !== undefined;
  }

  refuse(what: string, cure: string): never {
    throw new CaseRefusal(this.path, what, cure);
  }

  /** The value that `read` makes of it, or undefined when it is not given. */
  maybe<Value>(read: (field: this) => Value): Value | undefined {
    return this.given ? read(this) : undefined;
  }

  at(key: string): Field {
    const holder = this.record();
    return new Field(Object.hasOwn(holder, key) ? holder[key] : undefined, [...this.path, key]);
  }

  /**
   * Refuses a slip in the name of a field, since a field that is not read could make a yes of a no. Other fields that we do
   * not know are notes of somebody, and left alone.
   */
  refuseSlips(known: readonly string[]): void {
    for (const key of Object.keys(this.record())) {
      if (known.includes(key)) continue;
      const meant = known.find((name) => isSlip(key, name));
      if (meant !== undefined)
        new Field(this.record()[key], [...this.path, key]).refuse(
          `there is no field "${key}"`,
          `Write "${meant}" if you meant that, or take it out.`,
        );
    }
  }

  entries(): readonly (readonly [string, Field])[] {
    return Object.entries(this.record()).map(([key, value]) => [key, new Field(value, [...this.path, key])]);
  }

  record(): Readonly<Record<string, unknown>> {
    if (typeof this.value !== 'object' || Array.isArray(this.value))
      this.refuse(this.given ? 'this must be an object' : 'this is missing', 'Write it between { and }.');
    return this.value as Record<string, unknown>;
  }

  items(): readonly Field[] {
    if (!Array.isArray(this.value))
      this.refuse(this.given ? 'this must be a list' : 'this is missing', 'Write it between [ and ].');
    return (this.value as unknown[]).map((item, at) => new Field(item, [...this.path, at]));
  }

  text(): string {
    if (typeof this.value !== 'string' || this.value.trim() === '')
      this.refuse(this.given ? 'this must be a text' : 'this is missing', 'Write it between quotes.');
    return this.value as string;
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') this.refuse('this must be true or false', 'Write it without quotes.');
    return this.value as boolean;
  }

  number({ minimum = 0, maximum = 1e12, unit = '' } = {}): number {
    const { value } = this;
    if (typeof value === 'string')
      this.refuse(
        `this must be a number, not ${quoted(value)}`,
        'Write it without quotes, currency or spaces, with a decimal point.',
      );
    if (typeof value !== 'number' || !Number.isFinite(value))
      this.refuse(this.given ? 'this must be a number' : 'this is missing', 'Write a number with a decimal point.');
    const figure = value as number;
    if (figure < minimum) this.refuse(`${figure} is too small`, `Write at least ${minimum}${unit}.`);
    if (figure > maximum) this.refuse(`${figure} is too large`, `Write at most ${maximum}${unit}.`);
    return figure;
  }

  percent(): number {
    return this.number({ maximum: 100, unit: ' percent' });
  }

  /** Euro, as whole cents. */
  euro(): number {
    return Math.round(this.number() * 100);
  }

  year(): number {
    if (!this.given) this.refuse('this is missing', 'Write the year in which the period ended: 2025.');
    const year = this.number({ minimum: 1990, maximum: 2100 });
    if (!Number.isInteger(year))
      this.refuse(`${year} is not a year`, 'Write the year in which the period ended: 2025.');
    return year;
  }

  date(): PlainDate {
    if (!isPlainDate(this.value))
      this.refuse(this.given ? 'this is not a day that exists' : 'this is missing', 'Write it as 2026-05-04.');
    return this.value as PlainDate;
  }

  choice<const Value extends string>(values: readonly Value[], what: string): Value {
    const found = values.find((value) => value === this.value);
    if (found === undefined)
      this.refuse(
        this.given ? `${shown(this.value)} is no ${what}` : 'this is missing',
        `Write one of: ${values.join(', ')}.`,
      );
    return found!;
  }
}

/** What stands there, in few words. */
const shown = (value: unknown): string =>
  typeof value === 'string' ? quoted(value) : quoted(JSON.stringify(value)).slice(1, -1);

/** One letter too many, too few or wrong, two changed places, or other capitals. */
function isSlip(typed: string, name: string): boolean {
  const [one, other] = [typed.toLowerCase(), name.toLowerCase()];
  if (name.length < 4 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text: string, from: number) => text.slice(from);
  const swapped = `${one[start + 1] ?? ''}${one[start] ?? ''}${rest(one, start + 2)}` === rest(other, start);
  return (
    one === other ||
    swapped ||
    rest(one, start + 1) === rest(other, start + 1) ||
    rest(one, start + 1) === rest(other, start) ||
    rest(one, start) === rest(other, start + 1)
  );
}
