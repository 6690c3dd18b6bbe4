import { z } from 'zod';
import { enterpriseNumber } from '#modules/enterprises/index.ts';
import { flag, text } from '#shared/inputs.ts';

/** What an address carries: a mangled part is as if it were not there. */
const part = (maximum: number) =>
  z
    .string()
    .catch('')
    .transform((typed) => typed.slice(0, maximum));

export const SearchRegisterInput = z.object({
  /** A number, or words of a name. */
  words: part(200),
  /** A municipality or a postcode. */
  place: part(80),
});

export const ReadRegisterInput = z.object({ number: enterpriseNumber() });

export const StartImportInput = z.object({
  /** The name of a zip in the folder of the register. */
  file: text(200),
  /** Also when it is older than what is there. */
  anyway: flag(),
});
