import pg from 'pg';
import { expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { reset, seedIfEmpty } from '#modules/seed.server.ts';
import { openPool } from '#platform/server/database/pool.ts';
import { examine } from '#platform/server/doctor.ts';
import { useOwnDatabase } from '../support/database.ts';

const database = useOwnDatabase();

interface Standing {
  name: string;
  state: string;
  trajectory: string;
}

async function ask<Row extends object>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const standings = () =>
  ask<Standing>(
    'select e.name, t.state, t.id::text as trajectory from trajectories t join enterprises e on e.id = t.enterprise_id order by t.id',
  );

test('the nine published cases stand in their stages: seven as trajectories, two as requests', async () => {
  expect((await standings()).map(({ state }) => state)).toEqual([
    'planning',
    'agreement',
    'planning',
    'eligibility',
    'follow_up',
    'eligibility',
    'guidance',
  ]);
  const leads = await ask<{ state: string; count: number }>(
    'select state, count(*)::int as count from leads group by state order by state',
  );
  expect(leads.find(({ state }) => state === 'converted')?.count).toBe(7);
});

test('the example is well: everything behind row-level security, a whole chain, nobody without a key', async () => {
  const findings = await examine(database.url());
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
});

test('a database that holds a programme is not planted again', async () => {
  expect(await seedIfEmpty(database.url())).toBe(false);
  openPool(database.url());
});

test('reset empties the example and plants the very same one', async () => {
  const before = await standings();
  await ask("update enterprises set name = 'Iets anders'");
  await reset(database.url());
  openPool(database.url());
  expect(await standings()).toEqual(before);
});

test('reset refuses a database that holds a real programme', async () => {
  await ask('update programmes set example = false');
  await expect(reset(database.url())).rejects.toThrow(/real programme/);
});
