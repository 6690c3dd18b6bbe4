import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityOf, organisationCode } from './providerIdentity.ts';

const lies = {
  sub: 'c0ffee',
  given_name: 'Lies',
  family_name: 'Verhaegen',
  vo_id: 'b1',
  vo_doelgroepcode: 'EA',
  vo_orgcode: '0400123416',
  vo_orgnaam: 'Bakkerij Morgen',
};

describe('what a provider says of somebody', () => {
  test('is a person, and the organisation that they chose', () => {
    expect(identityOf(lies)).toEqual({
      sub: 'c0ffee',
      name: 'Lies Verhaegen',
      organisation: { code: '0400123416', name: 'Bakkerij Morgen', group: 'EA' },
    });
  });

  test('is the same person with another organisation, or with none', () => {
    const other = identityOf({ ...lies, vo_orgcode: 'OVO001234', vo_orgnaam: '' });
    expect(other).toMatchObject({ sub: 'c0ffee', organisation: { code: 'OVO001234', name: 'OVO001234' } });
    expect(identityOf({ sub: 'c0ffee', name: 'Lies V.' })).toEqual({
      sub: 'c0ffee',
      name: 'Lies V.',
      organisation: null,
    });
  });

  test('is nobody without a sub, whatever else it says', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (claims) => {
        const { sub: _, ...rest } = claims;
        expect(identityOf(rest)).toBeUndefined();
      }),
    );
  });

  test('never comes out as anything but texts', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (code, name) => {
        const identity = identityOf({ sub: 's', vo_orgcode: code, vo_orgnaam: name });
        if (identity?.organisation) expect(identity.organisation.code).toMatch(/^[A-Z0-9]{1,40}$/);
      }),
    );
  });
});

test('one organisation has one number, however it is written', () => {
  for (const written of ['0403.170.701', 'BE 0403 170 701', 'be0403170701', ' 0403170701 '])
    expect(organisationCode(written)).toBe('0403170701');
  expect(organisationCode('ovo001234')).toBe('OVO001234');
  expect(organisationCode(' .- ')).toBe('');
});
