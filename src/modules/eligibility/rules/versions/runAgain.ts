import { canonicalJson } from '#shared/canonicalJson.ts';
import type { EligibilityDecision, EligibilityProgramme } from '../decideEligibility.ts';
import type { EligibilityFacts } from '../facts.ts';
import { ruleVersions } from './registry.ts';

/** One value that came out otherwise: where, what was frozen and what comes out now, each as JSON; undefined when it is not there. */
export interface Difference {
  readonly path: string;
  readonly frozen: string | undefined;
  readonly now: string | undefined;
}

/** `unknownVersion`: no rules of that name are kept, so nothing was run. */
export type RunAgain =
  | { readonly answer: 'same'; readonly differences: readonly [] }
  | { readonly answer: 'different'; readonly differences: readonly Difference[] }
  | { readonly answer: 'unknownVersion'; readonly differences: readonly [] };

/** Runs the rules that took a decision once more on the facts that were frozen with it. */
export function runAgain(
  frozen: { readonly facts: EligibilityFacts; readonly decision: EligibilityDecision; readonly ruleVersion: string },
  programme: EligibilityProgramme,
): RunAgain {
  const rules = ruleVersions.get(frozen.ruleVersion);
  if (!rules) return { answer: 'unknownVersion', differences: [] };
  // As it would be stored: what is undefined is not there.
  const now: unknown = JSON.parse(JSON.stringify(rules(frozen.facts, programme)));
  const before: unknown = JSON.parse(JSON.stringify(frozen.decision));
  if (canonicalJson(now) === canonicalJson(before)) return { answer: 'same', differences: [] };
  return { answer: 'different', differences: differencesOf(before, now, '') };
}

/** The innermost values in which two JSON values differ, in the order of their names. */
export function differencesOf(before: unknown, now: unknown, path: string): readonly Difference[] {
  if (isBranch(before) && isBranch(now) && Array.isArray(before) === Array.isArray(now)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    return names.flatMap((name) => differencesOf(before[name], now[name], path === '' ? name : `${path}.${name}`));
  }
  const [frozen, current] = [before, now].map((value) => (value === undefined ? undefined : canonicalJson(value)));
  return frozen === current ? [] : [{ path, frozen, now: current }];
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
