import { z } from 'zod';
import { flag, id, longText, version, words } from '#shared/inputs.ts';
import { largestFile } from './rules/fileKinds.ts';

/** Ids of ticked boxes: one lone value, several, or none. */
const people = z.preprocess(
  (value) => (value === undefined || value === null || value === '' ? [] : typeof value === 'string' ? [value] : value),
  z.array(id(), 'error.choice').max(20, 'error.tooMany'),
);

export const ReadTalkInput = z.object({ enterprise: id(), entry: id().optional() });

/** `entry` is left out to begin something new. */
export const WriteCommentInput = z.object({
  enterprise: id(),
  entry: id().optional(),
  words: longText(4000),
  people,
  officeOnly: flag(),
});

export const CorrectCommentInput = z.object({
  enterprise: id(),
  comment: id(),
  version: version(),
  words: longText(4000),
});

export const StrikeCommentInput = z.object({ enterprise: id(), comment: id(), version: version() });

export const SeeCommentInput = z.object({ enterprise: id(), comment: id() });

/** A file: its own name, and its bytes in base64 (a form sends the file itself). */
export const sentFile = z.object(
  {
    name: z.string('timeline:error.noFile').min(1, 'timeline:error.noFile').max(1000, 'error.tooLong'),
    content: z.base64('error.format').max(Math.ceil(largestFile / 3) * 4 + 4, 'timeline:error.fileSize'),
  },
  'timeline:error.noFile',
);

export const ListFilesInput = z.object({ enterprise: id(), after: z.string().max(400).optional().catch(undefined) });

export const AddFileInput = z.object({
  enterprise: id(),
  file: sentFile,
  words: words(4000),
  officeOnly: flag(),
});

export const FileInput = z.object({ enterprise: id(), attachment: id() });

/** `save` to keep it instead of looking at it. */
export const TakeFileInput = FileInput.extend({ save: flag() });
