import type { z } from 'zod';
import type { InvalidInput } from '#platform/server/errors.ts';

/** Breaks out of an attribute and runs a script, when a page forgets to escape; the second where there is little room. */
export const hostile = ['"><script>k()</script><img src=x onerror=k()>', '"><svg onload=k()>'] as const;
/** What stands in a page only when a text became markup. */
export const asMarkup = /<script>k\(\)|<img src=x onerror|<svg onload=k/i;

type Path = readonly (string | number)[];

/** Names of fields that choose a thing instead of saying something. */
const chooses = /^(id|secret|code|version|locale)$/;

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly element?: z.ZodType;
}

/** Where a schema takes text, whether the value names the field or not; of a list, in every item that the value has. */
export function textPaths(schema: z.ZodType, value: unknown, path: Path = []): Path[] {
  const definition = schema.def as unknown as Definition;
  if (definition.type === 'string') return chooses.test(String(path.at(-1))) ? [] : [path];
  if (definition.shape) {
    const fields = (value ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(definition.shape).flatMap(([name, field]) => textPaths(field, fields[name], [...path, name]));
  }
  if (definition.element) {
    const items = Array.isArray(value) ? value : [];
    return items.flatMap((item: unknown, index) => textPaths(definition.element!, item, [...path, index]));
  }
  const within = [definition.innerType, definition.in, definition.out, definition.left, definition.right];
  const found = within.flatMap((part) => (part ? textPaths(part, value, path) : []));
  return [...new Map(found.map((one) => [one.join('.'), one])).values()];
}

/** The same value with one field set; objects on the way are made where they miss. */
export function withField(value: unknown, path: Path, field: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return field;
  if (Array.isArray(value)) return value.map((item: unknown, at) => (at === key ? withField(item, rest, field) : item));
  const object = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withField(object[key], rest, field) };
}

export function fieldAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (at as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    value,
  );
}

/** An input with hostile text in as many fields as its schema lets through, and which those are. */
export interface HostileInput {
  readonly input: unknown;
  readonly paths: readonly Path[];
}

/** Puts hostile text in every field of the example that takes it; a field that refuses it keeps what it had. */
export function makeHostile(schema: z.ZodType, example: unknown): HostileInput {
  let input = example;
  const paths: Path[] = [];
  const before = issuesOf(schema, input);
  for (const path of textPaths(schema, example)) {
    const fits = hostile
      .map((text) => withField(input, path, text))
      .find((tried) => issuesOf(schema, tried).every((issue) => before.includes(issue)));
    if (fits === undefined) continue;
    input = fits;
    paths.push(path);
  }
  return { input, paths };
}

/** Gives a field back what the example had, after the operation itself refused it. */
export function withoutRefused(made: HostileInput, example: unknown, refusal: InvalidInput): HostileInput | undefined {
  const refused = made.paths.filter((path) => refusal.issues.some((issue) => issue.path === path.join('.')));
  if (refused.length === 0) return undefined;
  return {
    input: refused.reduce((input, path) => withField(input, path, fieldAt(example, path)), made.input),
    paths: made.paths.filter((path) => !refused.includes(path)),
  };
}

function issuesOf(schema: z.ZodType, input: unknown): string[] {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
}
