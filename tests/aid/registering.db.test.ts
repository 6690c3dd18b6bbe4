import pg from 'pg';
import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { exportRegister, markAsRegistered, readRegister } from '#modules/aid/server/registerOperations.ts';
import { addEntry, readHeldEntry, replaceEntry, withdrawEntry } from '#modules/aid/server/ledgerStore.ts';
import { as, inSystem, refusal } from '#modules/trajectories/server/planWorld.testing.ts';
import { formats } from '#platform/server/exports/formats.ts';
import { useOwnDatabase } from '../support/database.ts';
import { aidWorld, price, type AidWorld } from './aidWorld.ts';

const database = useOwnDatabase();

let world: AidWorld;
let serial = 0;
/** Grants of their own day, so that those of other tests lie outside the period. */
let day: string;
const on = (moment: string) => ({ now: new Date(`${moment}T10:00:00Z`) });
const place = () => ({
  programme: world.programme,
  lot: world.lot,
  provider: world.provider,
  enterprise: world.enterprise,
  trajectory: world.trajectory,
});

beforeEach(async () => {
  world = await aidWorld();
  serial += 1;
  day = `2026-0${1 + (serial % 9)}-12`;
  await inSystem((db) =>
    addEntry(db, place(), {
      number: world.number,
      source: 'reserved',
      basis: 'price',
      regulation: '2023/2831',
      grantedOn: day,
      grantor: '=Programma',
      amountCents: price,
      by: null,
      at: new Date(`${day}T10:00:00Z`),
    }),
  );
});

const period = () => ({ from: day, until: day });
const read = (more: object = {}, at = '2026-11-02') =>
  readRegister.call(as(world.manager), { ...period(), ...more }, on(at));
const mark = (asOf = '2026-11-02T10:00:00.000Z') =>
  markAsRegistered.call(as(world.manager), { ...period(), asOf }, on('2026-11-02'));
/** What befalls the reserved line after it was entered. */
const replace = (how: 'estimate' | 'release') =>
  inSystem(async (db) => {
    const held = (await readHeldEntry(db, world.trajectory))!;
    const when = { by: null, at: new Date('2026-11-03T10:00:00Z') };
    if (how === 'release') return withdrawEntry(db, place(), held, { because: 'stopped', ...when });
    return replaceEntry(db, place(), held, {
      amountCents: 500_000,
      basis: 'estimate',
      because: 'planApproved',
      ...when,
    });
  });

describe('the list for the central register', () => {
  test('names each grant of a period with its last day, and says which are late', async () => {
    const view = await read();
    expect(view.lines).toMatchObject([{ amountCents: price, standing: 'new', late: true, grantedOn: day }]);
    expect(view.counts).toEqual({ open: 1, late: 1, entered: 0 });
    const early = await read({}, day);
    expect(early.lines).toMatchObject([{ late: false }]);
    expect(early.counts.late).toBe(0);
    expect((await read({ from: '2026-11-01', until: '2026-11-30' })).lines).toEqual([]);
  });

  test('loses what is marked as entered, and keeps it among all', async () => {
    expect(await mark()).toMatchObject({ marked: 1 });
    expect((await read()).lines).toEqual([]);
    expect(await read({ which: 'all' })).toMatchObject({
      lines: [{ standing: 'entered', late: false }],
      counts: { open: 0, late: 0, entered: 1 },
    });
    expect(await mark()).toMatchObject({ marked: 0 });
  });

  test('marks nothing that came after the list was opened', async () => {
    expect(await mark(`${day}T09:00:00.000Z`)).toMatchObject({ marked: 0 });
    expect((await read()).lines).toHaveLength(1);
  });

  test('asks again for a grant of which the amount changed since, and for one that was released', async () => {
    await mark();
    await replace('estimate');
    expect((await read()).lines).toMatchObject([{ standing: 'changed', amountCents: 500_000 }]);
    await replace('release');
    expect((await read()).lines).toMatchObject([{ standing: 'released', amountCents: 0 }]);
  });

  test('leaves out what was released before it was entered, and what is no aid', async () => {
    await replace('release');
    expect((await read()).lines).toEqual([]);
  });

  test('is for who manages the programme, to read for the auditor', async () => {
    for (const person of [world.colleague, world.coordinator, world.lead])
      expect(await refusal(readRegister.call(as(person), period(), on('2026-11-02')))).toMatchObject({ status: 403 });
    expect((await readRegister.call(as(world.auditor), period(), on('2026-11-02'))).mayMark).toBe(false);
    const marking = markAsRegistered.call(
      as(world.auditor),
      { ...period(), asOf: '2026-11-02T10:00:00.000Z' },
      on('2026-11-02'),
    );
    expect(await refusal(marking)).toMatchObject({ status: 403 });
  });

  test('as a file holds what the register asks, and nothing that a sheet would reckon with', async () => {
    const file = await exportRegister.call(as(world.manager), period(), on('2026-11-02'));
    expect(Object.keys(file.columns)).toEqual([
      'id',
      'number',
      'name',
      'nace',
      'grantedOn',
      'amountCents',
      'grantor',
      'instrument',
      'regulation',
      'standing',
      'due',
    ]);
    let text = '';
    for await (const piece of formats.csv.write(file, 'nl', true)) text += piece.toString();
    expect(text).toContain('begeleiding in natura');
    expect(text).not.toMatch(/(^|[;,"])=Programma/mu);
    const sheet = await exportRegister.call(as(world.manager), period(), on('2026-11-02'));
    let bytes = 0;
    for await (const piece of formats.xlsx.write(sheet, 'nl', true)) bytes += piece.length;
    expect(bytes).toBeGreaterThan(1000);
  });

  test('as a file names the activity that the enterprise register knows', async () => {
    const owner = new pg.Client({ connectionString: database.url() });
    await owner.connect();
    await owner.query(
      `insert into register_enterprises (number, natural_person, situation) values ($1, false, '000')`,
      [world.number],
    );
    await owner.query(
      `insert into register_activities (entity_number, activity_group, nace_version, nace_code) values ($1, '001', '2025', '10711')`,
      [world.number],
    );
    await owner.end();
    const { rows } = await exportRegister.call(as(world.manager), period(), on('2026-11-02'));
    const found = [];
    for await (const row of rows) found.push(row);
    expect(found).toMatchObject([{ nace: '10711', instrument: 'guidance', standing: 'new' }]);
  });
});

test('a period that ends before it begins is refused beside its field', async () => {
  const turned = markAsRegistered.call(
    as(world.manager),
    { from: '2026-02-01', until: '2026-01-01', asOf: '2026-11-02T10:00:00.000Z' },
    on('2026-11-02'),
  );
  expect(await refusal(turned)).toMatchObject({ issues: [{ path: 'until', textKey: 'aid.office:error.period' }] });
  expect(await inSystem((db) => db.many(sql`select 1 from aid_register_marks where marked_at > '2030-01-01'`))).toEqual(
    [],
  );
});
