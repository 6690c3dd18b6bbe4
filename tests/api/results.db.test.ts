import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import '#modules/operations.server.ts';
import { Refusal } from '#platform/server/errors.ts';
import { isExport } from '#platform/server/exports/columns.ts';
import { allOperations, type Operation } from '#platform/server/operation.ts';
import described from '../../src/modules/interface/described/described.json' with { type: 'json' };
import { useOwnDatabase } from '../support/database.ts';
import { readWorld, type World } from '../support/world.ts';

const database = useOwnDatabase();
let world: World;

beforeAll(async () => {
  world = await readWorld(database.url());
});

const reads = allOperations().filter(({ kind }) => kind === 'query');
const { operations, schemas } = described as unknown as {
  operations: Record<string, { result: object } | undefined>;
  schemas: object;
};

/** The described result as a schema of its own; references point into it. */
function schemaOf(name: string): z.ZodType {
  const whole = JSON.stringify({ ...operations[name]?.result, $defs: schemas });
  return z.fromJSONSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')));
}

/** The example as somebody who may: whoever of the insiders is let in. */
async function resultsOf(operation: Operation): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const as of [undefined, ...world.insiders.map(({ person }) => person)]) {
    try {
      results.push(await operation.call({ locale: 'nl', ...(as ? { as } : {}) }, operation.example(world.ids)));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
    }
  }
  return results;
}

describe('what an operation gives is what its description says', () => {
  test.each(reads.map((operation) => [operation.name, operation] as const))('%s', async (name, operation) => {
    const schema = schemaOf(name);
    for (const result of await resultsOf(operation)) {
      if (isExport(result) || (result as { bytes?: unknown } | null)?.bytes) continue;
      const checked = schema.safeParse(JSON.parse(JSON.stringify(result ?? null)));
      expect(checked.error?.issues ?? [], name).toEqual([]);
    }
  });

  test('and a description refuses what it does not say', () => {
    const open = reads.filter(({ name }) => schemaOf(name).safeParse('something else').success);
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('and most examples give something to compare', async () => {
    let compared = 0;
    for (const operation of reads) if ((await resultsOf(operation)).length > 0) compared++;
    expect(compared).toBeGreaterThan(reads.length * 0.7);
  });
});
