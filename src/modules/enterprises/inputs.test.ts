import { describe, expect, test } from 'vitest';
import { EnterpriseInput, establishmentNumber } from './inputs.ts';
import { enterpriseTexts } from './text/index.ts';

const good = {
  number: 'BE 0403.170.701',
  name: ' Bakkerij De Korenmolen ',
  organisationKind: 'enterprise',
  workers: '14',
};

describe('what somebody types about an enterprise', () => {
  test('comes out clean', () => {
    expect(EnterpriseInput.parse({ ...good, jointCommittees: { 0: { number: '118', workers: '12' }, 1: {} } })).toEqual(
      {
        number: '0403170701',
        name: 'Bakkerij De Korenmolen',
        organisationKind: 'enterprise',
        workers: 14,
        jointCommittees: [{ number: '118', workers: 12 }],
      },
    );
  });

  test.each(['', undefined, null, 'abc', '12', '2.175.653.085', '0403.170.702', '9'.repeat(100_000)])(
    'a number like %j gets words of our own',
    (number) => {
      const slip = EnterpriseInput.safeParse({ ...good, number });
      const issue = slip.error?.issues[0];
      expect(issue?.path).toEqual(['number']);
      expect(Object.keys(enterpriseTexts.catalogs.nl).map((key) => `enterprises:${key}`)).toContain(issue?.message);
    },
  );

  test('an establishment number says what one looks like', () => {
    expect(establishmentNumber().safeParse('0403.170.701').error?.issues[0]?.message).toBe(
      'enterprises:error.establishment',
    );
    expect(establishmentNumber().parse('2.175.653.085')).toBe('2175653085');
  });
});
