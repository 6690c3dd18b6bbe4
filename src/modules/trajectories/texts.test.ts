import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textFor } from '#platform/text/index.ts';
import { readableParameters } from '#shared/dayText.ts';
import { locales, type Locale } from '#shared/localised.ts';
import { parametersOf } from '../../../scripts/check-texts.ts';
import { stopReasons } from './rules/stopReasons.ts';
import { reviewActionPlan } from './rules/reviewActionPlan.ts';
import type { Finding } from './rules/findings.ts';
import { baseConditions, checkStaffInformed, reviewIntake } from './rules/intake.ts';
import { prefillPlan } from './rules/prefillPlan.ts';
import { planTexts, reviewPlan } from './rules/reviewPlan.ts';
import * as sample from './rules/samples.testing.ts';
import { checkSession } from './rules/sessions.ts';
import { freshTrajectory, may, trajectoryActions, trajectoryStates } from './rules/states.ts';
import { stations } from './rules/stepper.ts';
import { officeTexts, texts } from './text/index.ts';

type Key = keyof typeof texts.catalogs.nl;
type OfficeKey = keyof typeof officeTexts.catalogs.nl;

function say(key: string, params: Finding['params'], locale: Locale): string {
  const shown = readableParameters(params, locale);
  return key in officeTexts.catalogs.nl
    ? textFor(officeTexts, locale)(key as OfficeKey, shown)
    : textFor(texts, locale)(key as Key, shown);
}

const sayAll = (found: readonly Pick<Finding, 'key' | 'params'>[]) => {
  for (const { key, params } of found)
    for (const locale of locales) expect(say(key, params, locale)).not.toMatch(/[{}]|\d{4}-\d{2}-\d{2}/u);
};

describe('texts of trajectories', () => {
  test('say everything that the rules find, in every language, with days as people read them', () => {
    const today = '2024-02-01';
    fc.assert(
      fc.property(
        sample.plan,
        sample.actionPlan,
        sample.intake,
        sample.session,
        sample.staffInformed,
        sample.knownFacts,
        (plan, actionPlan, intake, session, note, known) => {
          const otherPlans = [{ texts: planTexts(plan) }];
          sayAll(
            reviewPlan(plan, {
              maximumHours: 20,
              maximumCents: 100_000,
              themes: ['onboarding'],
              agreedOn: '2023-09-01',
              lastDay: '2024-12-31',
              otherPlans,
            }),
          );
          sayAll(reviewActionPlan(actionPlan, { today, agreedGoalIds: ['g1', 'g2'] }));
          sayAll(reviewIntake(intake, { today }));
          sayAll(checkStaffInformed(note, { today }));
          sayAll(
            checkSession(session, {
              today,
              agreedOn: '2023-09-01',
              guideIds: ['lotte'],
              themes: [],
              recorded: [session, { ...session, id: 's', hours: 11 }],
            }),
          );
          sayAll(checkSession(session, { today, agreedOn: null, guideIds: [], themes: [], recorded: [] }));
          sayAll(prefillPlan(known).sources);
        },
      ),
    );
  });

  test('say why something may not happen, in every state', () => {
    for (const action of trajectoryActions)
      for (const state of trajectoryStates) {
        const permission = may(action, { ...freshTrajectory, state, intakeGaps: 2 });
        if (!permission.allowed) sayAll([{ key: permission.because, params: permission.params }]);
      }
  });

  test('exist for every key that stands in a rule', () => {
    const rules = new URL('./rules/', import.meta.url);
    const sources = readdirSync(rules).filter((name) => name.endsWith('.ts') && !/\.(test|testing)\.ts$/u.test(name));
    const keys = sources.flatMap(
      (name) =>
        readFileSync(new URL(name, rules), 'utf8').match(/(?<=')(?:may|finding|source)\.[a-zA-Z._]+(?=')/gu) ?? [],
    );
    expect(keys.length).toBeGreaterThan(90);
    const known = { ...texts.catalogs.nl, ...officeTexts.catalogs.nl };
    expect([...new Set(keys)].filter((key) => !(key in known))).toEqual([]);
  });

  test('exist for every code that makes a key', () => {
    const known = { ...texts.catalogs.nl, ...officeTexts.catalogs.nl };
    const keys = [
      ...trajectoryStates.map((state) => `state.${state}`),
      ...stations.map((station) => `station.${station}`),
      ...baseConditions.map((condition) => `finding.condition.${condition}`),
      ...stopReasons.map((reason) => `stop.reason.${reason}`),
      ...['none', 'draft', 'submitted', 'returned', 'approved'].map((state) => `plan.state.${state}`),
      ...['none', 'draft', 'to_confirm', 'sealed'].map((state) => `actionPlan.state.${state}`),
    ];
    expect(keys.filter((key) => !(key in known))).toEqual([]);
  });

  test('have the same keys and the same parameters in every language', () => {
    for (const { catalogs } of [texts, officeTexts] as const)
      for (const [locale, catalog] of Object.entries<Record<string, string>>(catalogs)) {
        expect(Object.keys(catalog).sort()).toEqual(Object.keys(catalogs.nl).sort());
        for (const [key, message] of Object.entries(catalog))
          expect([key, parametersOf(message, locale as Locale)]).toEqual([
            key,
            parametersOf((catalogs.nl as Record<string, string>)[key]!, 'nl'),
          ]);
      }
  });
});
