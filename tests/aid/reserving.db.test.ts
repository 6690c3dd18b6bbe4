import pg from 'pg';
import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { readLedger } from '#modules/aid/server/ledgerOperations.ts';
import { liveEntries, usedCents } from '#modules/aid/index.ts';
import { aidByLot } from '#modules/aid/index.server.ts';
import {
  closingDay,
  closingWorld,
  sealedPlan,
  type ClosingWorld,
} from '#modules/trajectories/server/closingWorld.testing.ts';
import { savePlan, submitPlan } from '#modules/trajectories/server/planOperations.ts';
import { approvePlan } from '#modules/trajectories/server/planVerdictOperations.ts';
import { as, at, inSystem, refusal, wholePlan } from '#modules/trajectories/server/planWorld.testing.ts';
import { stopTrajectory } from '#modules/trajectories/server/stopOperations.ts';
import { useOwnDatabase } from '../support/database.ts';
import { agreementSent, aidWorld, known, linesOf, price, sayYes, together, type AidWorld } from './aidWorld.ts';

const database = useOwnDatabase();

let world: AidWorld;
beforeEach(async () => {
  world = await aidWorld();
});

const grantedOn = async ({ trajectory }: AidWorld) =>
  (
    await inSystem((db) =>
      db.one<{ day: string | null; state: string }>(
        sql`select granted_on as day, state from trajectories where id = ${trajectory}`,
      ),
    )
  ).day;

describe('the agreement', () => {
  test('reserves the price of a trajectory on the day of granting, in the same transaction', async () => {
    const document = await agreementSent(world);
    expect(await linesOf(world)).toEqual([]);
    await sayYes(world, document, '2023-10-05');
    expect(await linesOf(world)).toMatchObject([
      {
        source: 'reserved',
        basis: 'price',
        amountCents: price,
        grantedOn: '2023-10-05',
        regulation: '1407/2013',
        trajectory: world.trajectory,
        state: 'counts',
      },
    ]);
    const view = await readLedger.call(as(world.colleague), { enterprise: world.enterprise }, at('2023-10-06'));
    expect(view.room).toMatchObject({ ceilingCents: 20_000_000, usedCents: price, roomCents: 20_000_000 - price });
  });

  test('said twice reserves once', async () => {
    const document = await agreementSent(world);
    await sayYes(world, document, '2023-10-05');
    await sayYes(world, document, '2023-10-06');
    expect(await linesOf(world)).toHaveLength(1);
  });

  test('is refused whole when room has gone meanwhile, and grants nothing', async () => {
    const document = await agreementSent(world);
    await known(world, { amountCents: 20_000_000 - price + 1 });
    const refused = await refusal(sayYes(world, document));
    expect(refused).toMatchObject({ status: 409, textKey: 'aid:refused.noRoom' });
    expect(refused.parameters).toMatchObject({ grant: 19502.55, room: 19502.54, ceiling: 200_000, count: 1 });
    expect(await grantedOn(world)).toBeNull();
    expect(liveEntries(await linesOf(world))).toHaveLength(1);
  });

  test('is made when the last cent of room is used', async () => {
    const document = await agreementSent(world);
    await known(world, { amountCents: 20_000_000 - price });
    await sayYes(world, document);
    expect(usedCents(await linesOf(world))).toBe(20_000_000);
  });

  test('counts the aid of everybody who counts as one, also of who is no enterprise of ours', async () => {
    const document = await agreementSent(world);
    const other = await aidWorld();
    await together(other, world);
    await known(other, { amountCents: 20_000_000 });
    const refused = await refusal(sayYes(world, document));
    expect(refused).toMatchObject({ textKey: 'aid:refused.noRoom', parameters: { count: 2 } });
  });

  test('of two enterprises that count as one, at the same moment, is made once: the other is refused', async () => {
    for (let time = 0; time < 4; time += 1) {
      const [first, second] = [await aidWorld(), await aidWorld()];
      const documents = [await agreementSent(first), await agreementSent(second)];
      await together(time % 2 ? first : second, time % 2 ? second : first);
      await known(first, { amountCents: 20_000_000 - price - 5 });
      const answers = await Promise.allSettled([sayYes(first, documents[0]!), sayYes(second, documents[1]!)]);
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect(refused.reason).toMatchObject({ status: 409, textKey: 'aid:refused.noRoom' });
      const lines = [...(await linesOf(first)), ...(await linesOf(second))];
      expect(lines.filter(({ source }) => source === 'reserved')).toHaveLength(1);
      const granted = [await grantedOn(first), await grantedOn(second)];
      expect(granted.filter((day) => day !== null)).toHaveLength(1);
    }
  });

  test('of a local authority counts for the budget, not as aid', async () => {
    const document = await agreementSent(world);
    await inSystem((db) =>
      db.run(sql`update enterprises set organisation_kind = 'local_authority' where id = ${world.enterprise}`),
    );
    await known(world, { amountCents: 25_000_000 });
    await sayYes(world, document);
    expect(await linesOf(world)).toMatchObject([{ source: 'declared' }, { source: 'reserved', regulation: 'none' }]);
    expect(usedCents(await linesOf(world))).toBe(25_000_000);
  });
});

describe('the approved plan', () => {
  const approve = async () => {
    const here = { trajectory: world.trajectory };
    const { version } = await savePlan.call(as(world.consultant), { ...here, version: 0, plan: wholePlan }, at());
    await submitPlan.call(as(world.consultant), { ...here, version }, at());
    return approvePlan.call(as(world.coordinator), { ...here, version, words: '' }, at('2023-10-20'));
  };

  test('puts its estimate in the place of what was reserved, and gives room back', async () => {
    await sayYes(world, await agreementSent(world), '2023-10-05');
    await approve();
    const lines = await linesOf(world);
    expect(lines).toHaveLength(2);
    expect(liveEntries(lines)).toMatchObject([
      {
        source: 'reserved',
        basis: 'estimate',
        amountCents: 156_750,
        grantedOn: '2023-10-05',
        because: 'planApproved',
        supersedes: lines.find(({ basis }) => basis === 'price')!.id,
      },
    ]);
  });

  test('of a trajectory that was granted before there was a ledger changes nothing', async () => {
    await inSystem((db) => db.run(sql`update trajectories set state = 'planning' where id = ${world.trajectory}`));
    await approve();
    expect(await linesOf(world)).toEqual([]);
  });
});

describe('the end', () => {
  /** A trajectory that is being guided, with what was reserved for it. */
  const guided = async (): Promise<ClosingWorld & { lines: () => ReturnType<typeof linesOf> }> => {
    const closing = await closingWorld();
    const whole = await inSystem((db) =>
      db.one<{ number: string; lot: string; provider: string }>(
        sql`select number, lot_id as lot, provider_id as provider from enterprises where id = ${closing.enterprise}`,
      ),
    );
    const here = { ...closing, ...whole };
    const reserved = { source: 'reserved', basis: 'estimate', grantedOn: '2023-10-05' } as const;
    await known(here, { ...reserved, amountCents: 156_750 }, closing.trajectory);
    return { ...closing, lines: () => linesOf(here) };
  };

  test('settles what was reserved with the hours that were given, when the action plan is sealed', async () => {
    const closing = await guided();
    await sealedPlan(closing);
    expect(liveEntries(await closing.lines())).toMatchObject([
      { source: 'settled', basis: 'actual', amountCents: 33_250, grantedOn: '2023-10-05', because: 'sealed' },
    ]);
  });

  test('of a trajectory that stops after guidance was given settles that guidance', async () => {
    const closing = await guided();
    const why = { on: closingDay, reason: 'no_time', words: 'Geen tijd meer.' };
    await stopTrajectory.call(as(closing.colleague), { trajectory: closing.trajectory, ...why }, at(closingDay));
    expect(liveEntries(await closing.lines())).toMatchObject([
      { source: 'settled', amountCents: 33_250, because: 'stopped' },
    ]);
  });

  test('of a trajectory that stops before any guidance releases everything', async () => {
    await sayYes(world, await agreementSent(world), '2023-10-05');
    const why = { on: '2023-10-09', reason: 'no_time', words: 'Geen tijd meer.' };
    await stopTrajectory.call(as(world.colleague), { trajectory: world.trajectory, ...why }, at('2023-10-09'));
    const lines = await linesOf(world);
    expect(usedCents(lines)).toBe(0);
    expect(lines.at(-1)).toMatchObject({ state: 'withdrawn', amountCents: 0, because: 'stopped' });
  });

  test('of a trajectory that was never granted has nothing to release', async () => {
    await agreementSent(world);
    const why = { on: '2023-10-02', reason: 'no_time', words: 'Geen tijd meer.' };
    await stopTrajectory.call(as(world.colleague), { trajectory: world.trajectory, ...why }, at());
    expect(await linesOf(world)).toEqual([]);
  });
});

describe('what was written down', () => {
  test('cannot be changed or removed, not even by who owns the database', async () => {
    const id = await known(world, { amountCents: 100 });
    const owner = new pg.Client({ connectionString: database.url() });
    await owner.connect();
    try {
      for (const statement of [
        'update aid_entries set amount_cents = 1 where id = $1',
        'delete from aid_entries where id = $1',
      ])
        await expect(owner.query(statement, [id])).rejects.toMatchObject({ code: '42501' });
    } finally {
      await owner.end();
    }
  });

  test('is replaced once: a second line in the place of the same one is refused by the database', async () => {
    const id = await known(world, { amountCents: 100 });
    await known(world, { amountCents: 50, supersedes: id, because: 'corrected' });
    await expect(known(world, { amountCents: 60, supersedes: id, because: 'corrected' })).rejects.toMatchObject({
      code: '23505',
    });
  });

  test('goes along when the enterprise goes to another provider; what a trajectory reserved stays', async () => {
    const declared = await known(world, { amountCents: 100 });
    await sayYes(world, await agreementSent(world));
    const elsewhere = await inSystem((db) =>
      db.one<{ id: string; lot: string }>(
        sql`select id, lot_id as lot from providers where id <> ${world.provider} and lot_id <> ${world.lot} limit 1`,
      ),
    );
    await inSystem((db) =>
      db.run(
        sql`update enterprises set provider_id = ${elsewhere.id}, lot_id = ${elsewhere.lot} where id = ${world.enterprise}`,
      ),
    );
    const places = await inSystem((db) =>
      db.many<{ id: string; provider: string }>(
        sql`select id, provider_id as provider from aid_entries where number = ${world.number}`,
      ),
    );
    for (const { id, provider } of places) expect(provider).toBe(id === declared ? elsewhere.id : world.provider);
  });
});

test('the figures of a lot add up what is reserved and what is settled', async () => {
  const before = await inSystem((db) => aidByLot(db, world.programme));
  await sayYes(world, await agreementSent(world));
  const after = await inSystem((db) => aidByLot(db, world.programme));
  const of = (figures: typeof after) => figures.find(({ lot }) => lot === world.lot);
  expect((of(after)?.reservedCents ?? 0) - (of(before)?.reservedCents ?? 0)).toBe(price);
  expect((of(after)?.trajectories ?? 0) - (of(before)?.trajectories ?? 0)).toBe(1);
  expect(of(after)?.settledCents ?? 0).toBe(of(before)?.settledCents ?? 0);
});
