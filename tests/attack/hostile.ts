/**
 * Hostile input, from a seed: the same seed gives the same requests, so that a find can be repeated.
 */

/** Mulberry32: small, quick, good enough to choose with. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Random = () => number;

export const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

export const nobodysId = '00000000-0000-7000-8000-000000000000';

/** Texts that broke something somewhere before: encodings, quotes, markup, templates, paths, sizes, formats. */
export const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDFFFy',
  '\u202Egnp.exe',
  '\u200B\u200B',
  '\r\n\r\nSet-Cookie: a=b',
  "'; drop table people; --",
  "' or '1'='1",
  '" onmouseover="alert(1)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}<%= 7*7 %>',
  '{count, plural, one {#} other {#}',
  '{0}',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  'javascript:alert(1)',
  '=cmd|"/c calc"!A1',
  '%s%s%n',
  '\\',
  '%',
  '_',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '99999999999999999999999999',
  '0x10',
  '1,5',
  'true',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  '0000-00-00',
  '9999-12-31',
  '2026-02-30',
  '-4713-11-24',
  'infinity',
  '2026-11-02T25:61:61Z',
  nobodysId,
  nobodysId.toUpperCase().replace('0000', 'FFFF'),
  `{${nobodysId}}`,
  `${nobodysId}'`,
  'x'.repeat(100_000),
  '💥'.repeat(500),
  'e\u0301'.repeat(300),
];

const others: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  -0,
  0.1,
  1e308,
  -1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 2,
  2_147_483_648,
  [],
  {},
  [[]],
  [null],
  { length: -1 },
  { toString: 'x' },
  { constructor: { prototype: { admin: true } } },
  JSON.parse('{"__proto__":{"admin":true}}'),
  new Date(Number.NaN),
];

export const hostileValue = (random: Random, ids: readonly string[] = []): unknown => {
  const kind = random();
  if (kind < 0.55) return pick(random, texts);
  if (kind < 0.7 && ids.length) return pick(random, ids);
  return pick(random, others);
};

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, part]) =>
      pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function changed(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((part, index) => (index === key ? changed(part, rest, change) : part));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: changed(object[key], rest, change) };
}

/** A good input made bad in one to three places: a value replaced, left out, repeated, wrapped, or one added. */
export function spoiled(random: Random, good: unknown, ids: readonly string[]): unknown {
  let bad = good;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const paths = pathsIn(bad);
    const place = pick(random, paths.length > 1 && random() < 0.97 ? paths.slice(1) : paths);
    const way = random();
    bad = changed(bad, place, (old) => {
      if (way < 0.72) return hostileValue(random, ids);
      if (way < 0.8) return undefined;
      if (way < 0.86) return Array.from({ length: 300 }, () => old);
      if (way < 0.92) return { value: old };
      return typeof old === 'object' && old !== null && !Array.isArray(old)
        ? {
            ...old,
            [pick(random, ['__proto__', 'constructor', 'secret', 'as', 'system', 'id'])]: hostileValue(random, ids),
          }
        : hostileValue(random, ids);
    });
  }
  return bad;
}
