import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { liveEntries, usedCents } from '#modules/aid/index.ts';
import { readLedger } from '#modules/aid/server/ledgerOperations.ts';
import { readMembers } from '#modules/aid/server/undertakingStore.ts';
import { tryOut } from '#modules/eligibility/server/checkOperations.ts';
import { decide, readEligibility } from '#modules/eligibility/server/operations.ts';
import { as, at, bakery, inSystem } from '#modules/trajectories/server/planWorld.testing.ts';
import { useOwnDatabase } from '../support/database.ts';
import { aidWorld, known, linesOf, price, together, type AidWorld } from './aidWorld.ts';

useOwnDatabase();

let world: AidWorld;
beforeEach(async () => {
  world = await aidWorld();
});

const own = { date: '2023-03-01', regulation: '1407/2013', grantor: 'Stad Temse', amountCents: '12.000' };
const declaring = (declaredAid: readonly object[], more: object = {}) => ({
  trajectory: world.trajectory,
  ...bakery,
  declaredAid,
  ...more,
});
const decideOn = (declaredAid: readonly object[], more: object = {}) =>
  decide.call(as(world.colleague), declaring(declaredAid, more), at());
const readForm = () => readEligibility.call(as(world.colleague), { trajectory: world.trajectory }, at());
const held = async () => liveEntries(await linesOf(world));

describe('a decision', () => {
  test('writes the declared aid into the ledger, once, with the decision it came by', async () => {
    const { decision } = await decideOn([own]);
    expect(await held()).toMatchObject([
      { source: 'declared', amountCents: 1_200_000, grantedOn: '2023-03-01', grantor: 'Stad Temse', decision },
    ]);
    await decideOn([own], { whyAgain: 'De omzet klopte niet.' });
    expect(await linesOf(world)).toHaveLength(1);
  });

  test('asks nobody to type what the ledger holds', async () => {
    await known(world, { amountCents: 700_000, grantor: 'VLAIO' });
    const { knownAid, lastFacts } = await readForm();
    expect(lastFacts).toBeNull();
    expect(knownAid).toMatchObject([{ date: '2023-02-01', grantor: 'VLAIO', amountCents: 700_000 }]);
    await decideOn([own, { date: '2023-02-01', grantor: 'VLAIO', regulation: '1407/2013', amountCents: '7.000' }]);
    expect((await readForm()).knownAid).toHaveLength(2);
    expect(usedCents(await linesOf(world))).toBe(1_900_000);
  });

  test('counts what the ledger holds and the form does not name', async () => {
    await known(world, { amountCents: 20_000_000 - price + 1 }, undefined);
    const { outcome } = await decideOn([]);
    expect(outcome).toBe('not_eligible');
    const view = await readForm();
    expect(view.decisions[0]!.decision.deMinimis).toMatchObject({ usedCents: 20_000_000 - price + 1, allowed: false });
    const tried = await tryOut.call(as(world.colleague), declaring([]), at());
    expect(tried.decision.deMinimis).toEqual(view.decisions[0]!.decision.deMinimis);
  });

  test('counts the aid of a sister enterprise that is known to count as one with it', async () => {
    const sister = await aidWorld();
    await together(sister, world);
    await known(sister, { amountCents: 20_000_000 });
    expect((await decideOn([])).outcome).toBe('not_eligible');
  });

  test('withdraws a line that an earlier decision wrote and that is declared otherwise now', async () => {
    await decideOn([own]);
    await decideOn([{ ...own, amountCents: '11.500' }], { whyAgain: 'Op de brief staat een ander bedrag.' });
    expect(await held()).toMatchObject([{ amountCents: 1_150_000 }]);
    const view = await readLedger.call(as(world.colleague), { enterprise: world.enterprise }, at());
    expect(view.replaced).toMatchObject([{ amountCents: 1_200_000, because: 'declaredAnew', nowCents: null }]);
    expect(view.room).toMatchObject({ usedCents: 1_150_000 });
  });

  test('with a group keeps the aid of each member under its own number, and who counts as one', async () => {
    const sister = await aidWorld();
    const number = '0403170701';
    const group = {
      members: [
        {
          id: 'B',
          name: 'Molen De Proefkorrel',
          number,
          periods: [{ year: 2022, headcount: 4, turnoverCents: 100_00, balanceCents: 100_00 }],
        },
      ],
      holdings: [{ holder: 'subject', held: 'B', capital: 60, votes: 60 }],
    };
    await decideOn([own, { ...own, undertaking: 'B', amountCents: '3.000' }], { standAlone: '', group });
    const lines = await linesOf({ number });
    expect(lines).toMatchObject([{ number, amountCents: 300_000 }]);
    expect(await inSystem((db) => readMembers(db, number))).toEqual([number, world.number].sort());
    expect(await inSystem((db) => readMembers(db, sister.number))).toEqual([sister.number]);
    const view = await readLedger.call(as(world.colleague), { enterprise: world.enterprise }, at());
    expect(view.room).toMatchObject({ usedCents: 1_500_000 });
    expect(view.lines.map(({ ofOther }) => ofOther).sort()).toEqual([false, true]);
  });

  test('that it stands alone after all parts what a former decision put together', async () => {
    const group = {
      members: [
        {
          id: 'B',
          number: '0123456749',
          periods: [{ year: 2022, headcount: 4, turnoverCents: 100_00, balanceCents: 100_00 }],
        },
      ],
      holdings: [{ holder: 'subject', held: 'B', capital: 60, votes: 60 }],
    };
    await decideOn([], { standAlone: '', group });
    expect(await inSystem((db) => readMembers(db, world.number))).toHaveLength(2);
    await decideOn([], { whyAgain: 'De aandelen zijn verkocht.' });
    expect(await inSystem((db) => readMembers(db, world.number))).toEqual([world.number]);
  });

  test('of another provider shows of the lines only day, regulation and amount', async () => {
    const sister = await aidWorld();
    const away = await inSystem((db) =>
      db.one<{ id: string; lot: string }>(
        sql`select id, lot_id as lot from providers where lot_id <> ${world.lot} limit 1`,
      ),
    );
    await inSystem((db) =>
      db.run(
        sql`update enterprises set lot_id = ${away.lot}, provider_id = ${away.id} where id = ${sister.enterprise}`,
      ),
    );
    await together(world, sister);
    await known({ ...sister, lot: away.lot, provider: away.id }, { amountCents: 500, grantor: 'Geheim bestuur' });
    const view = await readLedger.call(as(world.colleague), { enterprise: world.enterprise }, at());
    expect(view.lines).toMatchObject([{ amountCents: 500, grantor: null, trajectory: null, correctable: false }]);
    expect(JSON.stringify(view)).not.toContain('Geheim bestuur');
  });
});
