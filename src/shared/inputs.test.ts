import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as build from './inputs.ts';

const read = (schema: z.ZodType, input: unknown) => {
  const parsed = schema.safeParse(input);
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message, limits(issue)]);
};
const limits = (issue: z.core.$ZodIssue) =>
  issue.code === 'too_small' ? { minimum: issue.minimum } : issue.code === 'too_big' ? { maximum: issue.maximum } : {};
const refused = (key: string, parameters = {}) => [['', key, parameters]];

describe('a field of a form', () => {
  test('that is empty, blank or null counts as not filled in', () => {
    for (const schema of [
      build.text(),
      build.longText(),
      build.hours(),
      build.euroCents(),
      build.wholeNumber(),
      build.plainDate(),
      build.choice(['a']),
      build.id(),
      build.email(),
      build.code(),
    ])
      for (const nothing of ['', '  ', null, undefined, '\u0000\u200b'.slice(0, 1)]) {
        expect(read(schema, nothing)).toEqual(refused('error.required'));
        expect(read(build.maybe(schema), nothing)).toBeUndefined();
        expect(read(build.maybeOr(schema, null), nothing)).toBeNull();
      }
  });

  test('may be left out of an object when it may be empty', () => {
    const schema = z.object({
      a: build.maybe(build.text()),
      b: build.words(),
      c: build.flag(),
      d: build.choices(['x']),
      e: build.list(build.text(), 3),
    });
    expect(read(schema, {})).toEqual({ a: undefined, b: '', c: false, d: [], e: [] });
  });

  test('keeps text as typed but for ends, line ends and what cannot be seen', () => {
    expect(read(build.text(), '  Bakkerij\r\n De\u0000 Koren\u202emolen ')).toBe('Bakkerij De Korenmolen');
    expect(read(build.longText(), 'een\r\ntwee\rdrie ')).toBe('een\ntwee\ndrie');
    expect(read(build.text(), '<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
    expect(read(build.text(), 'e\u0301\ud800')).toBe('é');
  });

  test('says how long a text may be', () => {
    expect(read(build.text(5), 'zes en')).toEqual(refused('error.tooLong', { maximum: 5 }));
  });

  test('reads hours and amounts in either dress', () => {
    for (const same of ['2,5', '2.5', '2u30', 2.5]) expect(read(build.hours(), same)).toBe(2.5);
    for (const same of ['1.234,56', '€ 1234.56', 123456]) expect(read(build.euroCents(), same)).toBe(123456);
    for (const same of ['14', 14, '014']) expect(read(build.wholeNumber(), same)).toBe(14);
  });

  test('refuses figures that cannot be, each with its own words', () => {
    expect(read(build.hours(), '-1')).toEqual(refused('error.tooSmall', { minimum: 0.25 }));
    expect(read(build.hours(), 12.25)).toEqual(refused('error.tooBig', { maximum: 12 }));
    expect(read(build.hours(), '2,1')).toEqual(refused('error.quarter'));
    expect(read(build.hours(), 'lang')).toEqual(refused('error.number'));
    expect(read(build.hours(), { $gt: 0 })).toEqual(refused('error.number'));
    expect(read(build.hours(), Number.NaN)).toEqual(refused('error.number'));
    expect(read(build.wholeNumber(), '14,5')).toEqual(refused('error.whole'));
    expect(read(build.wholeNumber({ maximum: 500 }), '1e9')).toEqual(refused('error.number'));
    expect(read(build.euroCents(), '1,234')).toEqual(refused('error.cents'));
    expect(read(build.euroCents(), 12.5)).toEqual(refused('error.cents'));
  });

  test('takes only days that exist', () => {
    expect(read(build.plainDate(), '2024-02-29')).toBe('2024-02-29');
    for (const wrong of ['2023-02-29', '29/02/2024', '0024-01-01', 20240229, ['2024-02-29']])
      expect(read(build.plainDate(), wrong)).toEqual(refused('error.date'));
  });

  test('knows a ticked box, also behind a hidden off', () => {
    for (const on of ['on', true, '1', ['off', 'on']]) expect(read(build.flag(), on)).toBe(true);
    for (const off of [undefined, '', false, 'off', ['off']]) expect(read(build.flag(), off)).toBe(false);
    expect(read(build.flag(), 'misschien')).toEqual(refused('error.choice'));
    expect(read(build.mustAgree('error.consent'), 'off')).toEqual(refused('error.consent'));
  });

  test('gives choices once, in the order of the list', () => {
    const schema = build.choices(['a', 'b', 'c']);
    for (const same of [['c', 'a', 'a'], { 0: 'c', 5: 'a' }, ['', 'a', 'c']])
      expect(read(schema, same)).toEqual(['a', 'c']);
    expect(read(schema, 'b')).toEqual(['b']);
    expect(read(schema, ['d'])).toEqual([['0', 'error.choice', {}]]);
  });

  test('checks addresses, telephone numbers and ids', () => {
    expect(read(build.email(), ' Nadia@Korenmolen.Example ')).toBe('nadia@korenmolen.example');
    expect(read(build.email(), 'nadia@')).toEqual(refused('error.email'));
    expect(read(build.phone(), '+32 (0)3 123.45.67')).toBe('+32 (0)3 123.45.67');
    for (const wrong of ['12', 'bel me', '1'.repeat(20)])
      expect(read(build.phone(), wrong)).toEqual(refused('error.phone'));
    expect(read(build.id(), "1' or '1'='1")).toEqual(refused('error.choice'));
    expect(read(build.rowId(), 'goals.1')).toEqual(refused('error.choice'));
  });
});

describe('rows of a form', () => {
  const schema = z.object({
    goals: build.list(
      z.object({ id: build.maybe(build.rowId()), title: build.text(), hours: build.maybeOr(build.hours(), null) }),
      3,
    ),
  });

  test('that are empty fall away, and the others keep their number in the messages', () => {
    const input = { goals: { 0: { id: 'g1', title: '', hours: '' }, 2: { title: 'Onthaal', hours: 'veel' } } };
    expect(read(schema, input)).toEqual([['goals.2.hours', 'error.number', {}]]);
    expect(
      read(schema, {
        goals: [
          { id: 'g1', title: ' ' },
          { title: 'Onthaal', hours: '4' },
        ],
      }),
    ).toEqual({ goals: [{ title: 'Onthaal', hours: 4 }] });
  });

  test('are limited in number, and a far row number fills no memory', () => {
    expect(read(schema, { goals: Array.from({ length: 4 }, () => ({ title: 'x' })) })).toEqual([
      ['goals', 'error.tooMany', { maximum: 3 }],
    ]);
    expect(read(schema, { goals: { 9999: { title: 'x' } } })).toEqual([['goals', 'error.format', {}]]);
    expect(read(schema, { goals: 7 })).toEqual([['goals', 'error.format', {}]]);
  });
});

test('no input makes a builder throw, and every refusal is the key of a text', () => {
  const schemas = [
    build.text(),
    build.longText(),
    build.words(),
    build.email(),
    build.phone(),
    build.hours(),
    build.euroCents(),
    build.wholeNumber(),
    build.plainDate(),
    build.choice(['a']),
    build.choices(['a']),
    build.flag(),
    build.id(),
    build.rowId(),
    build.code(),
    build.codes(),
    build.rowIds(),
    build.list(build.text(), 2),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...schemas), fc.anything(), (schema, input) => {
      const parsed = schema.safeParse(input);
      if (!parsed.success) for (const issue of parsed.error.issues) expect(issue.message).toMatch(/^error\.[a-zA-Z]+$/);
    }),
    { numRuns: 1000 },
  );
});

test('each builder can be described to the API', () => {
  const schema = z.object({
    a: build.text(),
    b: build.hours(),
    c: build.maybe(build.plainDate()),
    d: build.choices(['x']),
    e: build.list(z.object({ f: build.id() }), 2),
    g: build.words(),
    h: build.mustAgree(),
  });
  expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({
    type: 'object',
    properties: { a: { type: 'string', maxLength: 200 } },
  });
});
