import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readHelp, readLead } from './operations.ts';
import { as, ask, at, leadRow, newNumber, plantWorld, sentScan, timeline, type World } from './world.testing.ts';

useOwnDatabase();
let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const scanOf = async (lead: string) => (await leadRow(lead)).scan;

describe('somebody who comes from a scan', () => {
  test('is not asked again what the scan knows', async () => {
    const secret = await sentScan('Bakkerij De Scankorst');
    const view = await readHelp.call({ locale: 'nl' }, { secret }, at());
    expect(view.about.workers).toBe('14');
    expect(view.scan).toEqual({ secret, enterpriseName: 'Bakkerij De Scankorst' });
  });

  test('brings it along only by saying so', async () => {
    const secret = await sentScan('Bakkerij De Scankorst');
    expect(await scanOf((await ask()).request)).toBeNull();
    const { request } = await ask({ scanToken: secret });
    expect(await scanOf(request)).not.toBeNull();
    const view = await readLead.call(as(world.people.alimento), { lead: request }, at());
    expect(view.source).toBe('scan');
    expect(await timeline(world.people.alimento, view.enterprise.id)).toContain('Vraag om hulp na een scan');
  });

  test('cannot give away a scan that another enterprise took up', async () => {
    const secret = await sentScan('Bakkerij De Scankorst');
    await ask({ scanToken: secret });
    const { request } = await ask({ scanToken: secret });
    expect(await scanOf(request)).toBeNull();
  });

  test('puts no scan on the timeline of an enterprise whose contact they are not', async () => {
    const number = newNumber();
    const { request } = await ask({ number });
    const { enterprise } = await leadRow(request);
    const before = await timeline(world.people.alimento, enterprise);
    await ask({ number, email: `ander.${number}@proefkorst.example.org`, scanToken: await sentScan('Vreemde scan') });
    expect(await timeline(world.people.alimento, enterprise)).toEqual(before);
    await ask({ number, scanToken: await sentScan('Eigen scan') });
    expect(await timeline(world.people.alimento, enterprise)).toHaveLength(before.length + 1);
  });

  test('with a link that leads nowhere can still ask for help', async () => {
    const view = await readHelp.call({ locale: 'nl' }, { secret: 'A'.repeat(44) }, at());
    expect(view.scan).toBeNull();
    expect(await scanOf((await ask({ scanToken: 'A'.repeat(44) })).request)).toBeNull();
  });
});
