import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { currentPool } from '#platform/server/database/pool.ts';
import { Refusal } from '#platform/server/errors.ts';
import { allOperations, type Operation } from '#platform/server/operation.ts';
import { useOwnDatabase } from '../support/database.ts';
import { readWorld, type World } from '../support/world.ts';
import { nobodysId } from './hostile.ts';

/**
 * Somebody from elsewhere tries an id. Whether it exists must not show: not in the answer, and not in the time it takes.
 * Times cannot be compared in a test without luck; what takes the time can: the same statements, in the same order.
 */
const database = useOwnDatabase();
let world: World;
let outsiders: { person: string; role: string }[];

beforeAll(async () => {
  world = await readWorld(database.url());
  outsiders = await readOutsiders();
});

/** People who hold a role somewhere else, and none that reaches the main case. */
async function readOutsiders(): Promise<typeof outsiders> {
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  try {
    const { rows } = await client.query<{ person: string; role: string }>(
      `select distinct on (g.role) g.person_id::text as person, g.role from grants g
       where g.withdrawn_at is null and not exists (
         select from grants near where near.person_id = g.person_id and near.withdrawn_at is null and near.scope_id = any ($1::uuid[]))
       order by g.role, g.person_id`,
      [['programme', 'lot', 'provider', 'enterprise', 'trajectory'].map((name) => world.ids[name])],
    );
    return rows;
  } finally {
    await client.end();
  }
}

interface Seen {
  readonly answer: string;
  readonly statements: readonly string[];
}

async function call(operation: Operation, person: string, input: unknown): Promise<Seen> {
  const statements: string[] = [];
  const pool = currentPool();
  const listen = (client: pg.PoolClient) => {
    const ask = client.query.bind(client) as (...all: unknown[]) => unknown;
    const spying = (...all: unknown[]) => {
      statements.push(typeof all[0] === 'string' ? all[0] : (all[0] as { text: string }).text);
      return ask(...all);
    };
    Object.assign(client, { query: spying });
    pool.once('release', () => Object.assign(client, { query: ask }));
  };
  pool.once('acquire', listen);
  const answer = await operation.call({ locale: 'nl', as: person }, input).then(
    () => 'done',
    (refusal: unknown) => {
      if (refusal instanceof Refusal)
        return `${refusal.status} ${refusal.code} ${refusal.textKey} ${JSON.stringify(refusal.parameters)}`;
      throw refusal;
    },
  );
  return { answer, statements };
}

const onSomething = allOperations().filter(({ on, needs }) => on && typeof needs === 'string');

describe.each(onSomething.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
  test('answers an outsider the same for an id of somebody else and for one that nobody has', async () => {
    const on = operation.on!;
    const example = operation.example(world.ids) as Record<string, unknown>;
    // The case that nobody of the outsiders has to do with, whichever the example takes.
    const good = { ...example, [on]: world.ids[on] ?? example[on] };
    for (const { person } of outsiders) {
      const foreign = await call(operation, person, good);
      const unknown = await call(operation, person, { ...good, [on]: nobodysId });
      expect(foreign).toEqual(unknown);
      expect(foreign.answer).toMatch(/^40[34] /);
      expect(foreign.statements.length).toBeGreaterThan(2);
    }
  });
});
