import { canonicalJson } from '#shared/canonicalJson.ts';
import type { PlainDate } from '#shared/dates.ts';
import { missing, thin, wordCount, type Finding } from './findings.ts';

/** The five conditions under which guidance takes root (DOMAIN §4, step 2); texts are in the code book. */
export const baseConditions = ['awareness', 'co_creation', 'long_breath', 'own_goals', 'learning_time'] as const;
export type BaseCondition = (typeof baseConditions)[number];
export const conditionAnswers = ['yes', 'partly', 'not_yet'] as const;
export type ConditionAnswer = (typeof conditionAnswers)[number];

/** Codes come from the code book; `''` and `[]` stand for what was not said yet. */
export interface Intake {
  readonly on: PlainDate | null;
  /** Who was spoken with. */
  readonly withWhom: string;
  /** The enterprise's own question, in its own words. */
  readonly question: string;
  readonly context: string;
  readonly motives: readonly string[];
  readonly levers: readonly string[];
  readonly obstacles: readonly string[];
  readonly transitions: readonly string[];
  readonly directedBy: string;
  readonly formalPractices: readonly string[];
  readonly informalPractices: readonly string[];
  /** Themes of needs that came up already. */
  readonly themes: readonly string[];
  /** `participants` of the code book, and words beside them. */
  readonly participants: readonly string[];
  readonly who: string;
  /** What the enterprise expects of the guidance. */
  readonly expectation: string;
  readonly conditions: Readonly<
    Record<BaseCondition, { readonly answer: ConditionAnswer | ''; readonly words: string }>
  >;
}

const notAsked = { answer: '', words: '' } as const;

export const emptyIntake: Intake = {
  on: null,
  withWhom: '',
  question: '',
  context: '',
  motives: [],
  levers: [],
  obstacles: [],
  transitions: [],
  directedBy: '',
  formalPractices: [],
  informalPractices: [],
  themes: [],
  participants: [],
  who: '',
  expectation: '',
  conditions: {
    awareness: notAsked,
    co_creation: notAsked,
    long_breath: notAsked,
    own_goals: notAsked,
    learning_time: notAsked,
  },
};

/**
 * What an intake still misses. Only what the decision and the plan cannot do without blocks: the day, the question, a motive,
 * who takes part, and an answer to each base condition. A condition that is not met yet never blocks: it asks for a word on
 * how to get there.
 */
export function reviewIntake(intake: Intake, { today }: { readonly today: PlainDate }): readonly Finding[] {
  const found: Finding[] = [];
  if (intake.on === null) found.push(missing('on', 'finding.intake.on'));
  else if (intake.on > today) found.push(missing('on', 'finding.intake.future'));
  if (wordCount(intake.question) === 0) found.push(missing('question', 'finding.intake.question'));
  else if (wordCount(intake.question) < 5) found.push(thin('question', 'finding.intake.questionShort'));
  if (intake.motives.length === 0) found.push(missing('motives', 'finding.intake.motives'));
  if (intake.participants.length === 0) found.push(missing('participants', 'finding.intake.participants'));
  else if (!intake.participants.includes('employees')) found.push(thin('participants', 'finding.intake.noEmployees'));
  for (const condition of baseConditions) {
    const { answer, words } = intake.conditions[condition];
    if (answer === '') found.push(missing(`conditions.${condition}.answer`, `finding.condition.${condition}`));
    else if (answer !== 'yes' && wordCount(words) === 0)
      found.push(thin(`conditions.${condition}.words`, 'finding.condition.words'));
  }
  for (const field of ['levers', 'obstacles', 'transitions', 'formalPractices', 'informalPractices', 'themes'] as const)
    if (intake[field].length === 0) found.push(thin(field, `finding.intake.${field}`));
  if (intake.directedBy === '') found.push(thin('directedBy', 'finding.intake.directedBy'));
  if (wordCount(intake.expectation) === 0) found.push(thin('expectation', 'finding.intake.expectation'));
  return found;
}

/** Nothing was said: no text, no tick, no answer in any part. */
const unsaid = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.values(value as object).every(unsaid));

/**
 * Two people's intakes as one. What only one of them filled in is taken over; a field with two answers is a conflict, and
 * the merged intake then holds mine. The base conditions are fields of their own.
 */
export function mergeIntakes(
  mine: Intake,
  theirs: Intake,
): { merged: Intake; conflicts: readonly { path: string; mine: unknown; theirs: unknown }[] } {
  const conflicts: { path: string; mine: unknown; theirs: unknown }[] = [];
  const pick = (path: string, own: unknown, other: unknown): unknown => {
    if (unsaid(own)) return other;
    if (!unsaid(other) && canonicalJson(own) !== canonicalJson(other))
      conflicts.push({ path, mine: own, theirs: other });
    return own;
  };
  const { conditions, ...fields } = mine;
  const merged = Object.fromEntries(
    Object.entries(fields).map(([path, own]) => [path, pick(path, own, theirs[path as keyof Intake])]),
  ) as unknown as Omit<Intake, 'conditions'>;
  const mergedConditions = Object.fromEntries(
    baseConditions.map((one) => [one, pick(`conditions.${one}`, conditions[one], theirs.conditions[one])]),
  ) as Intake['conditions'];
  return { merged: { ...merged, conditions: mergedConditions }, conflicts };
}

/** The base conditions that are not fully met yet: things to work on together, in the order of the list. */
export const conditionsToBuild = (intake: Pick<Intake, 'conditions'>): readonly BaseCondition[] =>
  baseConditions.filter((condition) => ['partly', 'not_yet'].includes(intake.conditions[condition].answer));

export const informedMoments = ['start', 'during', 'follow_up'] as const;
export type InformedMoment = (typeof informedMoments)[number];

/** How and when staff heard about it. `representatives`: their elected or union representatives. */
export interface StaffInformed {
  readonly moment: InformedMoment;
  readonly on: PlainDate;
  /** `staffInformedWays` of the code book. */
  readonly ways: readonly string[];
  readonly by: string;
  readonly representatives: 'informed' | 'none' | 'not_yet' | '';
  readonly words: string;
}

/** What a note on informing staff still misses. */
export function checkStaffInformed(note: StaffInformed, { today }: { readonly today: PlainDate }): readonly Finding[] {
  const found: Finding[] = [];
  if (note.on > today) found.push(missing('on', 'finding.informed.future'));
  if (note.ways.length === 0) found.push(missing('ways', 'finding.informed.ways'));
  if (wordCount(note.by) === 0) found.push(missing('by', 'finding.informed.by'));
  if (note.representatives === '') found.push(missing('representatives', 'finding.informed.representatives'));
  if (note.representatives === 'not_yet') found.push(thin('representatives', 'finding.informed.representativesNotYet'));
  return found;
}
