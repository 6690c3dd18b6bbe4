import { describe, expect, test } from 'vitest';
import { registerAct, soughtWords } from './soughtMember.ts';

describe('what is asked of the register', () => {
  const values = { group: { members: [{ id: 'subject' }, { id: 'B', name: 'deegl' }, { id: 'C', number: '0190' }] } };

  test('is the name of the member whose button was pressed, else its number', () => {
    expect(soughtWords({ ...values, act: 'seek:B' })).toBe('deegl');
    expect(soughtWords({ ...values, act: 'seek:C' })).toBe('0190');
    expect(soughtWords({ ...values, act: 'seek:Z' })).toBe('');
  });

  test('is the number that was chosen, or what a field asks by itself', () => {
    expect(soughtWords({ ...values, act: 'take:B:0190090108' })).toBe('0190090108');
    expect(soughtWords({ words: 'molen' })).toBe('molen');
    expect(registerAct('holder:B')).toBeUndefined();
    for (const values of [{}, { act: 'seek:B' }, { act: 'seek:B', group: 'x' }, { act: 7, words: ['a'] }])
      expect(soughtWords(values)).toBe('');
  });
});
