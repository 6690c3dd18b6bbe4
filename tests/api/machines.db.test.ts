import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import {
  addMachine,
  closeMachine,
  createMachineToken,
  listMachines,
  revokeMachineToken,
} from '#modules/interface/server/operations.ts';
import { allScopes } from '#platform/server/api/scopeList.ts';
import { Refusal } from '#platform/server/errors.ts';
import { useOwnDatabase } from '../support/database.ts';
import { readWorld, type World } from '../support/world.ts';
import { callApi } from './caller.ts';

const database = useOwnDatabase();
let world: World;

beforeAll(async () => {
  world = await readWorld(database.url());
});

const as = (role: string) => ({
  locale: 'nl' as const,
  as: world.insiders.find((insider) => insider.role === role)!.person,
});

async function newMachine(role = 'provider_member', place = world.ids['provider']) {
  const { machine } = await addMachine.call(as('lot_coordinator'), { name: 'Koppeling', role, place });
  const token = (scopes: readonly string[] = allScopes()) =>
    createMachineToken.call(as('lot_coordinator'), { machine, name: 'Server 1', scopes, days: 365 });
  return { machine, token };
}

async function statusOf(attempt: Promise<unknown>): Promise<number> {
  try {
    await attempt;
    return 200;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.status;
    throw refusal;
  }
}

describe('a machine account', () => {
  test('works in its own name, with the role it has in its place', async () => {
    const { machine, token } = await newMachine();
    const { token: secret } = await token();
    expect((await callApi('access/whoAmI', { token: secret })).body.person).toMatchObject({
      id: machine,
      name: 'Koppeling',
      roles: ['provider_member'],
    });
    expect((await callApi('recruitment/listLeads', { token: secret })).status).toBe(200);
    const { machines } = await listMachines.call(as('lot_coordinator'), {});
    expect(machines.find(({ id }) => id === machine)).toMatchObject({
      role: 'provider_member',
      tokens: [{ name: 'Server 1' }],
    });
  });

  test('stops at once, with all its tokens, when it is closed', async () => {
    const { machine, token } = await newMachine();
    const { token: secret } = await token();
    await closeMachine.call(as('lot_coordinator'), { machine });
    expect((await callApi('access/whoAmI', { token: secret })).body.code).toBe('token_unknown');
    expect(await statusOf(token())).toBe(404);
  });

  test('loses one token and keeps the others', async () => {
    const { machine, token } = await newMachine();
    const [first, second] = [await token(), await token()];
    await revokeMachineToken.call(as('lot_coordinator'), { machine, token: first.id });
    expect((await callApi('access/whoAmI', { token: first.token })).status).toBe(401);
    expect((await callApi('access/whoAmI', { token: second.token })).status).toBe(200);
    expect(await statusOf(revokeMachineToken.call(as('lot_coordinator'), { machine, token: first.id }))).toBe(404);
  });

  test('is made only where its maker answers for, with a role that fits the place', async () => {
    const add = (who: string, role: string, place: string | undefined) =>
      statusOf(addMachine.call(as(who), { name: 'Koppeling', role, place }));
    expect(await add('lot_coordinator', 'auditor', world.ids['programme'])).toBe(403);
    expect(await add('programme_manager', 'auditor', world.ids['programme'])).toBe(200);
    expect(await add('lot_coordinator', 'lot_coordinator', world.ids['provider'])).toBe(422);
    expect(await add('consultant', 'consultant', world.ids['provider'])).toBe(403);
    expect(await add('lot_coordinator', 'provider_member', '00000000-0000-7000-8000-000000000000')).toBe(404);
  });

  test('of the whole programme is out of sight for a coordinator', async () => {
    const { machine } = await addMachine.call(as('programme_manager'), {
      name: 'Nazicht',
      role: 'auditor',
      place: world.ids['programme'],
    });
    expect(await statusOf(closeMachine.call(as('lot_coordinator'), { machine }))).toBe(404);
    const { machines } = await listMachines.call(as('lot_coordinator'), {});
    expect(machines.map(({ id }) => id)).not.toContain(machine);
  });
});

describe('scopes', () => {
  test('are those that exist, and at least one', async () => {
    const { token } = await newMachine();
    expect(await statusOf(token(['everything:write']))).toBe(422);
    expect(await statusOf(token([]))).toBe(422);
    expect(await statusOf(token(['access:write']))).toBe(422);
  });
});
