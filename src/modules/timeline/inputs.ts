import { z } from 'zod';
import { flag, id, longText, version } from '#shared/inputs.ts';

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
