import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { feldtInterval } from '#statistics/feldtInterval.ts';
import { fisherInterval } from '#statistics/fisherInterval.ts';
import { carryOut } from '../analysis/carryOut.ts';
import { readData } from '../analysis/readData.ts';
import { readPlan } from '../analysis/readPlan.ts';
import type { AnalysisResult } from '../analysis/result.ts';
import { examplePlan, exampleSurvey } from './exampleFiles.ts';
import { publishedCoefficients, publishedCorrelations, publishedRows, publishedScales } from './published.ts';

const at = (name: string) => path.join(import.meta.dirname, name);
/** In 99 of 100 samples of people like those, a figure lies within it. */
const level = 0.99;
const normalCritical = 2.576;

let result: AnalysisResult;
beforeAll(async () => {
  const plan = readPlan(at('plan.json'));
  result = carryOut(await readData(at('survey.csv'), plan), plan, 'survey.csv');
});

describe('the example that ships', () => {
  it('is the survey that the seed draws (mend it with: npm run generate)', () => {
    expect(readFileSync(at('survey.csv'), 'utf8')).toBe(exampleSurvey());
    expect(JSON.parse(readFileSync(at('plan.json'), 'utf8'))).toEqual(examplePlan);
  });

  it('has as many answers as the published survey, figures only, a few of them missing', () => {
    const content = readFileSync(at('survey.csv'), 'utf8');
    expect(result.rows).toBe(publishedRows);
    expect(content.split('\n').slice(1).join('\n')).toMatch(/^[\d,\n]+$/);
    expect(content.split('\n')[0]!.split(',')).toHaveLength(54);
    expect(content).toMatch(/,,/);
  });
});

describe('its analysis resembles what was published, within the sampling error', () => {
  it('of alphas: all 14 lie within Feldt’s interval around those of table 2', () => {
    for (const { name, items, alpha } of publishedScales) {
      if (alpha === undefined) continue;
      const found = result.scales.find((scale) => scale.name === name)!;
      const [low, high] = feldtInterval(alpha, publishedRows, items, level)!;
      expect(found.alpha, name).toBeGreaterThan(low);
      expect(found.alpha, name).toBeLessThan(high);
    }
  });

  it('of means and spreads: all 15 lie within the interval around those of table 3', () => {
    const found = result.correlations[0]!.descriptives;
    publishedScales.forEach(({ name, mean, sd }, index) => {
      expect(found[index]!.name).toBe(name);
      expect(Math.abs(found[index]!.mean! - mean)).toBeLessThan((normalCritical * sd) / Math.sqrt(publishedRows));
      expect(Math.abs(Math.log(found[index]!.sd! / sd))).toBeLessThan(
        normalCritical / Math.sqrt(2 * (publishedRows - 1)),
      );
    });
  });

  it('of correlations: all 105 lie within Fisher’s interval around those of table 3, and half of them within .03', () => {
    const { r } = result.correlations[0]!;
    const distances = publishedCorrelations.flatMap((row, i) =>
      row.map((published, j) => {
        const [low, high] = fisherInterval(published, publishedRows, 'spearman', level)!;
        expect(r[i]![j], `${publishedScales[i]!.name} × ${publishedScales[j]!.name}`).toBeGreaterThan(low);
        expect(r[i]![j]).toBeLessThan(high);
        return Math.abs(r[i]![j]! - published);
      }),
    );
    expect(distances).toHaveLength(105);
    expect(distances.sort((a, b) => a - b)[52]).toBeLessThan(0.03);
  });

  it('of regressions: all 33 coefficients lie within 2.58 printed standard errors of those of tables 4 to 6', () => {
    const distances = result.regressions.flatMap(({ outcome, steps }) =>
      steps[1]!.coefficients.map(({ b }, index) => {
        const [published, se] = publishedCoefficients[outcome]![index]!;
        return Math.abs(b - published) / se;
      }),
    );
    expect(distances).toHaveLength(33);
    expect(Math.max(...distances)).toBeLessThan(normalCritical);
  });

  it('of the strongest findings: autonomy goes with expertise, formal learning with anticipation', () => {
    const strongest = result.regressions.map(({ steps }) => {
      const predictors = steps[1]!.coefficients.slice(1);
      return predictors.reduce((best, one) => (Math.abs(one.beta!) > Math.abs(best.beta!) ? one : best)).name;
    });
    expect(strongest.slice(0, 2)).toEqual(['autonomy', 'formal']);
  });
});
