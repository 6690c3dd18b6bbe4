import { beforeAll, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { Refusal } from '#platform/server/errors.ts';
import { allOperations } from '#platform/server/operation.ts';
import { useOwnDatabase } from '../support/database.ts';
import { readWorld, type World } from '../support/world.ts';
import { pick, seeded, spoiled } from './hostile.ts';

const database = useOwnDatabase();
let world: World;
beforeAll(async () => {
  world = await readWorld(database.url());
});

const seed = Number(process.env.KRACHTLIJN_ATTACK_SEED ?? 20_261_121);
const rounds = Number(process.env.KRACHTLIJN_ATTACK_CALLS ?? 6000);

test(
  `${rounds} calls with spoiled input, as everybody, are done or refused and never break`,
  { timeout: 600_000 },
  async () => {
    const random = seeded(seed);
    const operations = allOperations();
    const callers = [{}, ...world.insiders.map(({ person }) => ({ as: person }))];
    const ids = Object.values(world.ids);
    const broken = new Map<string, string>();
    const outcomes = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      const operation = operations[round % operations.length]!;
      const input = spoiled(random, operation.example(world.ids), ids);
      const outcome = await operation
        .call({ locale: 'nl', address: '203.0.113.9', ...pick(random, callers) }, input)
        .then(
          () => 'done',
          (refusal: unknown) => {
            if (refusal instanceof Refusal) return String(refusal.status);
            const { message, code } = refusal as Error & { code?: string };
            broken.set(`${operation.name}: ${code ?? ''} ${message}`, JSON.stringify(input)?.slice(0, 400) ?? '');
            return 'broken';
          },
        );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    console.log(`seed ${seed}: ${JSON.stringify(Object.fromEntries(outcomes))}`);
    expect(Object.fromEntries(broken)).toEqual({});
  },
);
