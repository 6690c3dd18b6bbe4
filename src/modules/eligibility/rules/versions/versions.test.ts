import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#shared/canonicalJson.ts';
import byFirst from '../../cases/fixtures/eligibility-1.json' with { type: 'json' };
import bySecond from '../../cases/fixtures/eligibility-2.json' with { type: 'json' };
import byThird from '../../cases/fixtures/eligibility-3.json' with { type: 'json' };
import programmeRules from '../../cases/fixtures/programme.json' with { type: 'json' };
import { eligibilityRuleVersion, type EligibilityDecision, type EligibilityProgramme } from '../decideEligibility.ts';
import type { EligibilityFacts } from '../facts.ts';
import { arbitraryGroup } from '../group/arbitraryGroup.testing.ts';
import { ruleVersions } from './registry.ts';
import { differencesOf, runAgain } from './runAgain.ts';

interface Frozen {
  readonly name: string;
  readonly facts: EligibilityFacts;
  readonly decision: EligibilityDecision;
}
const programme = programmeRules as unknown as EligibilityProgramme;
/** Decisions as each version took them. Never remade: what no longer comes out the same is a new version. */
const frozen: Readonly<Record<string, readonly Frozen[]>> = {
  'eligibility-1': byFirst as unknown as Frozen[],
  'eligibility-2': bySecond as unknown as Frozen[],
  'eligibility-3': byThird as unknown as Frozen[],
};

describe.each([...ruleVersions])('the rules %s', (version, rules) => {
  test('have decisions that they took', () => {
    expect(frozen[version]?.length).toBeGreaterThanOrEqual(10);
    expect(frozen[version]!.every(({ decision }) => decision.ruleVersion === version)).toBe(true);
  });

  test.each(frozen[version] ?? [])('still decide the same on $name', ({ facts, decision }) => {
    expect(canonicalJson(rules(facts, programme))).toBe(canonicalJson(decision));
  });
});

describe('a decision that is run again', () => {
  const [one] = frozen[eligibilityRuleVersion]!;
  const stored = { ...one!, ruleVersion: eligibilityRuleVersion };

  test('by the rules that took it says the same', () => {
    for (const [version, all] of Object.entries(frozen))
      for (const each of all) expect(runAgain({ ...each, ruleVersion: version }, programme).answer).toBe('same');
  });

  test('names every value that comes out otherwise, and nothing else', () => {
    const decision = { ...stored.decision, outcome: 'not_eligible' as const, extra: 1 };
    expect(runAgain({ ...stored, decision }, programme)).toEqual({
      answer: 'different',
      differences: [
        { path: 'outcome', frozen: '"not_eligible"', now: '"eligible"' },
        { path: 'extra', frozen: '1', now: undefined },
      ],
    });
  });

  test('by rules that nobody kept is not run', () => {
    expect(runAgain({ ...stored, ruleVersion: 'eligibility-0' }, programme).answer).toBe('unknownVersion');
  });

  test('on any ownership, kept as JSON, says the same', () => {
    fc.assert(
      fc.property(arbitraryGroup, (group) => {
        const facts: EligibilityFacts = { ...stored.facts, date: '2026-05-04', group };
        const decision = ruleVersions.get(eligibilityRuleVersion)!(facts, programme);
        const kept = JSON.parse(JSON.stringify({ facts, decision })) as Frozen;
        expect(runAgain({ ...kept, ruleVersion: eligibilityRuleVersion }, programme).answer).toBe('same');
      }),
      { numRuns: 50 },
    );
  });

  test('has no difference between equal values, and at least one between others', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        const same = canonicalJson(before) === canonicalJson(now);
        expect(differencesOf(before, now, '').length === 0).toBe(same);
      }),
    );
  });
});
