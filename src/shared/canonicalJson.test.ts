import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonicalJson.ts';

/** The same value with the keys of every object in another order. */
function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, withKeysReversed(entry)]),
  );
}

const wellFormedJson = fc.jsonValue({ stringUnit: 'grapheme' });

describe('canonicalJson', () => {
  it('reads back as the same value', () => {
    fc.assert(
      fc.property(wellFormedJson, (value) => {
        // -0 has no spelling in JSON, so the comparison goes through JSON too.
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(wellFormedJson, (value) => {
        expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('sorts by code unit, writes no white space and leaves undefined out', () => {
    expect(canonicalJson({ b: [1, 'é', null], a: { z: true, y: undefined }, B: -0 })).toBe(
      '{"B":0,"a":{"z":true},"b":[1,"é",null]}',
    );
  });

  it('writes numbers as ECMAScript does', () => {
    expect(canonicalJson([1e21, 1e-7, 0.1 + 0.2, 100])).toBe('[1e+21,1e-7,0.30000000000000004,100]');
  });

  it.each([
    ['not a number', { a: [NaN] }, '$.a[0]'],
    ['infinity', Infinity, '$'],
    ['undefined in a list', [undefined], '$[0]'],
    ['a hole in a list', new Array(1), '$[0]'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', new Map(), '$'],
    ['a bigint', 1n, '$'],
    ['half a character', { a: '\ud800' }, '$.a'],
  ])('refuses %s and says where', (_what, value, path) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson(value)).toThrow(path);
  });

  it('refuses a circle but allows the same object twice', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(() => canonicalJson(circle)).toThrow('$.self contains itself');
    const twice = { a: 1 };
    expect(canonicalJson([twice, twice])).toBe('[{"a":1},{"a":1}]');
  });
});
