import type { z } from 'zod';
import { choice, maybeOr, text, version, wholeNumber, words } from '#shared/inputs.ts';
import { FollowUpInput, TrajectoryInput } from './inputs.ts';
import { helpKinds } from './rules/followUps.ts';

/** How a follow-up went, and what help would be welcome next: a code to count, and words. */
export const RecordFollowUpInput = FollowUpInput.extend({
  help: maybeOr(choice(helpKinds), ''),
  helpWords: words(1000),
});

/** The record as it should have been, with why; `version` is the one that the form began with. */
export const CorrectFollowUpInput = RecordFollowUpInput.extend({ version: version(), reason: text(500) });

export const RemindFollowUpInput = TrajectoryInput.extend({ months: wholeNumber({ minimum: 1, maximum: 36 }) });

export type RecordFollowUpDetails = z.output<typeof RecordFollowUpInput>;
