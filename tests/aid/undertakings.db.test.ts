import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { correctAid, readLedger, recordAid, withdrawAid } from '#modules/aid/server/ledgerOperations.ts';
import { recordEvent, stateMembers, withdrawEvent } from '#modules/aid/server/undertakingOperations.ts';
import { as, at, refusal } from '#modules/trajectories/server/planWorld.testing.ts';
import { useOwnDatabase } from '../support/database.ts';
import { agreementSent, aidWorld, known, sayYes, together, type AidWorld } from './aidWorld.ts';

useOwnDatabase();

let world: AidWorld;
beforeEach(async () => {
  world = await aidWorld();
});

const here = () => ({ enterprise: world.enterprise });
const read = (more: object = {}, person = world.colleague) => readLedger.call(as(person), { ...here(), ...more }, at());
const line = { grantedOn: '2023-03-01', regulation: '1407/2013', grantor: 'Stad Temse', amountCents: '2.500' };
const record = (more: object = {}, person = world.colleague) =>
  recordAid.call(as(person), { ...here(), ...line, ...more }, at());

describe('a line by hand', () => {
  test('takes room from the day it is noted', async () => {
    await record();
    expect((await read()).room).toMatchObject({ usedCents: 250_000, roomCents: 19_750_000 });
  });

  test('is corrected with a reason: the first one stays to be read', async () => {
    const { entry } = await record();
    await correctAid.call(
      as(world.colleague),
      { ...here(), entry, ...line, amountCents: '2.400', reason: 'Op de brief staat 2.400 euro.' },
      at(),
    );
    const view = await read();
    expect(view.lines).toMatchObject([{ amountCents: 240_000, grantor: 'Stad Temse' }]);
    expect(view.replaced).toMatchObject([
      { amountCents: 250_000, nowCents: 240_000, because: 'corrected', reason: 'Op de brief staat 2.400 euro.' },
    ]);
    const again = correctAid.call(as(world.colleague), { ...here(), entry, ...line, reason: 'Nog eens.' }, at());
    expect(await refusal(again)).toMatchObject({ status: 409, textKey: 'aid:error.replaced' });
  });

  test('is taken away with a reason', async () => {
    const { entry } = await record();
    const why = { ...here(), entry, reason: 'Deze steun was voor een ander.' };
    await withdrawAid.call(as(world.colleague), why, at());
    const view = await read();
    expect(view.lines).toEqual([]);
    expect(view.replaced).toMatchObject([{ nowCents: null }]);
    expect(view.room).toMatchObject({ usedCents: 0 });
  });

  test('of our own guidance follows the trajectory', async () => {
    await sayYes(world, await agreementSent(world));
    const [reserved] = (await read()).lines;
    expect(reserved).toMatchObject({ source: 'reserved', correctable: false, trajectory: world.trajectory });
    const change = { ...here(), entry: reserved!.id, ...line, reason: 'Zomaar.' };
    expect(await refusal(correctAid.call(as(world.colleague), change, at()))).toMatchObject({
      textKey: 'aid:error.followsTrajectory',
    });
  });

  test('is for who decides, of an enterprise in sight; everybody of the case may read', async () => {
    expect(await refusal(record({}, world.lead))).toMatchObject({ status: 403 });
    expect(await refusal(record({}, world.stranger))).toMatchObject({ status: 404 });
    expect(await refusal(read({}, world.stranger))).toMatchObject({ status: 404 });
    expect((await read({}, world.lead)).mayRecord).toBe(false);
    const other = await aidWorld();
    const foreign = await known(other, { amountCents: 100 });
    const change = { ...here(), entry: foreign, ...line, reason: 'Zomaar.' };
    expect(await refusal(correctAid.call(as(world.colleague), change, at()))).toMatchObject({ status: 404 });
  });

  test('has a day that is not to come, and is of somebody who counts as one', async () => {
    expect(await refusal(record({ grantedOn: '2023-11-01' }))).toMatchObject({ issues: [{ path: 'grantedOn' }] });
    expect(await refusal(record({ number: '0403.170.701' }))).toMatchObject({
      issues: [{ path: 'number', textKey: 'aid:error.notAMember' }],
    });
  });
});

test('room on a day to come is that of today, less nothing, with what has dropped out by then', async () => {
  await record();
  const view = await read({ on: '2026-03-02' });
  expect(view.asked).toMatchObject({ date: '2026-03-02', room: { regulation: '2023/2831', roomCents: 30_000_000 } });
  expect((await read({ on: '2026-03-01' })).asked!.room).toMatchObject({ roomCents: 29_750_000 });
  expect((await read({ on: '2031-01-01' })).asked).toEqual({ date: '2031-01-01', room: null });
  expect((await read({ on: 'onzin' })).asked).toBeNull();
});

describe('who counts as one', () => {
  test('counts for each of them, until the office states otherwise', async () => {
    const other = await aidWorld();
    await together(world, other);
    await known(other, { amountCents: 1_000_000 });
    expect((await read()).room).toMatchObject({ usedCents: 1_000_000 });
    const state = (members: object[]) => stateMembers.call(as(world.colleague), { ...here(), members }, at());
    await state([{ number: '0403.170.701' }]);
    expect((await read()).members).toContain('0403.170.701');
    expect((await read()).room).toMatchObject({ usedCents: 0 });
    await state([]);
    expect((await read()).members).toHaveLength(1);
  });

  test('is not for who leads the enterprise to state here', async () => {
    const attempt = stateMembers.call(as(world.lead), { ...here(), members: [] }, at());
    expect(await refusal(attempt)).toMatchObject({ status: 403 });
  });
});

describe('a merger or split', () => {
  const bakery = '0403170701';
  const note = (more: object) =>
    recordEvent.call(
      as(world.colleague),
      { ...here(), kind: 'merger', date: '2023-06-30', from: '0403.170.701', reason: 'Akte', ...more },
      at(),
    );

  test('brings earlier aid along, and gives it back when it is taken away', async () => {
    await known({ ...world, number: bakery }, { amountCents: 4_000_000 });
    const { event } = await note({});
    expect((await read()).room).toMatchObject({ usedCents: 4_000_000 });
    expect((await read()).events).toMatchObject([{ kind: 'merger', from: [bakery], own: true }]);
    await withdrawEvent.call(as(world.colleague), { ...here(), event, reason: 'Verkeerd nummer.' }, at());
    expect((await read()).room).toMatchObject({ usedCents: 0 });
    expect((await read()).events).toEqual([]);
  });

  test('of which the shares are known brings that part, else it may count whole', async () => {
    const mill = '0123456749';
    await known({ ...world, number: mill }, { amountCents: 4_000_000 });
    const { event } = await note({ kind: 'split', from: mill, share: '25' });
    expect((await read()).room).toMatchObject({ usedCents: 1_000_000, unclearCents: 0 });
    await withdrawEvent.call(as(world.colleague), { ...here(), event, reason: 'Het aandeel is niet bekend.' }, at());
    await note({ kind: 'split', from: mill });
    expect((await read()).room).toMatchObject({ usedCents: 0, unclearCents: 4_000_000 });
  });

  test('that is not clear stops a grant for which it may matter', async () => {
    const mill = '0202239951';
    await known({ ...world, number: mill }, { amountCents: 20_000_000 });
    const document = await agreementSent(world);
    await note({ kind: 'split', from: mill });
    expect(await refusal(sayYes(world, document))).toMatchObject({ status: 409, textKey: 'aid:refused.unclear' });
  });
});
