import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { config, useConfig } from '#platform/server/config.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import type { Refusal } from '#platform/server/errors.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld, type World } from '../../../../tests/support/world.ts';
import { mostAttempts, webhookEvents } from '../rules/events.ts';
import { deliverDue } from './jobs.ts';
import { addWebhook, endWebhook, listDeliveries, listWebhooks, replayDelivery } from './operations.ts';
import { sendSignal, signatureOf } from './send.ts';

const database = useOwnDatabase();
let world: World;
let receiver: Server;
let address: string;
let status = 200;
const heard: { headers: IncomingMessage['headers']; body: string }[] = [];

beforeAll(async () => {
  world = await readWorld(database.url());
  useConfig({ ...config(), webhookPrivate: true });
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      if (status === 302) response.setHeader('location', `${address}/elsewhere`);
      if (status !== 0) response.writeHead(status).end('ignored');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(() => {
  useConfig({ ...config(), webhookPrivate: false });
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(async () => {
  status = 200;
  await asSystem((db) => db.run(sql`update webhooks set ended_at = now() where ended_at is null`));
  await asSystem((db) => db.run(sql`delete from webhook_deliveries`));
  heard.length = 0;
});

const as = (role: string) => ({
  locale: 'nl' as const,
  as: world.insiders.find((insider) => insider.role === role)!.person,
});

function asSystem<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });
}

const add = (events: readonly string[] = webhookEvents, place = world.ids['provider'], role = 'provider_member') =>
  addWebhook.call(as(role), { place, url: `${address}/hook`, events });

/** Something happens in the main case, as a command writes it. */
function happens(kind: string, textKey = 'trajectories:timeline.agreed', db?: Db) {
  const { programme, lot, provider, enterprise, trajectory } = world.ids as Record<string, string>;
  const place = {
    programme: programme!,
    lot: lot!,
    provider: provider!,
    enterprise: enterprise!,
    trajectory: trajectory!,
  };
  const entry = { kind, day: '2026-11-21', textKey, parameters: { byPerson: world.ids['consultant']! } };
  return db ? addTimelineEntry(db, place, entry) : asSystem((own) => addTimelineEntry(own, place, entry));
}

const later = (minutes: number) => () => new Date(Date.now() + minutes * 60_000);

describe('a signal', () => {
  test('arrives signed, with ids and nothing about anybody', async () => {
    const { secret } = await add();
    await happens('trajectories.planApproved');
    await deliverDue();
    expect(heard).toHaveLength(1);
    const [{ headers, body }] = heard as [(typeof heard)[0]];
    const [, timestamp, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['krachtlijn-signature']))!;
    expect(signature).toBe(signatureOf(secret, Number(timestamp), body));
    expect(Math.abs(Number(timestamp) * 1000 - Date.now())).toBeLessThan(60_000);
    expect(headers['krachtlijn-event']).toBe('plan.approved');
    expect(JSON.parse(body)).toEqual({
      id: headers['krachtlijn-delivery'],
      event: 'plan.approved',
      entry: expect.any(String),
      day: '2026-11-21',
      programme: world.ids['programme'],
      lot: world.ids['lot'],
      provider: world.ids['provider'],
      enterprise: world.ids['enterprise'],
      trajectory: world.ids['trajectory'],
    });
    expect(body).not.toContain(world.ids['consultant']);
  });

  test('is there when the command commits, and not otherwise', async () => {
    await add();
    await expect(
      asSystem(async (db) => {
        await happens('trajectories.planApproved', undefined, db);
        throw new Error('changed its mind');
      }),
    ).rejects.toThrow('changed its mind');
    expect(await deliverDue()).toBe(0);
  });

  test('comes for every event that there is, and for no other line', async () => {
    await add();
    for (const kind of [
      'recruitment.lead',
      'recruitment.leadTaken',
      'decision',
      'agreement',
      'trajectories.planSubmitted',
      'trajectories.planReturned',
      'trajectories.planApproved',
      'trajectories.session',
      'trajectories.actionPlanSealed',
      'trajectories.followUp',
      'trajectories.stopped',
      'recruitment.contact',
      'guide',
    ])
      await happens(kind);
    await happens('agreement', 'trajectories:timeline.agreementSent');
    await deliverDue();
    expect(heard.map(({ headers }) => headers['krachtlijn-event']).sort()).toEqual([...webhookEvents].sort());
  });

  test('comes only for what was chosen, and only from its place', async () => {
    await add(['lead.made']);
    await happens('trajectories.planApproved');
    await asSystem((db) =>
      db.run(sql`insert into webhooks (id, programme_id, lot_id, provider_id, url, events, secret, made_by, made_at)
        select gen_random_uuid(), p.programme_id, p.lot_id, p.id, 'http://127.0.0.1:1/', '{plan.approved}', '', ${world.ids['member']}, now()
        from providers p where p.id <> ${world.ids['provider']} limit 1`),
    );
    await happens('trajectories.planApproved');
    expect(await deliverDue()).toBe(0);
  });
});

describe('a receiver that fails', () => {
  test('is asked again later and later, and in the end no more; then it can be sent again', async () => {
    const { id } = await add();
    status = 500;
    await happens('trajectories.stopped');
    let minutes = 0;
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      await deliverDue(later(minutes));
      expect(heard).toHaveLength(attempt);
      expect(await deliverDue(later(minutes))).toBe(0);
      minutes += 1300;
    }
    const read = async () => (await listDeliveries.call(as('provider_member'), { webhook: id })).deliveries[0]!;
    expect(await read()).toMatchObject({ state: 'dead', attempts: mostAttempts, status: 500, problem: 'refused' });
    status = 200;
    await replayDelivery.call(as('provider_member'), { webhook: id, delivery: (await read()).id });
    await deliverDue();
    expect(await read()).toMatchObject({ state: 'delivered', attempts: 1, status: 200, problem: null });
    expect(new Set(heard.map(({ headers }) => headers['krachtlijn-delivery'])).size).toBe(1);
  });

  test('cannot send us elsewhere, keep us waiting, or be gone unnoticed', async () => {
    const signal = { delivery: 'd', event: 'lead.made', url: `${address}/hook`, secret: 's', body: '{}' };
    status = 302;
    expect(await sendSignal(signal, new Date(), true)).toEqual({ status: 302, problem: 'refused' });
    expect(heard).toHaveLength(1);
    status = 0;
    expect(await sendSignal(signal, new Date(), true, 0.3)).toEqual({ problem: 'timeout' });
    expect(await sendSignal({ ...signal, url: 'http://127.0.0.1:1/' }, new Date(), true)).toEqual({
      problem: 'unreachable',
    });
  });
});

describe('an address of our own network', () => {
  test.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://2130706433/',
    'https://[::ffff:a9fe:a9fe]/',
  ])('%s is never asked', async (url) => {
    const signal = { delivery: 'd', event: 'lead.made', url, secret: 's', body: '{}' };
    expect(await sendSignal(signal, new Date(), false)).toEqual({ problem: 'private_address' });
  });

  test('nor is one without TLS', async () => {
    const signal = { delivery: 'd', event: 'lead.made', url: `${address}/hook`, secret: 's', body: '{}' };
    expect(await sendSignal(signal, new Date(), false)).toEqual({ problem: 'needs_https' });
    expect(heard).toHaveLength(0);
  });
});

describe('a webhook', () => {
  test('that is ended hears nothing more, not even what waited', async () => {
    const { id } = await add();
    await happens('trajectories.stopped');
    await endWebhook.call(as('provider_member'), { webhook: id });
    await happens('trajectories.stopped');
    expect(await deliverDue()).toBe(0);
  });

  test('is sent to by one process, however many look at the same moment', async () => {
    await add();
    for (let time = 0; time < 12; time++) await happens('trajectories.session');
    await Promise.all([deliverDue(), deliverDue(), deliverDue()]);
    expect(heard).toHaveLength(12);
  });

  test('keeps its secret sealed, and its list tells none', async () => {
    const { secret } = await add();
    const { webhooks } = await listWebhooks.call(as('provider_member'), {});
    const rows = await asSystem((db) =>
      db.many<object>(sql`select to_jsonb(w) as row, encode(secret, 'hex') as hex from webhooks w`),
    );
    const kept = JSON.stringify([webhooks, rows]);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(secret).toString('hex'));
  });

  test('is out of sight for another lot, and for roles that do not manage', async () => {
    const { id } = await add(webhookEvents, world.ids['programme'], 'programme_manager');
    const statusOf = (role: string) =>
      listDeliveries.call(as(role), { webhook: id }).then(
        () => 200,
        (refusal: unknown) => (refusal as Refusal).status,
      );
    expect(await statusOf('programme_manager')).toBe(200);
    expect(await statusOf('provider_member')).toBe(404);
    expect(await statusOf('consultant')).toBe(404);
  });
});
