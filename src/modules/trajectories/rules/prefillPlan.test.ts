import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordCount } from './findings.ts';
import { prefillPlan } from './prefillPlan.ts';
import { knownFacts } from './samples.testing.ts';
import { fingerprint, looksCopied, similarity } from './similarity.ts';

describe('the first plan from what is known', () => {
  const { plan, sources } = prefillPlan({
    intake: {
      on: '2024-01-10',
      question: 'Ik wil niet elke keer zelf moeten inspringen.',
      themes: ['competence_matrix'],
      expectation: 'Korte sessies',
    },
    scan: {
      on: '2024-01-12',
      nextSteps: [
        { theme: 'onboarding', title: 'Geef elke nieuwe collega een meter of peter' },
        { theme: null, title: 'Praat één keer per maand over leren' },
      ],
    },
    programme: { rateCents: 12_000 },
  });

  test('puts the question with the first theme and makes goals of the next steps', () => {
    expect(plan.needs.map((need) => [need.theme, need.words])).toEqual([
      ['competence_matrix', 'Ik wil niet elke keer zelf moeten inspringen.'],
      ['onboarding', ''],
    ]);
    expect(plan.goals.map((goal) => goal.needIds)).toEqual([['need-2'], []]);
    expect(sources).toContainEqual({
      path: 'goals.0.title',
      from: 'scan',
      key: 'source.scan',
      params: { day: '2024-01-12' },
    });
  });

  test('says where each value comes from, once, and invents none', () => {
    fc.assert(
      fc.property(knownFacts, (known) => {
        const first = prefillPlan(known);
        const filled: string[] = [];
        const walk = (value: unknown, path: string) => {
          if (Array.isArray(value) && value.every((item) => typeof item === 'object'))
            value.forEach((item, at) => walk(item, `${path}.${at}`));
          else if (typeof value === 'object' && value !== null && !Array.isArray(value))
            for (const [key, inner] of Object.entries(value))
              if (key !== 'id') walk(inner, path === '' ? key : `${path}.${key}`);
          if (
            typeof value === 'number' ||
            (typeof value === 'string' && value !== '') ||
            (Array.isArray(value) && typeof value[0] === 'string')
          )
            filled.push(path);
        };
        walk(first.plan, '');
        expect(first.sources.map((source) => source.path).sort()).toEqual(filled.sort());
      }),
    );
  });
});

describe('likeness of texts', () => {
  const words = fc
    .array(fc.constantFrom('ploeg', 'matrix', 'onthaal', 'oven', 'leren', 'samen', 'taak', 'nieuw'), {
      minLength: 8,
      maxLength: 20,
    })
    .map((list) => list.join(' '));

  test('is the same either way round, between 0 and 1, and 1 for the same words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [one, other] = [fingerprint(a), fingerprint(b)];
        expect(similarity(one, other)).toBe(similarity(other, one));
        expect(looksCopied(one, other)).toBe(looksCopied(other, one));
        expect(similarity(one, other)).toBeGreaterThanOrEqual(0);
        expect(similarity(one, other)).toBeLessThanOrEqual(1);
      }),
    );
    fc.assert(fc.property(words, (text) => looksCopied(fingerprint(text), fingerprint(`  ${text.toUpperCase()}!`))));
  });

  test('does not call short labels or different sentences copied', () => {
    const alike = (a: string, b: string) => looksCopied(fingerprint(a), fingerprint(b));
    expect(alike('competentiematrix opmaken', 'competentiematrix opmaken')).toBe(false);
    expect(
      alike(
        'We maken samen met de ploeg van het atelier een matrix van alle taken.',
        'De winkelploeg leert hoe je een nieuwe collega op de eerste dag ontvangt.',
      ),
    ).toBe(false);
    expect(alike('Réunion avec l’équipe', 'reunion avec l equipe')).toBe(true);
  });

  test('counts words in any language', () => {
    expect(wordCount('L’équipe de l’atelier – 3 personnes')).toBe(7);
  });
});
