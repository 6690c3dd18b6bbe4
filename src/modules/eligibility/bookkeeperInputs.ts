import { z } from 'zod';
import { email, id, mustAgree } from '#shared/inputs.ts';
import { locales } from '#shared/localised.ts';
import { periods } from './groupInputs.ts';

export const AskBookkeeperInput = z.object({
  trajectory: id(),
  email: email(),
  language: z.enum(locales, 'error.choice'),
});

export const WithdrawRequestInput = z.object({ trajectory: id(), request: id() });

/** Figures of closed periods, of one year at least, and the yes of who gives them. */
export const GiveFiguresInput = z
  .object({ periods: periods(), confirmed: mustAgree('eligibility:error.confirm') })
  .superRefine((given, context) => {
    if (given.periods.length === 0)
      context.addIssue({ code: 'custom', path: ['periods', 0, 'headcount'], message: 'error.required' });
    given.periods.forEach((period, at) => {
      if (period.headcount === undefined)
        context.addIssue({ code: 'custom', path: ['periods', at, 'headcount'], message: 'error.required' });
      if (period.turnoverCents === undefined && period.balanceCents === undefined)
        context.addIssue({
          code: 'custom',
          path: ['periods', at, 'turnoverCents'],
          message: 'eligibility:error.turnoverOrBalance',
        });
    });
  });
