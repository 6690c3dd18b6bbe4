import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { generatePublication } from './generating/generatePublication.ts';
import { importRegister, type Progress } from './importRegister.ts';

const database = useOwnDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-stopped-'));
afterAll(() => rmSync(folder, { recursive: true }));
const place = path.join(folder, 'KboOpenData_0009_2026_12_Full.zip');
const now = () => new Date('2026-12-07T10:00:00Z');

function read<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });
}

const tables = ['enterprises', 'units', 'names', 'addresses', 'activities', 'codes', 'words', 'extract'] as const;

/** One figure for everything in the register, whatever the order of its rows; the moment of the import left out. */
const contents = () =>
  read(async (db) => {
    const sums: Record<string, string> = {};
    for (const table of tables) {
      const { sum } = await db.one<{ sum: string }>(
        sql`select coalesce(sum(('x' || left(md5((to_jsonb(t) - 'imported_at')::text), 15))::bit(60)::bigint), 0)::text as sum from ${raw(`register_${table}`)} t`,
      );
      sums[table] = sum;
    }
    return sums;
  });
const steps = () => read((db) => db.many<{ step: string; done: boolean }>(sql`select step, done from register_steps`));

/** Enough for an import to be at work for a while. */
const enterprises = 12_000;
const partSize = 60_000;
let before: Record<string, string>;

beforeAll(async () => {
  await generatePublication({ place, enterprises, seed: 5, number: 9, snapshotOn: '2026-12-06', activities: 0.2 });
  before = await contents();
});

describe('an import that stops halfway', () => {
  test('because its process is killed leaves the register as it was, and the same command again goes on', async () => {
    const command = [path.resolve('cli/krachtlijn.ts'), 'register', 'import', place];
    const env = { PATH: process.env.PATH, DATABASE_URL: database.url(), KRACHTLIJN_DATA: folder };
    const child = spawn(process.execPath, command, { env, stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
      child.once('exit', (code, signal) => resolve(signal ?? code)),
    );
    // The names are in, and what comes after them is not over.
    while (!(await steps()).some(({ step, done }) => step === 'denomination' && done)) {
      if (child.exitCode !== null) break;
      await pause(5);
    }
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(await contents()).toEqual(before);
    const left = await steps();
    expect(left.map(({ step }) => step)).toContain('enterprise');

    const again = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    again.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    expect(await new Promise((resolve) => again.once('exit', resolve))).toBe(0);
    expect(JSON.parse(said)).toMatchObject({
      state: 'done',
      resumed: true,
      number: 9,
      kept: { enterprise: enterprises },
    });
    expect(await steps()).toEqual([]);
    expect(await contents()).not.toEqual(before);
  }, 120_000);

  test('at whatever moment, is the same in the end as one that was never stopped', async () => {
    const file = path.join(folder, 'file.zip');
    await generatePublication({ place: file, enterprises: 1500, seed: 3, number: 11, snapshotOn: '2027-02-07' });
    const small = path.join(folder, 'small.zip');
    await generatePublication({ place: small, enterprises: 50, seed: 1, number: 8, snapshotOn: '2026-11-06' });
    const take = (from: string, stopAt: number, moments: string[] = []) =>
      importRegister({
        databaseUrl: database.url(),
        place: from,
        anyway: true,
        partSize,
        now,
        tell({ step }: Progress) {
          moments.push(step);
          if (moments.length === stopAt) throw new Error('stopped');
        },
      });
    const moments: string[] = [];
    await take(file, 0, moments);
    const whole = await contents();
    await take(small, 0);
    const between = await contents();
    // Within a file, between files, between the steps after them, and before the change of places; each time it goes on.
    for (const stopAt of [1, 4, 9, 3, 2, 5, 3]) {
      await expect(take(file, stopAt)).rejects.toThrow('stopped');
      expect(await contents()).toEqual(between);
    }
    expect(await take(file, 0)).toMatchObject({ state: 'done', resumed: true });
    expect(await contents()).toEqual(whole);
    expect(moments.filter((step) => step === 'activity').length).toBeGreaterThan(5);
  }, 120_000);

  test('is forgotten when another file is imported instead', async () => {
    const stopping = importRegister({
      databaseUrl: database.url(),
      place: path.join(folder, 'small.zip'),
      anyway: true,
      now,
      tell: ({ step }) => {
        if (step === 'address') throw new Error('stopped');
      },
    });
    await expect(stopping).rejects.toThrow('stopped');
    expect(await steps()).not.toEqual([]);
    const other = path.join(folder, 'other.zip');
    await generatePublication({ place: other, enterprises: 60, seed: 2, number: 12, snapshotOn: '2027-03-07' });
    const { resumed, counts } = await importRegister({ databaseUrl: database.url(), place: other, anyway: false, now });
    expect([resumed, counts['enterprise']]).toEqual([false, 60]);
    expect(await steps()).toEqual([]);
  }, 60_000);
});
