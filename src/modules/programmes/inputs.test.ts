import { describe, expect, test } from 'vitest';
import { locales } from '#shared/localised.ts';
import { competentiechecks2023 as programme } from './definition/competentiechecks2023.ts';
import { codeOf, RouteInput } from './inputs.ts';
import { programmeTexts } from './text/index.ts';

describe('what somebody says to be led to a fund', () => {
  const input = RouteInput(programme);

  test('is a sector of the programme, and perhaps a committee', () => {
    expect(input.parse({ sector: 'bakery' })).toMatchObject({ sector: 'bakery', isLocalAuthority: false });
    expect(input.parse({ sector: 'audiovisual', committee: 'PC 303.1' })).toMatchObject({ committee: '303.01' });
  });

  test.each([
    [{ sector: 'astrology' }, 'programmes:error.sector'],
    [{ sector: 'bakery', committee: '999' }, 'programmes:error.committee'],
    [{}, 'error.required'],
  ])('%j gets a message', (typed, message) => {
    expect(input.safeParse(typed).error?.issues[0]?.message).toBe(message);
  });

  test('has its own messages as texts in every language', () => {
    for (const locale of locales)
      for (const key of ['error.sector', 'error.committee'] as const)
        expect(programmeTexts.catalogs[locale]?.[key]).toBeTruthy();
  });
});

test('a code comes from its list only', () => {
  expect(codeOf('motives').parse('growth')).toBe('growth');
  expect(codeOf('motives').safeParse('green').success).toBe(false);
});
