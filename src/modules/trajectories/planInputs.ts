import { z } from 'zod';
import { list, maybe, maybeOr, version } from '#shared/inputs.ts';
import {
  ApprovePlanInput,
  PlanContentInput,
  ReturnPlanInput,
  SavePlanInput,
  SubmitPlanInput,
  TrajectoryInput,
} from './inputs.ts';

/** What a button of the form asks besides saving: one more row (under a goal, for an action), or one less. */
const planIntent = z
  .string()
  .regex(
    /^(add\.(needs|goals)|add\.actions(\.[\w-]{1,40})?|remove\.(needs|goals|actions)\.[\w-]{1,40})$/u,
    'error.choice',
  );

/** What somebody chose where two people wrote different things. `mine` is the JSON of their own value, '' when they took it away. */
const planChoice = z.object({
  path: z
    .string()
    .max(200)
    .regex(/^[\w-]+(\.[\w-]+)*$/u, 'error.choice'),
  mine: maybeOr(z.string().max(40_000, 'error.tooLong'), ''),
  take: z.enum(['mine', 'theirs'], 'trajectories:error.chooseOne'),
});

/** The plan's form: what was typed, the version it began with, choices after a conflict, and which button was used. */
export const PlanFormInput = SavePlanInput.extend({ choices: list(planChoice, 100, []), intent: maybe(planIntent) });

/** From the form comes what stands on the page; it is saved first, so that what is submitted is what was seen. */
export const SubmitPlanFormInput = SubmitPlanInput.extend({
  plan: maybe(PlanContentInput),
  choices: list(planChoice, 100, []),
});

/** Remarks that were typed go along with an approval too: they are for who carries the plan out. */
export const ApprovePlanFormInput = ApprovePlanInput.extend({ remarks: ReturnPlanInput.shape.remarks });

/** Half-typed fields, as they are: only their size is looked at. */
export const halfTyped = () =>
  z.record(z.string(), z.unknown()).refine((fields) => JSON.stringify(fields).length <= 400_000, 'error.tooLarge');

export const PlanDraftInput = TrajectoryInput.extend({ version: version(), plan: halfTyped() });

export type PlanChoice = z.output<typeof planChoice>;
