import { z } from 'zod';
import { maybeOr } from '#shared/inputs.ts';
import { TrajectoryInput } from './inputs.ts';
import { presenceForms } from './rules/presence.ts';

/** One page of one browser that stands open. */
export const PresenceInput = TrajectoryInput.extend({
  form: z.enum(presenceForms, 'error.choice'),
  tab: z.uuid('error.format'),
  section: maybeOr(z.string().regex(/^[a-z]{1,20}$/u, 'error.format'), ''),
});

export const LeaveInput = PresenceInput.omit({ section: true });
