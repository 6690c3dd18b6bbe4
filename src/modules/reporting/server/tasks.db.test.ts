import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { newId } from '#platform/server/ids.ts';
import { openTask } from '#platform/server/registries.ts';
import type { TaskListView } from '../rules/lists.ts';
import { exportTasks, listTasks } from './taskOperations.ts';
import {
  asSystem,
  callersIn,
  noon,
  placeOf,
  plantBusyWorld,
  refusal,
  type SmallWorld,
  type Who,
} from './world.testing.ts';

useOwnDatabase();
let world: SmallWorld;
const { as } = callersIn(() => world);

beforeAll(async () => {
  world = await plantBusyWorld();
  // Enough to page through, some on one day and some without any.
  await asSystem(async (db) => {
    for (let at = 0; at < 70; at++)
      await openTask(db, placeOf(world, 'press'), {
        kind: at % 2 ? 'trajectories.readPlan' : 'eligibility.decide',
        subject: newId(),
        roles: ['provider_member'],
        due: at < 50 ? `2026-12-${String(1 + (at % 5)).padStart(2, '0')}` : null,
        textKey: 'reporting-test:task.plain',
        parameters: { what: String(at) },
        link: '/home',
      });
  });
});

const page = async (who: Who, input: object = {}) =>
  (await listTasks.call(as(who), input, { now: noon })) as TaskListView;

async function whole(who: Who, input: object = {}) {
  const rows: TaskListView['tasks'][number][] = [];
  let after: string | undefined;
  do {
    const { tasks, next } = await page(who, { ...input, ...(after ? { after } : {}) });
    rows.push(...tasks);
    after = next ?? undefined;
  } while (after);
  return rows;
}

const says = (rows: readonly { text: string }[]) => rows.map(({ text }) => text);

describe('the list of tasks', () => {
  test('holds what waits for somebody, soonest first, and nothing that waits for others', async () => {
    expect(says(await whole('guide'))).toEqual([
      'Doe gisteren.',
      'Doe vandaag.',
      'Doe zondag.',
      'Doe volgende week.',
      'Doe zonder datum.',
    ]);
    expect(says(await whole('lead'))).toEqual(['Doe voor de onderneming.']);
    expect(says(await whole('memberA'))).toContain('Doe alleen voor Ann.');
    expect(says(await whole('memberB'))).not.toContain('Doe alleen voor Ann.');
    expect(await whole('evaluator')).toEqual([]);
  });

  test('read by key gives every task once, also those of one day and those without a day', async () => {
    const rows = await whole('memberB');
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.length).toBe(72);
    expect((await page('memberB')).counted).toEqual({ count: 72, more: false });
    const days = rows.map(({ due }) => due ?? '9');
    expect(days).toEqual([...days].sort());
  });

  test('of somebody with two roles holds a task for both of them once', async () => {
    await asSystem((db) =>
      openTask(db, placeOf(world, 'press'), {
        kind: 'test.both',
        subject: newId(),
        roles: ['provider_member', 'evaluator'],
        textKey: 'reporting-test:task.plain',
        parameters: { what: 'voor beide' },
        link: '/home',
      }),
    );
    expect(says(await whole('twoRoles')).filter((text) => text === 'Doe voor beide.')).toHaveLength(1);
  });

  test('narrowed gives exactly the tasks that fit: late, of a kind, of a lot', async () => {
    expect(says(await whole('guide', { due: 'late' }))).toEqual(['Doe gisteren.']);
    expect(says(await whole('guide', { due: 'week' }))).toEqual(['Doe vandaag.', 'Doe zondag.']);
    expect(says(await whole('guide', { due: 'later' }))).toEqual(['Doe volgende week.', 'Doe zonder datum.']);
    const everything = await whole('memberB');
    for (const kind of ['plan', 'decision', 'other', 'requests'] as const)
      expect(await whole('memberB', { kind })).toEqual(everything.filter(({ group }) => group === kind));
    expect(says(await whole('manager', { lot: world.lots[1] }))).toEqual(['Doe voor het andere perceel.']);
    expect(await whole('manager', { lot: newId() })).toEqual([]);
  });

  test('with a mangled address is the whole list', async () => {
    const input = { due: 'ever', kind: "x'", lot: 'nowhere', after: 'nonsense~' };
    expect((await page('guide', input)).tasks).toHaveLength(5);
  });

  test('leaves as a file with the same rows and the same filters', async () => {
    const rows: unknown[] = [];
    for await (const row of (await exportTasks.call(as('memberB'), { kind: 'plan' }, { now: noon })).rows)
      rows.push(row['id']);
    expect(rows).toEqual((await whole('memberB', { kind: 'plan' })).map(({ id }) => id));
    expect(rows.length).toBeGreaterThan(30);
    expect(await refusal(exportTasks.call({ locale: 'nl' }, {}))).toBe(401);
  });
});
