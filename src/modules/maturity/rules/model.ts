import { profileIds, type AspectId, type ProfileId } from './profiles.ts';

/** The four steps of the answer scale, from low to high. */
export const levels = ['not_yet', 'sometimes', 'mostly', 'always'] as const;

export type Level = (typeof levels)[number];

/** What somebody can answer to a statement. "I don't know" is never a no. */
export type StatementAnswer = Level | 'unknown';

/** How well a profile fits, in words. */
export const fitWords = ['little', 'partly', 'good', 'very_good'] as const;

export type FitWord = (typeof fitWords)[number];

export interface StatementWeights {
  /** The id of the item in the questionnaire of the same scan. */
  readonly id: string;
  readonly aspect: AspectId;
  /**
   * Whole numbers. Positive: a higher answer speaks for the profile; negative: it speaks against. Absent: the statement says
   * nothing about that profile.
   */
  readonly weights: Readonly<Partial<Record<ProfileId, number>>>;
}

/** A published, versioned way to turn answers into degrees of fit. Everything that decides a result is in here, as data. */
export interface ScoringModel {
  readonly id: string;
  readonly version: number;
  readonly statements: readonly StatementWeights[];
  /**
   * The part (0 to 1) of every fit that comes from the statements about training plans. It is the same for all profiles, so
   * that this aspect cannot separate two profiles that handle training plans alike.
   */
  readonly planShare: number;
  /** The statements that are asked first: together they touch all five profiles. */
  readonly firstStatements: readonly string[];
  /** The lowest fit (0 to 100) that earns each word; below `partly` a profile fits "little". */
  readonly cutPoints: { readonly partly: number; readonly good: number; readonly very_good: number };
  /** "No policy yet" holds from these shares (0 to 1) on: known answers of all statements, and "not yet" of the known ones. */
  readonly noPolicy: { readonly known: number; readonly notYet: number };
  /** How sure the picture is, by the share of statements with a known answer. */
  readonly certainty: { readonly fair: number; readonly good: number };
  /** Fewer known answers than this give no picture at all. */
  readonly fewestKnown: number;
}

/** A fault in a scoring model, in words for the person who makes one. */
export function modelProblems(model: ScoringModel): string[] {
  const ids = model.statements.map((statement) => statement.id);
  const problems: string[] = [];
  for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) problems.push(`${id} stands twice`);
  for (const { id, weights } of model.statements) {
    const values = Object.values(weights);
    if (values.every((weight) => weight === 0)) problems.push(`${id} has no effect`);
    if (!values.every(Number.isInteger)) problems.push(`${id} has a weight that is not whole`);
  }
  for (const id of model.firstStatements)
    if (!ids.includes(id)) problems.push(`${id} is asked first but does not exist`);
  for (const profile of profileIds) {
    for (const part of ['plans', 'rest'] as const) {
      const counts = model.statements.some(
        ({ aspect, weights }) => (aspect === 'plans') === (part === 'plans') && (weights[profile] ?? 0) !== 0,
      );
      if (!counts) problems.push(`${profile} has no statement about ${part}`);
    }
  }
  if (!(model.planShare > 0 && model.planShare < 1)) problems.push('planShare lies outside 0 to 1');
  const { partly, good, very_good } = model.cutPoints;
  if (!(0 < partly && partly < good && good < very_good && very_good < 100)) problems.push('cut points do not rise');
  return problems;
}
