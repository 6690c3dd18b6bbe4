import { describe, expect, test } from 'vitest';
import { errorsOf, fileErrorIn, tickedIn, typedIn, type FormAnswer } from './formAnswer.ts';

const answer = (values: Record<string, unknown>): FormAnswer => ({ values, errors: {}, message: '', code: 'invalid' });

describe('a form that came back', () => {
  test('keeps what was typed, also a field that was emptied and one deeper down', () => {
    expect(typedIn(answer({ name: '' }), 'name', 'stood there')).toBe('');
    expect(typedIn(answer({ committee: [{ workers: '12' }] }), 'committee.0.workers')).toBe('12');
  });

  test('of another part of the page leaves what stands there', () => {
    expect(typedIn(answer({ words: 'elsewhere' }), 'name', 'stood there')).toBe('stood there');
    expect(typedIn(null, 'name', 'stood there')).toBe('stood there');
  });

  test('with another shape than it should have shows nothing strange', () => {
    expect(typedIn(answer({ name: ['a'], deep: null }), 'name', 'stood there')).toBe('stood there');
    expect(typedIn(answer({ deep: null }), 'deep.er')).toBe('');
  });

  test('says what is wrong field by field, or for the whole when no field is to blame', () => {
    const refused = (errors: Record<string, string>) => errorsOf({ errors, message: 'Not now.' });
    expect(refused({ name: 'Too long.', '': 'Nothing was filled in.' })).toEqual([
      { name: 'name', message: 'Too long.' },
      { message: 'Nothing was filled in.' },
    ]);
    expect(refused({})).toEqual([{ message: 'Not now.' }]);
    expect(errorsOf(null)).toEqual([]);
  });

  test('says of a file that none was chosen, or what is wrong with what is in it or how it is called', () => {
    const refused = (errors: Record<string, string>) => fileErrorIn({ ...answer({}), errors }, 'file');
    expect(refused({ file: 'none' })).toBe('none');
    expect(refused({ 'file.content': 'empty', 'file.name': 'no end' })).toBe('empty');
    expect(refused({ 'file.name': 'no end' })).toBe('no end');
    expect(refused({ words: 'too long' })).toBeUndefined();
    expect(fileErrorIn(null, 'file')).toBeUndefined();
  });

  test('knows which boxes were ticked', () => {
    expect([tickedIn(answer({ yes: 'on' }), 'yes'), tickedIn(answer({}), 'yes')]).toEqual([true, false]);
  });
});
