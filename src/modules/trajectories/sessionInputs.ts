import type { z } from 'zod';
import { flag, hours, id, maybe, text, version } from '#shared/inputs.ts';
import { SessionInput, TrajectoryInput } from './inputs.ts';
import { sessionBounds } from './rules/sessions.ts';

const anyHours = hours({ minimum: sessionBounds.leastHours, maximum: sessionBounds.mostHours });

const fields = SessionInput.omit({ partIds: true, hours: true }).extend({
  /** The hours of a chip; `otherHours` is what was typed instead, and goes before it. */
  hours: maybe(anyHours),
  otherHours: maybe(anyHours),
  /** The site, where the trajectory has parts. */
  part: maybe(id()),
  /** «Yes, this is right», after a question about a session that looks odd. */
  sure: flag(),
});

interface Hours {
  readonly hours?: number | undefined;
  readonly otherHours?: number | undefined;
}

function oneOfBoth<Typed extends Hours>(
  typed: Typed,
  context: z.RefinementCtx,
): Omit<Typed, 'hours' | 'otherHours'> & { hours: number } {
  const { otherHours, hours: chosen, ...rest } = typed;
  const worked = otherHours ?? chosen;
  if (worked === undefined) context.addIssue({ code: 'custom', path: ['hours'], message: 'error.required' });
  return { ...rest, hours: worked ?? 0 };
}

export const RecordSessionInput = fields.transform(oneOfBoth);

export const CorrectRecordedSessionInput = fields
  .extend({ session: id(), version: version(), reason: text(500) })
  .transform(oneOfBoth);

/** A session that did not take place, or was noted twice: the reason stays with it. */
export const StrikeSessionInput = TrajectoryInput.extend({ session: id(), version: version(), reason: text(500) });

export type SessionFields = Omit<z.output<typeof RecordSessionInput>, 'trajectory' | 'sure'>;
