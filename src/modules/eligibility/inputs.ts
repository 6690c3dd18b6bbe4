import { z } from 'zod';
import { decimal, euroCents, flag, list, maybe, plainDate, text, wholeNumber } from '#shared/inputs.ts';
import { careKind, jointCommittees, organisationKind } from '#modules/enterprises/index.ts';

const figures = {
  /** Annual work units. */
  headcount: maybe(decimal({ minimum: 0, maximum: 1_000_000 })),
  turnoverCents: maybe(euroCents()),
  balanceCents: maybe(euroCents()),
};

/** One closed accounting period. The year may come hidden in a form, so a row with only a year counts as empty. */
export const periods = () =>
  list(z.object({ year: wholeNumber({ minimum: 1990, maximum: 2100 }), ...figures }), 10, ['year']);

/** One line of the declaration of aid of the past three years. */
export const declaredAid = () =>
  list(
    z.object({
      date: maybe(plainDate()),
      grantor: maybe(text(120)),
      regulation: maybe(text(40)),
      amountCents: maybe(euroCents({ minimum: 0, maximum: 1e11 })),
    }),
    60,
  );

const yesNo = () =>
  maybe(
    z.preprocess(
      (value) => (value === 'yes' || value === 'on' ? true : value === 'no' || value === 'off' ? false : value),
      z.union([z.boolean(), z.stringbool()], 'error.choice'),
    ),
  );

/**
 * What is asked for a decision. `aidDeclared` tells "none" from "not declared yet". The day, the grant and the programme
 * come from the case, never from the form.
 */
export const EligibilityInput = z.object({
  organisationKind: organisationKind(),
  careKind: maybe(careKind()),
  periods: periods(),
  newEnterpriseEstimate: maybe(z.object(figures)),
  standAlone: yesNo(),
  publicHolding25: yesNo(),
  jointCommittees: jointCommittees(),
  aidDeclared: flag(),
  declaredAid: declaredAid(),
  fiscalYearStartMonth: maybe(wholeNumber({ minimum: 1, maximum: 12 })),
});

export type EligibilityDetails = z.output<typeof EligibilityInput>;
