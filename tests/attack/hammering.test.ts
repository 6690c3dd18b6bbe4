import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { Refusal } from '#platform/server/errors.ts';
import { allOperations } from '#platform/server/operation.ts';
import { useOwnDatabase } from '../support/database.ts';
import { readWorld, type World } from '../support/world.ts';

const database = useOwnDatabase();
let world: World;
beforeAll(async () => {
  world = await readWorld(database.url());
});

const counted = allOperations().flatMap((operation) =>
  typeof operation.needs === 'object' && operation.needs.perTenMinutes
    ? [[operation.name, operation, operation.needs.perTenMinutes] as const]
    : [],
);

test('doors that give something away or make something without a sign-in are counted', () => {
  expect(counted.map(([name]) => name)).toEqual(
    expect.arrayContaining(['access.askSignInLink', 'access.signIn', 'recruitment.requestHelp']),
  );
});

describe.each(counted)('%s', (_name, operation, limit) => {
  const now = new Date('2026-11-02T09:00:00Z');
  const knock = (address: string) =>
    operation.call({ locale: 'nl', address }, operation.example(world.ids), { now }).then(
      () => 'done',
      (refusal: unknown) => (refusal instanceof Refusal ? refusal.code : Promise.reject(refusal)),
    );

  test(`is closed to who uses it more than ${limit} times in ten minutes, and to nobody else`, async () => {
    const outcomes = [];
    for (let times = 0; times <= limit; times++) outcomes.push(await knock('203.0.113.77'));
    expect(outcomes.at(-1)).toBe('too_often');
    expect(outcomes.slice(0, -1)).not.toContain('too_often');
    expect(await knock('203.0.113.78')).not.toBe('too_often');
  });
});
