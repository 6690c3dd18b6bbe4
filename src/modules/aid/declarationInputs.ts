import { z } from 'zod';
import { choice, euroCents, id, list, maybe, mustAgree, plainDate, text } from '#shared/inputs.ts';
import { aidRegulationIds } from '#modules/eligibility/index.ts';
import { enterpriseNumber } from '#modules/enterprises/index.ts';

export const TrajectoryOnlyInput = z.object({ trajectory: id() });

export const SendDeclarationInput = z.object({ trajectory: id(), contact: id() });

/** What the enterprise declares: every line of aid, who counts as one with it, and whether something merged or split. */
export const AgreeDeclarationInput = z.object({
  trajectory: id(),
  declaration: id(),
  lines: list(
    z.object({
      number: maybe(enterpriseNumber()),
      grantedOn: plainDate(),
      grantor: text(120),
      amountCents: euroCents({ minimum: 1, maximum: 1e11 }),
      /** Most people do not know; then the general one of that day. */
      regulation: maybe(choice(aidRegulationIds)),
    }),
    60,
    ['number', 'regulation'],
  ),
  members: list(z.object({ number: enterpriseNumber() }), 40, []),
  changed: choice(['yes', 'no']),
  mayAgree: mustAgree(),
});

export type DeclarationTyped = z.output<typeof AgreeDeclarationInput>;
