import type { Localised } from '#shared/localised.ts';
import type { ScoringModel } from './model.ts';
import { neighboursOf, type ProfileId, type SituationId } from './profiles.ts';
import { assertSameModel } from './explain.ts';
import { heightOf, isKnown, type ScanResult } from './score.ts';
import type { StepSize } from './size.ts';

/** Something an enterprise can do this month. Time, people and material are ids of a shared vocabulary with texts. */
export interface NextStep {
  readonly id: string;
  readonly profile: ProfileId;
  readonly sizes: readonly StepSize[];
  readonly title: Localised;
  /** How, in one or two sentences. */
  readonly how: Localised;
  readonly time: string;
  readonly who: string;
  readonly material: string;
  /** The statements that this step makes more true. */
  readonly worksOn: readonly string[];
}

export interface PickedStep {
  readonly step: NextStep;
  /** Why it stands here: it makes the best profile stronger, leads to a neighbour, or is a first step of all. */
  readonly purpose: 'strengthen' | 'toward' | 'start';
}

export interface NextSteps {
  /** The two that fit now; empty when there are too few answers. */
  readonly picked: readonly PickedStep[];
  /** All steps for the best profile and its neighbours at this size, each list with the most promising first. */
  readonly all: readonly {
    readonly profile: ProfileId;
    readonly purpose: PickedStep['purpose'];
    readonly steps: readonly NextStep[];
  }[];
}

/**
 * Chooses next steps of the right size: one that strengthens the best profile and one toward the neighbour that is nearest
 * without fitting well already. Within a profile, a step that works on what is "not yet" comes first.
 */
export function nextSteps(
  model: ScoringModel,
  steps: readonly NextStep[],
  result: ScanResult,
  size: StepSize,
): NextSteps {
  assertSameModel(model, result);
  if (result.best === null) return { picked: [], all: [] };
  const listFor = (profile: ProfileId, purpose: PickedStep['purpose']) => ({
    profile,
    purpose,
    steps: steps.filter((step) => step.profile === profile && step.sizes.includes(size)).toSorted(byRoom(result)),
  });
  const own = result.best === 'none' ? [] : [listFor(result.best, 'strengthen')];
  const toward = neighboursInReach(model, result, result.best).map((profile) =>
    listFor(profile, result.best === 'none' ? 'start' : 'toward'),
  );
  const all = [...own, ...toward];
  const picked = all.slice(0, 2).flatMap(({ purpose, steps: [step] }) => (step ? [{ step, purpose }] : []));
  return { picked, all };
}

/**
 * The neighbours, the best goal first: those that do not fit well yet, nearest first; then those that do, the one with the most
 * room first. Between equals the one further along the path.
 */
export function neighboursInReach(model: ScoringModel, result: ScanResult, best: SituationId): ProfileId[] {
  const neighbours = [...neighboursOf(best)];
  if (best === 'none') return neighbours;
  const fitOf = (profile: ProfileId) => result.fits.find((fit) => fit.profile === profile)?.exact ?? 0;
  const isGood = (profile: ProfileId) => Math.round(fitOf(profile)) >= model.cutPoints.good;
  const toReach = neighbours.filter((profile) => !isGood(profile)).reverse();
  const toDeepen = neighbours.filter(isGood).reverse();
  return [...toReach.toSorted((a, b) => fitOf(b) - fitOf(a)), ...toDeepen.toSorted((a, b) => fitOf(a) - fitOf(b))];
}

/** Room is how far the statements of a step are from "always"; what is not known counts half. */
function byRoom(result: ScanResult): (a: NextStep, b: NextStep) => number {
  const room = (step: NextStep): number => {
    const parts = step.worksOn.map((id) => {
      const answer = result.answers[id];
      return isKnown(answer) ? 1 - heightOf(answer) : 0.5;
    });
    return parts.reduce((sum, part) => sum + part, 0) / parts.length;
  };
  return (a, b) => room(b) - room(a);
}
