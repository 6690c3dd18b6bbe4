import { z } from 'zod';
import { enterpriseNumber } from '#modules/enterprises/index.ts';
import { flag, maybe, text, wholeNumber } from '#shared/inputs.ts';
import { largestFile, pieceBytes } from './rules/pieces.ts';

/** What an address carries: a mangled part is as if it were not there. */
const part = (maximum: number) =>
  z
    .string()
    .catch('')
    .transform((typed) => typed.slice(0, maximum));

/** A number, or words of a name. */
export const searchWords = () => part(200);

export const SearchRegisterInput = z.object({
  words: searchWords(),
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

const bytes = () => maybe(wholeNumber({ maximum: largestFile }));

/** A zip of the register, whole or a piece at a time (a browser cuts a large one in pieces). */
export const ReceiveFileInput = z.object({
  file: z.object(
    {
      name: z
        .string('register.office:error.noZip')
        .regex(/^[\w][\w. -]{0,150}\.zip$/i, 'register.office:error.zipName'),
      content: z.base64('error.format').max(Math.ceil(pieceBytes / 3) * 4 + 4, 'register.office:error.pieceSize'),
    },
    'register.office:error.noZip',
  ),
  /** Where the piece begins, in bytes; without it the file is whole. */
  from: bytes(),
  /** Bytes of the whole file. */
  size: bytes(),
  /** Tells this file from another of the same name and size. */
  mark: maybe(text(40)),
});
