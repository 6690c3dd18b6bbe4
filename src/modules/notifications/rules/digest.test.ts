import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newsKinds, streams } from './choices.ts';
import { countedTo, digestOf, type ChangeFact, type DigestQuestion, type TaskFact } from './digest.ts';

/** A Wednesday, a little after eight in Brussels. */
const question: DigestQuestion = {
  stream: 'daily',
  kinds: newsKinds,
  since: new Date('2026-11-17T07:00:00Z'),
  until: new Date('2026-11-18T07:00:00Z'),
  today: '2026-11-18',
};
const task = (change: Partial<TaskFact> = {}): TaskFact => ({
  id: '1',
  group: 'plan',
  openedAt: new Date('2026-11-17T12:00:00Z'),
  due: null,
  doneAt: null,
  ...change,
});
const old = { openedAt: new Date('2026-11-01T12:00:00Z') };
const change: ChangeFact = { id: 'c', group: 'sessions', recordedAt: new Date('2026-11-17T12:00:00Z') };

describe('a digest', () => {
  test('counts new tasks and changes by what they are about', () => {
    const facts = { tasks: [task(), task({ id: '2' }), task({ id: '3', group: 'requests' })], changes: [change] };
    expect(digestOf(facts, question)).toEqual({
      tasks: { plan: 2, requests: 1 },
      changes: { sessions: 1 },
      late: 0,
      soon: 0,
    });
  });

  test('does not exist when nothing is new', () => {
    expect(digestOf({ tasks: [], changes: [] }, question)).toBeNull();
    expect(digestOf({ tasks: [task(old)], changes: [] }, question)).toBeNull();
  });

  test('leaves out what was done meanwhile', () => {
    expect(digestOf({ tasks: [task({ doneAt: new Date() })], changes: [] }, question)).toBeNull();
    const late = task({ ...old, due: '2026-11-17', doneAt: new Date() });
    expect(digestOf({ tasks: [late], changes: [] }, question)).toBeNull();
  });

  test('holds only the kinds that come in it', () => {
    const facts = { tasks: [task({ due: '2026-11-18' })], changes: [change] };
    expect(digestOf(facts, { ...question, kinds: ['changes'] })).toMatchObject({ tasks: {}, soon: 0 });
    expect(digestOf(facts, { ...question, kinds: ['due'] })).toMatchObject({ tasks: {}, changes: {}, soon: 1 });
  });

  test('of a week looks a week ahead', () => {
    const facts = { tasks: [task({ ...old, due: '2026-11-24' })], changes: [] };
    expect(digestOf(facts, question)).toBeNull();
    expect(digestOf(facts, { ...question, stream: 'weekly' })).toMatchObject({ soon: 1, late: 0 });
  });

  test('tells that a day came and that it went by, and does not go on about it', () => {
    const facts = { tasks: [task({ ...old, due: '2026-11-18' })], changes: [] };
    const on = (today: string) => {
      const until = new Date(`${today}T07:00:00Z`);
      return digestOf(facts, { ...question, today, until, since: new Date(until.getTime() - 86_400_000) });
    };
    expect(on('2026-11-17')).toBeNull();
    expect(on('2026-11-18')).toMatchObject({ soon: 1, late: 0 });
    expect(on('2026-11-19')).toMatchObject({ soon: 0, late: 1 });
    expect(on('2026-11-20')).toBeNull();
  });

  test('counts what is late already in a mail that leaves for something else', () => {
    const facts = { tasks: [task({ ...old, due: '2026-11-02' }), task({ id: '2' })], changes: [] };
    expect(digestOf(facts, question)).toMatchObject({ tasks: { plan: 1 }, late: 1 });
  });
});

const id = fc.integer({ min: 0, max: 12 }).map(String);
const moment = fc.date({
  min: new Date('2026-11-10T00:00:00Z'),
  max: new Date('2026-11-20T00:00:00Z'),
  noInvalidDate: true,
});
const tasks = fc.array(
  fc.record({
    id,
    group: fc.constantFrom('plan', 'requests', 'other'),
    openedAt: moment,
    due: fc.option(fc.constantFrom('2026-11-10', '2026-11-17', '2026-11-18', '2026-11-21')),
    doneAt: fc.option(moment),
  }),
);
const changes = fc.array(fc.record({ id, group: fc.constantFrom('sessions', 'plan'), recordedAt: moment }));
const asked = fc
  .record({ stream: fc.constantFrom(...streams), kinds: fc.subarray([...newsKinds]), since: moment })
  .map((some) => ({ ...question, ...some }));

const sum = (counts: object): number => Object.values(counts).reduce((all: number, one: number) => all + one, 0);

describe('every digest', () => {
  test('is the same whatever the order, and however often a fact is handed in', () => {
    fc.assert(
      fc.property(tasks, changes, asked, (some, others, wanted) => {
        const unique = [...new Map(some.map((one) => [one.id, one])).values()];
        const events = [...new Map(others.map((one) => [one.id, one])).values()];
        const whole = digestOf({ tasks: unique, changes: events }, wanted);
        const again = { tasks: [...unique, ...unique].reverse(), changes: [...events, ...events].reverse() };
        expect(digestOf(again, wanted)).toEqual(whole);
      }),
    );
  });

  test('holds numbers by group and nothing else, and never an empty mail', () => {
    fc.assert(
      fc.property(tasks, changes, asked, (some, others, wanted) => {
        const digest = digestOf({ tasks: some, changes: others }, wanted);
        if (!digest) return;
        expect(sum(digest.tasks) + sum(digest.changes) + digest.late + digest.soon).toBeGreaterThan(0);
        for (const count of [...Object.values(digest.tasks), ...Object.values(digest.changes)]) {
          expect(Number.isInteger(count)).toBe(true);
          expect(count).toBeLessThanOrEqual(countedTo);
        }
        expect(Object.keys(digest).sort()).toEqual(['changes', 'late', 'soon', 'tasks']);
      }),
    );
  });

  test('tells a new task in exactly one of two digests that follow each other', () => {
    fc.assert(
      fc.property(tasks, moment, moment, moment, (some, one, two, three) => {
        const [first, second, third] = [one, two, three].sort((a, b) => a.getTime() - b.getTime()) as [
          Date,
          Date,
          Date,
        ];
        const told = (since: Date, until: Date) =>
          sum(digestOf({ tasks: some, changes: [] }, { ...question, kinds: ['tasks'], since, until })?.tasks ?? {});
        expect(told(first, second) + told(second, third)).toBe(told(first, third));
      }),
    );
  });
});
