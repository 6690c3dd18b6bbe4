import { z } from 'zod';
import { codeIds, type CodeList } from '#modules/programmes/index.ts';
import {
  choice,
  choices,
  email,
  euroCents,
  hours,
  id,
  list,
  longText,
  maybe,
  maybeOr,
  phone,
  plainDate,
  rowId,
  rowIds,
  text,
  version,
  wholeNumber,
  words,
} from '#shared/inputs.ts';
import { informedMoments } from './rules/intake.ts';
import { sessionBounds } from './rules/sessions.ts';
import { stopReasons } from './rules/stopReasons.ts';

// A draft may hold gaps: the schemas refuse what cannot be, the rules (`reviewPlan` …) say what still misses.

const line = (maximum = 200) => maybeOr(text(maximum), '');
const codeOf = <List extends CodeList>(list: List) => maybeOr(choice(codeIds(list)), '');
const day = () => maybeOr(plainDate(), null);

/** The trajectory that something is about. */
export const TrajectoryInput = z.object({ trajectory: id() });

const condition = z.object({ answer: codeOf('conditionStates'), words: words(1000) });
const notAsked = { answer: '' as const, words: '' };

export const IntakeInput = TrajectoryInput.extend({
  version: version(),
  on: day(),
  withWhom: line(),
  question: words(),
  context: words(),
  motives: choices(codeIds('motives')),
  levers: choices(codeIds('levers')),
  obstacles: choices(codeIds('obstacles')),
  transitions: choices(codeIds('transitions')),
  directedBy: codeOf('directedBy'),
  formalPractices: choices(codeIds('formalPractices')),
  informalPractices: choices(codeIds('informalPractices')),
  themes: choices(codeIds('needThemes')),
  participants: choices(codeIds('participants')),
  who: line(500),
  expectation: words(),
  conditions: maybeOr(
    z.object({
      awareness: maybeOr(condition, notAsked),
      co_creation: maybeOr(condition, notAsked),
      long_breath: maybeOr(condition, notAsked),
      own_goals: maybeOr(condition, notAsked),
      learning_time: maybeOr(condition, notAsked),
    }),
    { awareness: notAsked, co_creation: notAsked, long_breath: notAsked, own_goals: notAsked, learning_time: notAsked },
  ),
});

export const StaffInformedInput = TrajectoryInput.extend({
  moment: choice(informedMoments),
  on: plainDate(),
  ways: choices(codeIds('staffInformedWays')),
  by: text(),
  representatives: choice(['informed', 'none', 'not_yet']),
  words: words(2000),
});

/** A guide who has an account already (`personId`), or one who is invited by name and address. */
export const GuideInput = TrajectoryInput.extend({
  personId: maybe(id()),
  name: maybe(text(120)),
  email: maybe(email()),
  phone: maybe(phone()),
  capacity: choice(codeIds('guideCapacities')),
  since: plainDate(),
}).superRefine((guide, context) => {
  if (guide.personId !== undefined) return;
  for (const field of ['name', 'email'] as const)
    if (guide[field] === undefined) context.addIssue({ code: 'custom', path: [field], message: 'error.required' });
});

export const RemoveGuideInput = TrajectoryInput.extend({ guideId: id(), until: plainDate() });

/** The sites or institutes that take part, all at once; an empty list means that the enterprise is one whole. */
export const PartsInput = TrajectoryInput.extend({
  version: version(),
  parts: list(
    z.object({
      id: maybe(rowId()),
      name: text(),
      municipality: line(80),
      workers: maybeOr(wholeNumber({ maximum: 100_000 }), null),
      themes: choices(codeIds('needThemes')),
    }),
    30,
  ),
});

export const PlanNeedInput = z.object({
  id: maybe(rowId()),
  theme: codeOf('needThemes'),
  words: words(),
  horizon: codeOf('needTimes'),
  kind: codeOf('competenceKinds'),
  team: line(),
});

export const PlanGoalInput = z.object({
  id: maybe(rowId()),
  needIds: rowIds(),
  title: line(),
  expectedResult: words(),
});

export const PlanActionInput = z.object({
  id: maybe(rowId()),
  goalId: maybeOr(rowId(), ''),
  what: words(1000),
  hours: maybeOr(hours({ maximum: 500 }), null),
  roles: choices(codeIds('participants')),
  who: line(500),
  start: day(),
  end: day(),
  expectedResult: words(1000),
  partner: line(),
});

/** The plan itself, as a form, the API and a merge of two people's edits give it. */
export const PlanContentInput = z.object({
  needs: list(PlanNeedInput, 30),
  goals: list(PlanGoalInput, 30),
  actions: list(PlanActionInput, 60, ['id', 'goalId']),
  expectations: maybeOr(z.object({ enterprise: words(), guide: words() }), { enterprise: '', guide: '' }),
  approach: maybeOr(
    z.object({
      participation: codeOf('approaches'),
      tailoring: codeOf('approachFits'),
      effects: choices(codeIds('effects')),
    }),
    { participation: '', tailoring: '', effects: [] },
  ),
  cost: maybeOr(
    z.object({
      rateCents: maybeOr(euroCents({ maximum: 100_000 }), null),
      ownContributionCents: maybeOr(euroCents({ maximum: 10_000_000 }), null),
      remark: words(1000),
    }),
    { rateCents: null, ownContributionCents: null, remark: '' },
  ),
});

export const SavePlanInput = TrajectoryInput.extend({ version: version(), plan: PlanContentInput });
export const SubmitPlanInput = TrajectoryInput.extend({ version: version() });
export const ApprovePlanInput = TrajectoryInput.extend({ version: version(), words: words(2000) });

/** A place in the plan by its row's id (`goals.goal-1`), so that a remark stays with its row; `''` is the whole plan. */
const section = maybeOr(
  z
    .string('error.choice')
    .regex(/^(needs|goals|actions|expectations|approach|cost)(\.[A-Za-z0-9_-]{1,40})?$/u, 'error.choice'),
  '',
);
export const PlanRemarkInput = TrajectoryInput.extend({ section, words: longText(2000) });

export const ReturnPlanInput = TrajectoryInput.extend({
  version: version(),
  words: words(2000),
  remarks: list(z.object({ section, words: longText(2000) }), 50, ['section']),
}).superRefine(({ words: general, remarks }, context) => {
  if (general === '' && remarks.length === 0)
    context.addIssue({ code: 'custom', path: ['words'], message: 'trajectories:error.sayWhatToChange' });
});

const sessionFields = {
  guideId: id(),
  on: plainDate(),
  hours: hours({ minimum: sessionBounds.leastHours, maximum: sessionBounds.mostHours }),
  people: wholeNumber({ minimum: 1, maximum: sessionBounds.mostPeople }),
  theme: choice(codeIds('sessionThemes')),
  notes: words(),
  partIds: rowIds(30),
};
export const SessionInput = TrajectoryInput.extend(sessionFields);
export const CorrectSessionInput = TrajectoryInput.extend({
  ...sessionFields,
  sessionId: id(),
  version: version(),
  reason: text(500),
});

export const ActionPlanContentInput = z.object({
  goals: list(
    z.object({
      id: rowId(),
      outcome: codeOf('goalOutcomes'),
      result: words(),
      reason: codeOf('outcomeReasons'),
      why: words(2000),
    }),
    30,
    [],
  ),
  practices: list(
    z.object({ id: maybe(rowId()), what: words(1000), embedding: codeOf('embeddings'), owner: line(), since: day() }),
    30,
  ),
  next: list(z.object({ id: maybe(rowId()), what: words(1000), owner: line(), on: day() }), 30),
  embedding: words(),
});

export const SaveActionPlanInput = TrajectoryInput.extend({ version: version(), actionPlan: ActionPlanContentInput });
export const SendActionPlanInput = TrajectoryInput.extend({ version: version() });

/** How a follow-up went; somebody who could not be reached is noted too, so that the next one still comes. */
export const FollowUpInput = TrajectoryInput.extend({
  months: wholeNumber({ minimum: 1, maximum: 36 }),
  on: plainDate(),
  reached: choice(['yes', 'no']),
  withWhom: line(),
  practices: list(z.object({ id: rowId(), alive: choice(['yes', 'partly', 'no']), words: words(1000) }), 30, ['id']),
  next: list(z.object({ id: rowId(), done: choice(['yes', 'partly', 'no']), words: words(1000) }), 30, ['id']),
  words: words(),
});

export const StopInput = TrajectoryInput.extend({
  on: plainDate(),
  reason: choice(stopReasons),
  words: longText(2000),
});

export type IntakeDetails = z.output<typeof IntakeInput>;
export type PlanContent = z.output<typeof PlanContentInput>;
export type SessionDetails = z.output<typeof SessionInput>;
export type ActionPlanContent = z.output<typeof ActionPlanContentInput>;
export type FollowUpDetails = z.output<typeof FollowUpInput>;
