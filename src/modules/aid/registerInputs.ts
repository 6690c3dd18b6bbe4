import { z } from 'zod';
import { choice, maybe, plainDate, text } from '#shared/inputs.ts';

/** Grants of a period: those that are not in the central register yet, or all. What makes no sense in an address counts as not said. */
export const RegisterFilter = z.object({
  from: maybe(plainDate()).catch(undefined),
  until: maybe(plainDate()).catch(undefined),
  which: maybe(choice(['open', 'all'])).catch(undefined),
});

export const ReadRegisterInput = RegisterFilter.extend({ after: maybe(text(80)).catch(undefined) });

/** Which grants were entered: those of the period that stood there at the moment of the list, none that came later. */
export const MarkRegisteredInput = z.object({
  from: plainDate(),
  until: plainDate(),
  asOf: z.iso.datetime({ error: 'error.format' }).transform((moment) => new Date(moment)),
});
