import { z } from 'zod';
import { euroCents, flag, list, maybe, plainDate, rowId, text, wholeNumber } from '#shared/inputs.ts';
import { careKind, jointCommittees, organisationKind } from '#modules/enterprises/index.ts';
import { euroOnly, figures, groupInput, periods, ticked, withoutCurrency, yesNo } from './groupInputs.ts';

export { periods } from './groupInputs.ts';

/** One line of the declaration of aid of the past three years. */
export const declaredAid = () =>
  list(
    z
      .object({
        date: maybe(plainDate()),
        grantor: maybe(text(120)),
        regulation: maybe(text(40)),
        amountCents: maybe(euroCents({ minimum: 0, maximum: 1e11 })),
        ...euroOnly,
        /** Who of the group received it; without it, the enterprise itself. */
        undertaking: maybe(rowId()),
        /** Of aid from before a split: who went on with what it was for. */
        usedBy: maybe(rowId()),
      })
      .transform(withoutCurrency),
    1000,
    ['undertaking'],
  );

/**
 * What is asked for a decision. `aidDeclared` tells "none" from "not declared yet". The day, the grant and the programme
 * come from the case, never from the form. With a group the questions about standing alone are not asked.
 */
export const EligibilityInput = z.object({
  organisationKind: organisationKind(),
  careKind: maybe(careKind()),
  ...euroOnly,
  periods: periods(),
  newEnterpriseEstimate: maybe(z.object(figures)),
  standAlone: yesNo(),
  publicHolding25: yesNo(),
  group: groupInput(),
  jointCommittees: jointCommittees(),
  aidDeclared: flag(),
  declaredAid: declaredAid(),
  /** It carries goods by road for others: before 2024 that had a ceiling of its own. */
  roadFreight: ticked(),
  fiscalYearStartMonth: maybe(wholeNumber({ minimum: 1, maximum: 12 })),
});

export type EligibilityDetails = z.output<typeof EligibilityInput>;
