import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { isExport } from '#platform/server/exports/columns.ts';
import { Refusal } from '#platform/server/errors.ts';
import { allOperations, type Operation } from '#platform/server/operation.ts';
import { roles, rolesWith } from '#platform/server/permissions.ts';
import { useOwnDatabase } from '../support/database.ts';
import { readWorld, type World } from '../support/world.ts';

const database = useOwnDatabase();
let world: World;

beforeAll(async () => {
  world = await readWorld(database.url());
});

/** `refused` is about the role; anything else got past the locks (and may still be refused by a rule or a state). */
async function attempt(operation: Operation, credentials: { as?: string }, input: unknown): Promise<'past' | number> {
  try {
    const result = await operation.call({ locale: 'nl', ...credentials }, input);
    if (isExport(result))
      for await (const row of result.rows) expect(Object.keys(row)).toEqual(Object.keys(result.columns));
    return 'past';
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return [401, 403, 404].includes(refusal.status) ? refusal.status : 'past';
  }
}

describe.each(allOperations().map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
  const { needs } = operation;
  const insideRoles = roles.filter((role) => role !== 'link_holder');

  test.each(insideRoles)('as %s', async (role) => {
    const insider = world.insiders.find((one) => one.role === role);
    expect(insider, `the example programme has no ${role} around its main case`).toBeDefined();
    const outcome = await attempt(operation, { as: insider!.person }, operation.example(world.ids));
    const holders: readonly string[] = typeof needs === 'string' ? rolesWith(needs) : insider!.roles;
    if (!insider!.roles.some((held) => holders.includes(held))) expect([403, 404]).toContain(outcome);
    else expect(outcome === 'past' || outcome === 404).toBe(true);
  });

  test('as a visitor', async () => {
    const outcome = await attempt(operation, {}, operation.example(world.ids));
    if (typeof needs === 'string') expect(outcome).toBe(401);
  });

  test('with an id that does not exist', async () => {
    if (!operation.on || typeof needs === 'object') return;
    const role = insideRoles.find((one) => rolesWith(needs).includes(one));
    const insider = world.insiders.find((one) => one.role === role);
    const input = {
      ...(operation.example(world.ids) as object),
      [operation.on]: '00000000-0000-7000-8000-000000000000',
    };
    expect(await attempt(operation, { as: insider!.person }, input)).toBe(404);
  });
});

test('the main case is in everybody’s sight who should see it', async () => {
  const read = allOperations().find((operation) => operation.name === 'reporting.readEnterprise')!;
  for (const role of [
    'enterprise_lead',
    'consultant',
    'provider_member',
    'lot_coordinator',
    'programme_manager',
    'auditor',
  ]) {
    const insider = world.insiders.find((one) => one.role === role)!;
    expect(await attempt(read, { as: insider.person }, read.example(world.ids)), role).toBe('past');
  }
});
