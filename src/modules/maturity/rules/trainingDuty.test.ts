import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingParameters } from '../definition/trainingParameters.ts';
import { numbersDisagree, stepSizeOf, workerBands, workersIn, type Workers } from './size.ts';
import { trainingDuty } from './trainingDuty.ts';

const today = '2026-11-21';
const planFor = (workers: Workers, on = today) => trainingDuty(trainingParameters, workers, on).plan!;
const rightFor = (workers: Workers, on = today) => trainingDuty(trainingParameters, workers, on).right!;

describe('trainingDuty', () => {
  it('asks a training plan from 20 workers on, and says when the exact count may decide otherwise', () => {
    const numbers = [1, 14, 17, 18, 19, 20, 24, 25, 240];
    expect(numbers.filter((exact) => planFor({ exact }).outcome === 'duty')).toEqual([20, 24, 25, 240]);
    expect(numbers.filter((exact) => planFor({ exact }).close)).toEqual([18, 19, 20, 24]);
    expect(workerBands.map((band) => planFor({ band }).outcome)).toEqual([
      'no_duty',
      'no_duty',
      'duty',
      'duty',
      'duty',
      'duty',
    ]);
    expect(workerBands.filter((band) => planFor({ band }).close)).toEqual(['10-19', '20-49']);
    expect(planFor({})).toMatchObject({ outcome: 'unknown', close: false, threshold: 20 });
  });

  it('knows the individual right of 2023 and from 2024', () => {
    const daysOn = (on: string) => [5, 10, 19, 20, 60].map((exact) => rightFor({ exact }, on).days);
    expect(daysOn('2023-12-31')).toEqual([0, 1, 1, 4, 4]);
    expect(daysOn('2024-01-01')).toEqual([0, 1, 1, 5, 5]);
    expect(workerBands.map((band) => rightFor({ band }).days)).toEqual([0, 1, 5, 5, 5, 5]);
    expect(rightFor({}).days).toBeNull();
  });

  it('shows a source for both, and nothing for a day before its parameters', () => {
    const { plan, right } = trainingDuty(trainingParameters, { exact: 30 }, today);
    expect(plan!.source.url).toMatch(/^https:\/\/werk\.belgie\.be\//);
    expect(right!.source.title).toContain('3 oktober 2022');
    expect(trainingDuty(trainingParameters, { exact: 30 }, '2022-12-31')).toEqual({ plan: null, right: null });
  });

  it('never asks less of a larger enterprise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 50 }), (exact, more) => {
        if (planFor({ exact }).outcome === 'duty') expect(planFor({ exact: exact + more }).outcome).toBe('duty');
        expect(rightFor({ exact: exact + more }).days).toBeGreaterThanOrEqual(rightFor({ exact }).days!);
      }),
    );
  });

  it('says the same for a band as for every number in it, or warns that the count is close', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (exact) => {
        const band = workerBands.find((candidate) => !numbersDisagree({ exact, band: candidate }))!;
        expect(planFor({ band }).outcome).toBe(planFor({ exact }).outcome);
        expect(rightFor({ band }).days).toBe(rightFor({ exact }).days);
        if (planFor({ exact }).close) expect(planFor({ band }).close).toBe(true);
      }),
    );
  });
});

describe('the size for next steps', () => {
  it('follows the exact number before the band, and is small when nothing is known', () => {
    expect([stepSizeOf({ band: '10-19' }), stepSizeOf({ band: '20-49' }), stepSizeOf({ band: '250+' })]).toEqual([
      'under20',
      'from20',
      'from50',
    ]);
    expect(stepSizeOf({ band: '10-19', exact: 50 })).toBe('from50');
    expect(stepSizeOf({})).toBe('under20');
  });

  it('reads the answers of a scan and ignores nonsense', () => {
    expect(workersIn({ 'about.workers': '20-49', 'about.workersExact': 31 })).toEqual({ band: '20-49', exact: 31 });
    expect(workersIn({ 'about.workers': 'many', 'about.workersExact': -3 })).toEqual({});
    expect(numbersDisagree({ band: '10-19', exact: 31 })).toBe(true);
    expect(numbersDisagree({ band: '20-49', exact: 31 })).toBe(false);
  });
});
