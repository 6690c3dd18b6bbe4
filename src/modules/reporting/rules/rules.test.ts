import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isPlainDate } from '#shared/dates.ts';
import { stations, trajectoryStates, trajectoryTexts } from '#modules/trajectories/index.ts';
import { textFor } from '#platform/text/index.ts';
import { locales } from '#shared/localised.ts';
import { texts } from '../text/index.ts';
import { stages } from './codes.ts';
import { entryIcon, filterWords } from './entryKinds.ts';
import { expectedByNow } from './pace.ts';
import { pageOfRows, readDayKey, readPageKey, writePageKey } from './pageKey.ts';
import { reachedState, trajectoryPages, type TrajectoryProgress } from './trajectoryPages.ts';
import { endOfWeek, urgencies, urgency } from './urgency.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

describe('urgency', () => {
  test('a week ends on Sunday, and Sunday ends its own week', () => {
    expect(endOfWeek('2026-11-18')).toBe('2026-11-22');
    expect(endOfWeek('2026-11-22')).toBe('2026-11-22');
    expect(endOfWeek('2026-11-23')).toBe('2026-11-29');
  });

  test('what is due today is not late yet, what has no date is not in a hurry', () => {
    expect(urgency('2026-11-18', '2026-11-18')).toBe('week');
    expect(urgency('2026-11-17', '2026-11-18')).toBe('late');
    expect(urgency('2026-11-23', '2026-11-18')).toBe('later');
    expect(urgency(null, '2026-11-18')).toBe('later');
  });

  test('an earlier day is never less urgent', () => {
    fc.assert(
      fc.property(day, day, day, (one, other, today) => {
        const [early, late] = [one, other].sort() as [string, string];
        expect(urgencies.indexOf(urgency(early, today))).toBeLessThanOrEqual(urgencies.indexOf(urgency(late, today)));
      }),
    );
  });
});

describe('page keys', () => {
  test('any value comes back as it was, also through a URL', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (value, id) => {
        const through = new URLSearchParams({ after: writePageKey({ value, id }) }).toString();
        const back = new URLSearchParams(through).get('after')!;
        // A lone surrogate cannot travel in a URL; the database holds none.
        if (value.isWellFormed()) expect(readPageKey(back)).toEqual({ value, id });
      }),
    );
  });

  test('anything else is no key, and a day key holds a day that exists or nothing', () => {
    expect(readPageKey('nonsense')).toBeUndefined();
    expect(readPageKey(undefined)).toBeUndefined();
    const id = '01890000-0000-7000-8000-000000000000';
    expect(readDayKey(`2026-02-30~${id}`)).toBeUndefined();
    expect(readDayKey(`~${id}`)).toEqual({ value: '', id });
    expect(readDayKey(`2026-02-28~${id}`)?.value).toBe('2026-02-28');
  });

  test('a page tells of a next one exactly when there is more', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 12 }), fc.integer({ min: 1, max: 10 }), (ids, size) => {
        const { rows, next } = pageOfRows(ids.slice(0, size + 1), size, (id) => ({ value: '', id }));
        expect(rows.length).toBe(Math.min(ids.length, size));
        expect(next !== null).toBe(ids.length > size);
        if (next) expect(readPageKey(next)?.id).toBe(rows.at(-1));
      }),
    );
  });
});

describe('pace', () => {
  const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };

  test('halfway one expects half', () => {
    expect(expectedByNow(100, year, '2026-07-02')).toBe(50);
  });

  test('before the start and after the end there is no pace', () => {
    expect(expectedByNow(100, year, '2025-12-31')).toBeUndefined();
    expect(expectedByNow(100, year, '2027-01-01')).toBeUndefined();
  });

  test('it never falls as time passes, and stays between nothing and the target', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 0, max: 363 }), (target, passed) => {
        const now = expectedByNow(target, year, addDays(year.startsOn, passed))!;
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(target);
        expect(expectedByNow(target, year, addDays(year.startsOn, passed + 1))!).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

describe('the pages of a trajectory', () => {
  const fresh: TrajectoryProgress = {
    state: 'intake',
    intake: 'none',
    eligibility: null,
    agreement: 'none',
    plan: 'none',
    sessions: 0,
    actionPlan: 'none',
    followUpsDone: 0,
    followUpsPlanned: 0,
  };
  const looks = (progress: TrajectoryProgress) => trajectoryPages(progress).map(({ look }) => look);

  test('at first all of them are still to come', () => {
    expect(new Set(looks(fresh))).toEqual(new Set(['empty']));
  });

  test('each says where its own document stands', () => {
    const pages = trajectoryPages({
      ...fresh,
      state: 'guidance',
      intake: 'completed',
      eligibility: 'eligible',
      agreement: 'agreed',
      plan: 'returned',
      sessions: 2,
    });
    expect(pages.map(({ word }) => word)).toEqual([
      'completed',
      'eligible',
      'agreed',
      'returned',
      'sessions',
      'todo',
      'todo',
    ]);
    expect(pages[4]).toMatchObject({ count: 2, look: 'busy' });
  });

  test('a finished trajectory has nothing under way', () => {
    const done: TrajectoryProgress = {
      state: 'completed',
      intake: 'completed',
      eligibility: 'eligible',
      agreement: 'agreed',
      plan: 'approved',
      sessions: 5,
      actionPlan: 'sealed',
      followUpsDone: 3,
      followUpsPlanned: 3,
    };
    expect(new Set(looks(done))).toEqual(new Set(['ready']));
    expect(reachedState(done)).toBe('follow_up');
  });

  test('how far a stopped one had come follows from what it left', () => {
    expect(reachedState(fresh)).toBe('intake');
    expect(reachedState({ ...fresh, intake: 'completed' })).toBe('eligibility');
    expect(
      reachedState({ ...fresh, intake: 'completed', eligibility: 'eligible', agreement: 'agreed', plan: 'draft' }),
    ).toBe('planning');
    expect(reachedState({ ...fresh, plan: 'approved', sessions: 2, actionPlan: 'draft' })).toBe('closing');
  });
});

describe('kinds of entries', () => {
  test('every kind has a picture, also one that nobody thought of', () => {
    fc.assert(
      fc.property(fc.string(), (kind) => {
        expect(entryIcon(kind)).toBeTruthy();
      }),
    );
    expect(entryIcon('trajectories.sessionRecorded')).toBe('footprints');
    expect(entryIcon('trajectories.actionPlanSealed')).toBe('shield-check');
  });

  test('a chip finds the kinds that modules write', () => {
    const found = (filter: keyof typeof filterWords, kind: string) =>
      filterWords[filter].some((word) => kind.toLowerCase().includes(word));
    const kinds = [
      'session',
      'decision',
      'agreement',
      'maturity.scan',
      'trajectories.planSubmitted',
      'trajectories.planApproved',
      'trajectories.actionPlanSealed',
      'trajectories.stopped',
      'recruitment.contact',
    ];
    expect(kinds.filter((kind) => found('sessions', kind))).toEqual(['session']);
    expect(kinds.filter((kind) => found('decisions', kind))).toEqual([
      'decision',
      'trajectories.planApproved',
      'trajectories.stopped',
    ]);
    expect(kinds.filter((kind) => found('documents', kind))).toEqual([
      'agreement',
      'maturity.scan',
      'trajectories.planSubmitted',
      'trajectories.planApproved',
      'trajectories.actionPlanSealed',
    ]);
  });

  test('the words of the chips are plain: they go into a pattern', () => {
    for (const word of Object.values(filterWords).flat()) expect(word).toMatch(/^[a-z]+$/);
  });
});

test('every state of a trajectory is a stage of the list', () => {
  expect([...stages]).toEqual(['none', ...trajectoryStates]);
});

test.each(locales)('stages and stations are called in %s as their own module calls them', (locale) => {
  // The words stand here once more so that a light page need not bring all texts of trajectories along.
  const [own, theirs] = [textFor(texts, locale), textFor(trajectoryTexts, locale)];
  for (const state of trajectoryStates) expect(own(`stage.${state}`)).toBe(theirs(`state.${state}`));
  for (const station of stations) expect(own(`station.${station}`)).toBe(theirs(`station.${station}`));
});

test('days made here are days', () => {
  fc.assert(
    fc.property(day, (one) => {
      expect(isPlainDate(endOfWeek(one))).toBe(true);
    }),
  );
});
