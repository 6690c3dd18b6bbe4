import fc from 'fast-check';
import { scoringModel as model } from '../definition/model.ts';
import { levels, type Level, type StatementAnswer } from './model.ts';
import type { ProfileId } from './profiles.ts';

/** Answer sets for tests, on the published model. */

export const ids = model.statements.map(({ id }) => id);

export const anyLevel = fc.constantFrom(...levels);

/** Any mix of known answers, "I don't know" and nothing at all. */
export const someAnswers: fc.Arbitrary<Record<string, StatementAnswer>> = fc.record(
  Object.fromEntries(
    ids.map((id) => [id, fc.oneof({ weight: 4, arbitrary: anyLevel }, fc.constant('unknown' as const))]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, StatementAnswer>>;

/** Every statement with a known answer. */
export const fullAnswers: fc.Arbitrary<Record<string, Level>> = fc.record(
  Object.fromEntries(ids.map((id) => [id, anyLevel])),
) as fc.Arbitrary<Record<string, Level>>;

export function allAre(level: Level): Record<string, Level> {
  return Object.fromEntries(ids.map((id) => [id, level]));
}

/** Everything that speaks for one of these profiles is "always", all the rest "not yet". */
export function idealFor(...profiles: readonly ProfileId[]): Record<string, Level> {
  return Object.fromEntries(
    model.statements.map(({ id, weights }) => [
      id,
      profiles.some((profile) => (weights[profile] ?? 0) > 0) ? 'always' : 'not_yet',
    ]),
  );
}

/** A small bakery: tasks are clear and training that must is followed; little is agreed about growing or leaving. */
export const bakery: Readonly<Record<string, Level>> = {
  'context.change': 'mostly',
  'context.order': 'always',
  'context.staffing': 'mostly',
  'context.partOfJob': 'sometimes',
  'learning.firstWeeks': 'mostly',
  'learning.must': 'always',
  'learning.newTasks': 'not_yet',
  'learning.manyWays': 'not_yet',
  'support.knowsPeople': 'sometimes',
  'support.time': 'not_yet',
  'support.adHoc': 'mostly',
  'support.talks': 'not_yet',
  'support.coaching': 'sometimes',
  'policy.roles': 'always',
  'policy.vision': 'sometimes',
  'policy.skills': 'mostly',
  'policy.selection': 'sometimes',
  'policy.leaving': 'not_yet',
  'policy.paths': 'sometimes',
  'policy.initiative': 'not_yet',
  'plans.list': 'always',
  'plans.currentJob': 'mostly',
  'plans.ahead': 'not_yet',
  'plans.frame': 'not_yet',
};
