import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { config, useConfig } from '#platform/server/config.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { InvalidInput, Refusal } from '#platform/server/errors.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld } from '../../../../tests/support/world.ts';
import { readImports, startImport } from './importOperations.ts';
import { asExtract, writeSmall } from './publication.testing.ts';
import { importJob } from './runImport.ts';

const database = useOwnDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));
let manager: string;
let consultant: string;
const as = (person: string) => ({ locale: 'nl', as: person }) as const;
const newest = async () => (await readImports.call(as(manager), {})).imports[0];

beforeAll(async () => {
  const { ids } = await readWorld(database.url());
  manager = ids['programmeManager']!;
  consultant = ids['consultant']!;
  useConfig({ ...config(), registerFolder: folder });
  writeSmall(path.join(folder, 'good.zip'), asExtract(50, '06-12-2026'));
  writeFileSync(path.join(folder, 'bad.zip'), 'this is no zip');
  mkdirSync(path.join(folder, 'folder.zip'));
});

async function statusOf(attempt: Promise<unknown>): Promise<number> {
  return attempt.then(
    () => 200,
    (refusal: unknown) => {
      if (refusal instanceof Refusal) return refusal.status;
      throw refusal;
    },
  );
}

describe('the administrator of the register', () => {
  test('sees the zips that are ready, and nobody else may', async () => {
    const { files, busy, extract } = await readImports.call(as(manager), {});
    expect(files.map(({ name }) => name).sort()).toEqual(['bad.zip', 'good.zip']);
    expect(busy).toBe(false);
    expect(extract).toMatchObject({ number: 1 });
    expect(await statusOf(readImports.call(as(consultant), {}))).toBe(403);
    expect(await statusOf(startImport.call(as(consultant), { file: 'good.zip' }))).toBe(403);
  });

  test('cannot name a file elsewhere', async () => {
    for (const file of ['../key', '/etc/passwd', 'folder.zip', 'none.zip'])
      await expect(startImport.call(as(manager), { file }), file).rejects.toBeInstanceOf(InvalidInput);
  });

  test('has one imported as a job, may leave meanwhile, and finds it done', async () => {
    await startImport.call(as(manager), { file: 'good.zip' });
    expect(await newest()).toMatchObject({ file: 'good.zip', state: 'waiting' });
    expect(await statusOf(startImport.call(as(manager), { file: 'good.zip' }))).toBe(409);
    await importJob.run({});
    expect(await newest()).toMatchObject({ state: 'done', rowsRead: expect.any(Number), problem: null });
    expect((await readImports.call(as(manager), {})).extract).toMatchObject({ number: 50, snapshotOn: '2026-12-06' });
  });

  test('is told that nothing changed by the same file', async () => {
    await startImport.call(as(manager), { file: 'good.zip' });
    await importJob.run({});
    expect(await newest()).toMatchObject({ state: 'same' });
  });

  test('is told what is wrong with a file; it is not tried again', async () => {
    await startImport.call(as(manager), { file: 'bad.zip' });
    await importJob.run({});
    await importJob.run({});
    expect(await newest()).toMatchObject({ state: 'refused', problem: { code: 'cutOff', file: 'bad.zip' } });
    expect((await readImports.call(as(manager), {})).extract).toMatchObject({ number: 50 });
  });

  test('need do nothing when the process of a job was killed: the next one goes on', async () => {
    writeSmall(path.join(folder, 'next.zip'), asExtract(51, '03-01-2027'));
    await startImport.call(as(manager), { file: 'next.zip' });
    await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system:test', system: true });
      await db.run(sql`update register_imports set state = 'running', share = 0.4 where state = 'waiting'`);
    });
    await importJob.run({});
    expect(await newest()).toMatchObject({ file: 'next.zip', state: 'done' });
  });
});
