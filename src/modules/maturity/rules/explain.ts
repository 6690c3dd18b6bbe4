import type { Level, ScoringModel } from './model.ts';
import { neighboursOf, type ProfileId } from './profiles.ts';
import { agreement, isKnown, sharesOf, type ProfileFit, type ScanResult } from './score.ts';

/** What one answer does to one profile. */
export interface Contribution {
  readonly statement: string;
  readonly answer: Level;
  /** True when a higher answer to this statement speaks against the profile. */
  readonly reversed: boolean;
  /**
   * Points that the answer moves the fit away from the middle: above 0 it speaks for the profile, below 0 against. All points
   * of a profile together are its exact fit minus 50.
   */
  readonly points: number;
}

export interface NeighbourDistance {
  readonly profile: ProfileId;
  readonly fit: number | null;
  /** The neighbour's fit minus this one's, in whole points as shown; null when one of them is not known. */
  readonly difference: number | null;
  /** Statements that would bring the neighbour nearer most, the most promising first; at most three. */
  readonly nearest: readonly { readonly statement: string; readonly points: number }[];
}

export interface ProfileExplanation {
  readonly profile: ProfileId;
  readonly fit: ProfileFit;
  /** Strongest first. */
  readonly for: readonly Contribution[];
  readonly against: readonly Contribution[];
  /** Statements that say something about this profile and have no known answer. */
  readonly unknown: readonly string[];
  readonly neighbours: readonly NeighbourDistance[];
}

/** Why each profile fits as it does, in the order of the path. The model must be the version that made the result. */
export function explain(model: ScoringModel, result: ScanResult): ProfileExplanation[] {
  assertSameModel(model, result);
  return result.fits.map((fit) => {
    const contributions = contributionsOf(model, result, fit.profile);
    return {
      profile: fit.profile,
      fit,
      for: contributions.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points),
      against: contributions.filter(({ points }) => points < 0).toSorted((a, b) => a.points - b.points),
      unknown: model.statements
        .filter(({ id, weights }) => (weights[fit.profile] ?? 0) !== 0 && !isKnown(result.answers[id]))
        .map(({ id }) => id),
      neighbours: neighboursOf(fit.profile).map((profile) => distance(model, result, fit, profile)),
    };
  });
}

/** Throws when a result is read with another version of the model: its numbers would not be those that were shown. */
export function assertSameModel(model: ScoringModel, result: ScanResult): void {
  if (result.model.id !== model.id || result.model.version !== model.version) {
    throw new Error(
      `A result of ${result.model.id} version ${result.model.version} cannot be read with ${model.id} version ${model.version}`,
    );
  }
}

function contributionsOf(model: ScoringModel, result: ScanResult, profile: ProfileId): Contribution[] {
  const shares = sharesOf(model, profile, result.answers);
  return model.statements.flatMap(({ id, weights }) => {
    const share = shares.get(id);
    const answer = result.answers[id];
    if (share === undefined || !isKnown(answer)) return [];
    const weight = weights[profile]!;
    return [{ statement: id, answer, reversed: weight < 0, points: share * 100 * (agreement(weight, answer) - 0.5) }];
  });
}

function distance(model: ScoringModel, result: ScanResult, from: ProfileFit, profile: ProfileId): NeighbourDistance {
  const { fit } = result.fits.find((candidate) => candidate.profile === profile)!;
  const shares = sharesOf(model, profile, result.answers);
  const nearest = model.statements
    // Only what somebody can build on: doing less of something is no advice.
    .filter(({ id, weights }) => shares.has(id) && weights[profile]! > 0)
    .map(({ id, weights }) => ({
      statement: id,
      points: shares.get(id)! * 100 * (1 - agreement(weights[profile]!, result.answers[id] as Level)),
    }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 3);
  return { profile, fit, difference: fit === null || from.fit === null ? null : fit - from.fit, nearest };
}
