import { describe, expect, test } from 'vitest';
import { ContactInput, EnterpriseInput, EstablishmentNumberInput, EuroInput, WorkersInput } from './inputs.ts';
import { enterpriseTexts } from './text/index.ts';

const good = {
  number: 'BE 0403.170.701',
  name: ' Bakkerij De Korenmolen ',
  organisationKind: 'enterprise',
  workers: '14',
};

describe('what somebody types about an enterprise', () => {
  test('comes out clean', () => {
    expect(EnterpriseInput.parse(good)).toEqual({
      number: '0403170701',
      name: 'Bakkerij De Korenmolen',
      organisationKind: 'enterprise',
      workers: 14,
      jointCommittees: [],
    });
  });

  test('takes euro as typed and as a number, and gives cents', () => {
    expect(EuroInput.parse('19.502,55')).toBe(1_950_255);
    expect(EuroInput.parse(19_502.55)).toBe(1_950_255);
  });

  test('gets a message that exists, for every slip', () => {
    const slips = [
      EnterpriseInput.safeParse({
        ...good,
        number: '0403.170.702',
        name: '',
        organisationKind: 'club',
        workers: '14,5',
      }),
      EnterpriseInput.safeParse({ ...good, number: '', name: 'x'.repeat(201), workers: '-3' }),
      EnterpriseInput.safeParse({ ...good, number: '12', name: 'een\nandere', workers: '9999999999' }),
      EnterpriseInput.safeParse({ ...good, number: '2.175.653.085', workers: 'twee' }),
      EnterpriseInput.safeParse({ ...good, number: 'abc', workers: '' }),
      EstablishmentNumberInput.safeParse('9.175.653.085'),
      ContactInput.safeParse({ name: 'An', email: 'an', phone: 'bel mij', capacity: 'owner' }),
      WorkersInput.safeParse(-1),
    ];
    const known = new Set(Object.keys(enterpriseTexts.catalogs.nl).map((key) => `enterprises:${key}`));
    for (const slip of slips) {
      expect(slip.success).toBe(false);
      for (const issue of slip.error?.issues ?? []) expect(known, issue.message).toContain(issue.message);
    }
  });
});
