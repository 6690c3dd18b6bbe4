import type { Locale } from '#shared/localised.ts';
import type { EligibilityDecision } from '../rules/decideEligibility.ts';
import type { EligibilityFacts } from '../rules/facts.ts';
import { sourceOf } from '../rules/legalSources.ts';
import { sourceText } from '../text/index.ts';

/** The law that each reason of a decision rests on, by the code of the reason, in one language. The browser gets these and no others. */
export function sourcesOf(
  { facts, decision }: { readonly facts: EligibilityFacts; readonly decision: EligibilityDecision },
  locale: Locale,
): Readonly<Record<string, string>> {
  const regulation = facts.grant.regulation ?? decision.deMinimis?.regulation;
  return Object.fromEntries(decision.reasons.map(({ code }) => [code, sourceText(sourceOf(code, regulation), locale)]));
}
