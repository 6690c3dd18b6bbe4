import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { endEverything, newFolder, startInstance, startedFolder, startRefused } from '../support/instance.ts';

afterEach(endEverything);

const answers = async (address: string) => (await fetch(`${address}/healthz`)).status;

describe('a second start on one data folder', () => {
  it('says which process has it and where, ends with 1, and leaves the first unharmed', async () => {
    const folder = startedFolder();
    const first = await startInstance(folder);
    const second = await startRefused(folder);
    expect(second.code).toBe(1);
    expect(second.said).toContain(`process ${first.pid}, at ${first.address}`);
    expect(second.said.trim().split('\n')).toHaveLength(1);
    expect(await answers(first.address)).toBe(200);
  });

  it('lets exactly one of two that start in the same moment win', async () => {
    const folder = newFolder();
    const outcomes = await Promise.allSettled([startInstance(folder), startInstance(folder)]);
    const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect(await answers(winners[0]!.value.address)).toBe(200);
  });
});

describe('what a start that died left behind', () => {
  it('a lock whose process is gone, or is another one by now, does not stop a new start', async () => {
    const folder = startedFolder();
    const leftover = { pid: process.pid, startedAt: 'a boot long ago', host: 'here', address: 'http://localhost:1' };
    writeFileSync(path.join(folder, 'instance.json'), JSON.stringify(leftover));
    const instance = await startInstance(folder);
    expect(JSON.parse(readFileSync(path.join(folder, 'instance.json'), 'utf8'))).toMatchObject({
      pid: instance.pid,
      address: instance.address,
    });
  });

  it('a half-written lock does not stop a new start', async () => {
    const folder = startedFolder();
    writeFileSync(path.join(folder, 'instance.json'), '{"pid":');
    await startInstance(folder);
  });

  it('a database pid file whose number belongs to another program does not stop a new start', async () => {
    const folder = startedFolder();
    const first = await startInstance(folder);
    first.kill('SIGINT');
    await first.ended;
    const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${folder}/postgres\n1\n5432\n${folder}/run\n\n`);
    const second = await startInstance(folder);
    expect(await answers(second.address)).toBe(200);
  });

  it('an interrupted first start leaves nothing that looks finished', async () => {
    const folder = newFolder();
    // What a power cut during the making of the files leaves.
    const { mkdirSync } = await import('node:fs');
    mkdirSync(path.join(folder, 'postgres.unfinished', 'base'), { recursive: true });
    await startInstance(folder);
    expect(statSync(path.join(folder, 'postgres', 'PG_VERSION')).isFile()).toBe(true);
  });
});

it('keeps the database and the key to itself', async () => {
  const folder = path.join(newFolder(), 'data');
  const instance = await startInstance(folder);
  for (const place of ['', 'postgres', 'run']) expect(statSync(path.join(folder, place)).mode & 0o077).toBe(0);
  for (const file of ['key', 'instance.json', 'postgres.log'])
    expect(statSync(path.join(folder, file)).mode & 0o077).toBe(0);
  instance.kill('SIGINT');
  await instance.ended;
});

it('works in a data folder whose path is too long for a socket', async () => {
  const folder = path.join(newFolder(), 'a-folder-with-a-long-name-'.repeat(5), 'ünï côde & spaces');
  const instance = await startInstance(folder);
  expect(await answers(instance.address)).toBe(200);
  instance.kill('SIGINT');
  expect(await instance.ended).toBe(0);
});
