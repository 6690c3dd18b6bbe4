import { describe, expect, test } from 'vitest';
import { EligibilityInput } from './inputs.ts';

describe('what is asked for a decision', () => {
  test('comes out of a form in cents, with rows that were left empty gone', () => {
    const typed = {
      organisationKind: 'enterprise',
      periods: {
        0: { year: '2024', headcount: '', turnoverCents: '', balanceCents: '' },
        1: { year: '2025', headcount: '13,5', turnoverCents: '1.900.000', balanceCents: '' },
      },
      standAlone: 'yes',
      publicHolding25: 'no',
      jointCommittees: { 0: { number: '118', workers: '14' } },
      aidDeclared: 'on',
      declaredAid: { 0: { date: '2025-02-01', grantor: 'VLAIO', amountCents: '12.600' }, 1: {} },
    };
    expect(EligibilityInput.parse(typed)).toEqual({
      organisationKind: 'enterprise',
      periods: [{ year: 2025, headcount: 13.5, turnoverCents: 190_000_000 }],
      standAlone: true,
      publicHolding25: false,
      jointCommittees: [{ number: '118', workers: 14 }],
      aidDeclared: true,
      declaredAid: [{ date: '2025-02-01', grantor: 'VLAIO', amountCents: 1_260_000 }],
    });
  });

  test('leaves open what was not answered', () => {
    const empty = EligibilityInput.parse({ organisationKind: 'local_authority' });
    expect(empty).toMatchObject({ periods: [], declaredAid: [], aidDeclared: false });
    expect(empty.standAlone).toBeUndefined();
  });

  test.each([
    ['periods', { periods: [{ year: 2025, headcount: -1 }] }],
    ['periods', { periods: [{ year: 20255, headcount: 1 }] }],
    ['standAlone', { standAlone: 'misschien' }],
    ['declaredAid', { declaredAid: [{ date: '2025-02-30', amountCents: 1 }] }],
    ['declaredAid', { declaredAid: [{ date: '2025-02-01', amountCents: '-5' }] }],
    ['organisationKind', { organisationKind: 'club' }],
  ])('refuses a slip in %s with a message of its own', (path, part) => {
    const issue = EligibilityInput.safeParse({ organisationKind: 'enterprise', ...part }).error?.issues[0];
    expect(issue?.path[0]).toBe(path);
    expect(issue?.message).toMatch(/^error\./);
  });
});
