import createClient from 'openapi-fetch';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import '#modules/operations.server.ts';
import { createToken } from '#modules/interface/server/operations.ts';
import { allScopes } from '#platform/server/api/scopeList.ts';
import { addDays, addMonths, dayInBrussels } from '#shared/dates.ts';
import { useOwnDatabase } from '../support/database.ts';
import { throughTheDoor } from './caller.ts';
import type { paths } from './interface.ts';
import * as job from './mainJob.ts';

/*
 * The main job, lived by programs: from the first statement of a scan to the talk three months after the action plan, through
 * the interface alone and with a client made from its description. Only the two tokens are made as on their page.
 */

const database = useOwnDatabase();
const today = dayInBrussels(new Date());
const bakery = { name: 'Bakkerij Machinekorst', number: '0400.123.416', email: 'nadia@machinekorst.example.org' };
let callers: job.Callers;

const clientWith = (authorization?: string, address?: string): job.Caller =>
  createClient<paths>({
    baseUrl: 'http://localhost:3000',
    headers: { 'accept-language': 'nl', ...(authorization ? { authorization } : {}) },
    fetch: (request) => throughTheDoor(request, address),
  });

beforeAll(async () => {
  const server = new pg.Client({ connectionString: database.url() });
  await server.connect();
  const holder = async (role: string) =>
    (
      await server.query<{ person: string }>(
        `select g.person_id as person from grants g join providers p on p.code = 'alimento' and g.scope_id in (p.id, p.lot_id, p.programme_id)
         where g.role = $1 and g.withdrawn_at is null order by g.id limit 1`,
        [role],
      )
    ).rows[0]!.person;
  const guideId = await holder('provider_member');
  const approverId = await holder('programme_manager');
  await server.end();
  const tokenOf = async (as: string) =>
    (await createToken.call({ locale: 'nl', as }, { name: 'proef', scopes: allScopes(), days: 365 })).token;
  callers = {
    visitor: clientWith(),
    guide: clientWith(`Bearer ${await tokenOf(guideId)}`),
    guideId,
    approver: clientWith(`Bearer ${await tokenOf(approverId)}`),
    withLink: (secret) => clientWith(`Link ${secret}`),
  };
});
afterAll(() => void vi.useRealTimers());

test('an enterprise scans itself, gets a plan, and leaves with a sealed action plan, through the interface alone', async () => {
  const secret = await job.scan(callers);
  const lead = await job.askForHelp(callers, bakery, secret);
  const { trajectory, contact } = await job.takeLead(callers, bakery, lead);
  await job.writeIntake(callers, trajectory, today);
  expect(await job.decide(callers, trajectory, Number(today.slice(0, 4)) - 1)).toBe('eligible');
  await job.agree(callers, trajectory, contact);
  expect(await job.plan(callers, trajectory, today, addDays(today, 90))).toBe('guidance');
  await job.recordSession(callers, trajectory, today);
  expect(await job.actionPlan(callers, trajectory, today, addDays(today, 120))).toMatch(/\w{4}/);
  // Only the clock of the operations moves on; everything waits as it did.
  const later = addMonths(today, 3);
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${later}T10:00:00Z`) });
  expect(await job.followUp(callers, trajectory, later)).toBe('yes');
});
