import {
  levels,
  type FitWord,
  type Level,
  type ScoringModel,
  type StatementAnswer,
  type StatementWeights,
} from './model.ts';
import { profileIds, type ProfileId, type SituationId } from './profiles.ts';

/** Answers as a page or a store hands them over: anything may be in there, only answers to statements count. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

export interface ProfileFit {
  readonly profile: ProfileId;
  /** 0 to 100, rounded; null when nothing but training plans is known about this profile. */
  readonly fit: number | null;
  /** The same before rounding; it decides the order. */
  readonly exact: number | null;
  readonly word: FitWord | null;
  /** 0 to 1: how much of the profile's weight was answered. */
  readonly known: number;
}

export type Certainty = 'none' | 'first' | 'fair' | 'good';

/** The outcome of one scan by one person. Plain data: it can be stored and shown later as it was. */
export interface ScanResult {
  readonly model: { readonly id: string; readonly version: number };
  /** The answers to statements of the model, "I don't know" included, in the order of the model. */
  readonly answers: Readonly<Record<string, StatementAnswer>>;
  /** Statements with a known answer, of how many: n is shown beside every result. */
  readonly answered: number;
  readonly total: number;
  readonly certainty: Certainty;
  /** In the order of the path. */
  readonly fits: readonly ProfileFit[];
  /** Best fit first; the path decides between equals. Profiles about which nothing is known are left out. */
  readonly ranking: readonly ProfileId[];
  /** `too_few` when there are too few known answers for any picture. */
  readonly situation: 'profiles' | 'none' | 'too_few';
  /** `none`, the best fitting profile, or null when there are too few answers. */
  readonly best: SituationId | null;
  /** How near "no policy yet" is: `fit` is the share of known answers that are "not yet", times 100. */
  readonly noPolicy: { readonly fit: number; readonly applies: boolean; readonly notYet: number };
}

/** How high an answer stands: 0, 1/3, 2/3 or 1. */
export function heightOf(level: Level): number {
  return levels.indexOf(level) / (levels.length - 1);
}

/** Only the answers to statements of this model that it understands, in the model's order. */
export function statementAnswers(model: ScoringModel, given: GivenAnswers): Record<string, StatementAnswer> {
  const answers: Record<string, StatementAnswer> = {};
  for (const { id } of model.statements) {
    const answer = Object.hasOwn(given, id) ? given[id] : undefined;
    if (answer === 'unknown' || levels.includes(answer as Level)) answers[id] = answer as StatementAnswer;
  }
  return answers;
}

/**
 * The share (0 to 1, together 1) that each known statement has in a profile's fit. What is not known gives its share to what
 * is, but never across the border of the training plans: their share is `planShare` for every profile. Empty when nothing
 * outside the training plans is known.
 */
export function sharesOf(
  model: ScoringModel,
  profile: ProfileId,
  answers: Readonly<Record<string, StatementAnswer>>,
): Map<string, number> {
  const known = model.statements.filter(({ id, weights }) => isKnown(answers[id]) && (weights[profile] ?? 0) !== 0);
  const plans = known.filter(({ aspect }) => aspect === 'plans');
  const rest = known.filter(({ aspect }) => aspect !== 'plans');
  if (rest.length === 0) return new Map();
  const planShare = plans.length === 0 ? 0 : model.planShare;
  const shares = new Map<string, number>();
  for (const [part, share] of [
    [rest, 1 - planShare],
    [plans, planShare],
  ] as const) {
    const sum = part.reduce((total, { weights }) => total + Math.abs(weights[profile]!), 0);
    for (const { id, weights } of part) shares.set(id, (share * Math.abs(weights[profile]!)) / sum);
  }
  return shares;
}

/** How much an answer agrees with a profile, 0 to 1: its height, or the reverse when the statement speaks against. */
export function agreement(weight: number, level: Level): number {
  return weight > 0 ? heightOf(level) : 1 - heightOf(level);
}

export function isKnown(answer: StatementAnswer | undefined): answer is Level {
  return answer !== undefined && answer !== 'unknown';
}

/** The word for a fit (0 to 100): the cut points belong to the higher word. */
export function fitWord(model: ScoringModel, fit: number): FitWord {
  const { partly, good, very_good } = model.cutPoints;
  if (fit >= very_good) return 'very_good';
  if (fit >= good) return 'good';
  return fit >= partly ? 'partly' : 'little';
}

/**
 * Turns answers into degrees of fit. Answers that the model does not know are ignored; answers that are missing or "I don't
 * know" are left out of the sums and lower the certainty. The order in which answers were given does not matter.
 */
export function scoreScan(model: ScoringModel, given: GivenAnswers): ScanResult {
  const answers = statementAnswers(model, given);
  const known = Object.values(answers).filter(isKnown);
  const total = model.statements.length;
  const fits = profileIds.map((profile) => fitOf(model, profile, answers));
  const ranking = fits
    .filter((fit) => fit.exact !== null)
    .toSorted((a, b) => b.exact! - a.exact!)
    .map((fit) => fit.profile);
  const noPolicy = noPolicyOf(model, known, total);
  const tooFew = known.length < model.fewestKnown || ranking.length === 0;
  return {
    model: { id: model.id, version: model.version },
    answers,
    answered: known.length,
    total,
    certainty: tooFew ? 'none' : certaintyOf(model, known.length / total),
    fits,
    ranking,
    situation: tooFew ? 'too_few' : noPolicy.applies ? 'none' : 'profiles',
    best: tooFew ? null : noPolicy.applies ? 'none' : ranking[0]!,
    noPolicy,
  };
}

function fitOf(
  model: ScoringModel,
  profile: ProfileId,
  answers: Readonly<Record<string, StatementAnswer>>,
): ProfileFit {
  const shares = sharesOf(model, profile, answers);
  const known = knownShare(model, profile, answers);
  if (shares.size === 0) return { profile, fit: null, exact: null, word: null, known };
  let sum = 0;
  for (const { id, weights } of model.statements) {
    const share = shares.get(id);
    if (share !== undefined) sum += share * agreement(weights[profile]!, answers[id] as Level);
  }
  // Thirds do not add up exactly in binary: 66.66666666666667 and 66.66666666666666 are the same fit.
  const exact = Math.round(sum * 1e8) / 1e6;
  const fit = Math.round(exact);
  return { profile, fit, exact, word: fitWord(model, fit), known };
}

function knownShare(
  model: ScoringModel,
  profile: ProfileId,
  answers: Readonly<Record<string, StatementAnswer>>,
): number {
  const weightOf = (statements: readonly StatementWeights[]) =>
    statements.reduce((sum, { weights }) => sum + Math.abs(weights[profile] ?? 0), 0);
  return weightOf(model.statements.filter(({ id }) => isKnown(answers[id]))) / weightOf(model.statements);
}

function noPolicyOf(model: ScoringModel, known: readonly Level[], total: number): ScanResult['noPolicy'] {
  const notYet = known.filter((level) => level === 'not_yet').length;
  const share = known.length === 0 ? 0 : notYet / known.length;
  const applies = known.length >= model.noPolicy.known * total && share >= model.noPolicy.notYet;
  return { fit: Math.round(share * 100), applies, notYet };
}

function certaintyOf(model: ScoringModel, share: number): Certainty {
  if (share >= model.certainty.good) return 'good';
  return share >= model.certainty.fair ? 'fair' : 'first';
}
