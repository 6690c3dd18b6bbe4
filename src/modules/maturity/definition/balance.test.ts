import { describe, expect, it } from 'vitest';
import { levels, type Level } from '../rules/model.ts';
import { profileIds, type ProfileId } from '../rules/profiles.ts';
import { scoreScan } from '../rules/score.ts';
import { scoringModel as model } from './model.ts';

/** A small generator with a seed (Numerical Recipes), so that the figures of docs/scan-scoring.md come out again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const random = seeded(42);
const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
const nearest = (height: number): Level => levels[Math.max(0, Math.min(3, Math.round(height)))]!;

type Answers = Record<string, Level>;
const answersBy = (levelOf: (statement: (typeof model.statements)[number]) => Level): Answers =>
  Object.fromEntries(model.statements.map((statement) => [statement.id, levelOf(statement)]));

/** How often, in percent, each profile comes out as the best fit. */
function shareOfBest(runs: number, make: () => Answers): Record<ProfileId | 'none', number> {
  const counts = { ambition: 0, foundation: 0, journey: 0, growth: 0, learning: 0, none: 0 };
  for (let run = 0; run < runs; run++) counts[scoreScan(model, make()).best!] += 100 / runs;
  return counts;
}

const inSteps = (value: number) => value * 3;

describe('the model is balanced', () => {
  it('lets no profile dominate when answers are random', () => {
    const shares = shareOfBest(5000, () => answersBy(() => levels[Math.floor(random() * 4)]!));
    for (const profile of profileIds) {
      expect(shares[profile]).toBeGreaterThan(12);
      expect(shares[profile]).toBeLessThan(30);
    }
  });

  it('lets no profile dominate over enterprises that agree with everything a little or a lot', () => {
    const shares = shareOfBest(5000, () => {
      const level = inSteps(0.5) + 0.8 * normal();
      return answersBy(() => nearest(level + 0.8 * normal()));
    });
    for (const profile of profileIds) {
      expect(shares[profile]).toBeGreaterThan(12);
      expect(shares[profile]).toBeLessThan(30);
    }
  });

  it.each(profileIds)('recognises an enterprise of the profile %s behind noisy answers', (profile) => {
    const shares = shareOfBest(1000, () =>
      answersBy(({ weights }) => {
        const weight = weights[profile] ?? 0;
        const height = weight >= 2 ? 2.4 : weight === 1 ? 1.6 : weight < 0 ? 0.4 : 0.9;
        return nearest(height + normal());
      }),
    );
    expect(shares[profile]).toBeGreaterThan(85);
  });

  it('moves along the path as more becomes true and less is done only because it must', () => {
    const early = ['learning.must', 'support.adHoc'];
    const at = (level: number) =>
      shareOfBest(1000, () =>
        answersBy(({ id }) => nearest((early.includes(id) ? 3 - level : level) + 0.8 * normal())),
      );
    const [low, high] = [at(0.4), at(2.6)];
    expect(low.ambition + low.foundation).toBeGreaterThan(70);
    expect(high.learning + high.growth).toBeGreaterThan(60);
  });
});
