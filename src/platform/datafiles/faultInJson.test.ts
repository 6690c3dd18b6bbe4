import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultInJson, placeOf } from './faultInJson.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the first fault in a JSON text', () => {
  test.each([
    ['a word that is none', '{"a":\n [1, NaN]}', { kind: 'syntax', at: 11 }],
    ['a comma too many', '[1,\n]', { kind: 'syntax', at: 4 }],
    ['a comma too few', '{"a": 1\n "b": 2}', { kind: 'syntax', at: 9 }],
    ['a name without quotes', '{a: 1}', { kind: 'syntax', at: 1 }],
    ['a text that breaks off', '{"a": "b', { kind: 'syntax', at: 8 }],
    ['a line end within a text', '["a\nb"]', { kind: 'syntax', at: 3 }],
    ['a number as nobody writes it', '[01]', { kind: 'syntax', at: 1 }],
    ['a bracket that closes another', '[1}', { kind: 'syntax', at: 2 }],
    ['something after the end', '{} {}', { kind: 'syntax', at: 3 }],
    ['nothing at all', ' ', { kind: 'syntax', at: 1 }],
    ['a name twice', '{"a": 1, "b": {"a": 2}, "\\u0061": 3}', { kind: 'twice', at: 24, name: 'a' }],
  ])('is %s', (_, text, fault) => {
    expect(faultInJson(text)).toEqual(fault);
  });

  test('is none in what JSON writes, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        expect(faultInJson(JSON.stringify(value, null, space))).toBeUndefined();
      }),
    );
  });

  test('is there exactly when the text cannot be read, whatever was changed in it', () => {
    const changed = fc
      .tuple(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ':', '1', 'e', ' ', '\n', '\\'))
      .map(([value, at, sign]) => {
        const text = JSON.stringify(value, null, 1);
        return text.slice(0, at % text.length) + sign + text.slice((at % text.length) + 1);
      });
    fc.assert(
      fc.property(changed, (text) => {
        expect(faultInJson(text)?.kind === 'syntax').toBe(!isJson(text) && faultInJson(text)?.kind !== 'twice');
      }),
    );
  });

  test('is found at any depth and in any length', () => {
    expect(faultInJson('['.repeat(100_000) + ']'.repeat(99_999))).toEqual({ kind: 'syntax', at: 199_999 });
    expect(faultInJson(`["${'\\n'.repeat(1_000_000)}"`)).toEqual({ kind: 'syntax', at: 2_000_003 });
  });

  test('has a line and a place on it', () => {
    expect(placeOf('a\nbc\nd', 3)).toEqual({ line: 2, column: 2 });
    expect(placeOf('', 0)).toEqual({ line: 1, column: 1 });
  });
});
