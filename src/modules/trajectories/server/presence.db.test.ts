import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveChannel, readEvent } from '#platform/server/live/event.ts';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { as, inSystem, planWorld, refusal, type PlanWorld } from './planWorld.testing.ts';
import { bePresent, leave } from './presenceOperations.ts';
import { forgetOldPresence, readOpenPages } from './presenceStore.ts';

const database = useOwnDatabase();
let world: PlanWorld;
let listener: pg.Client;
const told: string[] = [];

beforeAll(async () => {
  world = await planWorld();
  listener = new pg.Client({ connectionString: database.url() });
  await listener.connect();
  listener.on('notification', ({ payload = '' }) => {
    const event = readEvent(payload);
    if (event) told.push(`${event.what} ${event.subject}`);
  });
  await listener.query(`listen ${liveChannel}`);
});
afterAll(() => listener?.end());

const start = Date.parse('2026-11-22T10:00:00Z');
const after = (seconds: number) => ({ now: new Date(start + seconds * 1000) });
const look = (person: string, tab: string, seconds: number, section = '') =>
  bePresent.call(as(person), { trajectory: world.trajectory, form: 'plan', tab, section }, after(seconds));
/** What was told since the last time that this was asked. */
async function heard(): Promise<string[]> {
  // Notifications come before the answer of what is asked after them.
  await listener.query('select 1');
  return told.splice(0);
}

describe('who has a plan open', () => {
  test('sees who else has, and where; each sign of life is no news, coming, moving and leaving are', async () => {
    const [mine, theirs] = [newId(), newId()];
    await heard();
    expect(await look(world.consultant, mine, 0)).toEqual({ others: [] });
    expect(await heard()).toEqual([`presence ${world.trajectory}`]);
    expect(await look(world.colleague, theirs, 1, 'goals')).toEqual({
      others: [{ name: 'Lotte Vermassen', section: '' }],
    });
    expect(await heard()).toHaveLength(1);
    expect(await look(world.consultant, mine, 20)).toEqual({ others: [{ name: 'Ruben De Smet', section: 'goals' }] });
    expect(await heard()).toEqual([]);
    await look(world.consultant, mine, 21, 'cost');
    expect(await heard()).toHaveLength(1);
    await leave.call(as(world.colleague), { trajectory: world.trajectory, form: 'plan', tab: theirs }, after(22));
    expect(await heard()).toHaveLength(1);
    expect(await look(world.consultant, mine, 23, 'cost')).toEqual({ others: [] });
  });

  test('is gone a minute after the browser went away without a word, and the row a while later', async () => {
    const [mine, theirs] = [newId(), newId()];
    await look(world.colleague, theirs, 100);
    expect((await look(world.coordinator, mine, 140)).others).toEqual([{ name: 'Ruben De Smet', section: '' }]);
    expect((await look(world.coordinator, mine, 160)).others).toEqual([]);
    const left = await inSystem(async (db) => {
      await forgetOldPresence(db, after(2000).now);
      return readOpenPages(db, { trajectory: world.trajectory, form: 'plan' });
    });
    expect(left).toEqual([]);
  });

  test('is for nobody who may not see the plan, and nobody moves or ends the page of another', async () => {
    const tab = newId();
    expect(await refusal(look(world.stranger, newId(), 3000))).toMatchObject({ status: 404 });
    await look(world.colleague, tab, 3000, 'goals');
    await look(world.auditor, tab, 3001, 'cost');
    await leave.call(as(world.auditor), { trajectory: world.trajectory, form: 'plan', tab }, after(3002));
    expect((await look(world.consultant, newId(), 3003)).others).toEqual([{ name: 'Ruben De Smet', section: 'goals' }]);
  });

  test('tells nobody about it on another page of the same trajectory', async () => {
    await look(world.colleague, newId(), 4000);
    const other = { trajectory: world.trajectory, form: 'action_plan', tab: newId() };
    expect(await bePresent.call(as(world.consultant), other, after(4001))).toEqual({ others: [] });
  });
});
