import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { sealAudit } from '#platform/server/audit.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld, type World } from '../../../../tests/support/world.ts';
import type { SampleView } from '../rules/views.ts';
import { drawSampleOfFiles, takeFile } from './sampleOperations.ts';
import { asSystem, refusal } from './world.testing.ts';

const database = useOwnDatabase();
let world: World;
const auditor = () => ({ locale: 'nl', as: world.ids['auditor']! }) as const;
const draw = (input: object) => drawSampleOfFiles.call(auditor(), input) as Promise<SampleView>;
const drawn = async (input: object) => (await draw(input)).files.map(({ id }) => id);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  world = await readWorld(database.url());
});

describe('a sample of files', () => {
  test('the same seed draws the same files in the same order; another one need not', async () => {
    const first = await drawn({ seed: 'appel', size: 4 });
    expect(first).toHaveLength(4);
    expect(await drawn({ seed: 'appel', size: 4 })).toEqual(first);
    const others = await Promise.all(['peer', 'pruim', 'kers', 'vijg'].map((seed) => drawn({ seed, size: 4 })));
    expect(new Set([first, ...others].map((ids) => ids.join())).size).toBeGreaterThan(1);
  });

  test('a larger sample of the same seed holds the smaller one', async () => {
    expect((await drawn({ seed: 'appel', size: 5 })).slice(0, 2)).toEqual(await drawn({ seed: 'appel', size: 2 }));
  });

  test('anybody can compute who must be in it: the smallest SHA-256 over seed and number', async () => {
    const { files, population } = await draw({ seed: 'appel', size: 200 });
    expect(files).toHaveLength(population);
    const marks = files.map(({ id }) => sha256(Buffer.from(`appel:${id}`)));
    expect([...marks].sort()).toEqual(marks);
  });

  test('by lot, and only what had started by a day', async () => {
    const { files, lots } = await draw({ seed: 'appel', size: 200 });
    const lot = lots.find(({ number }) => number === files[0]!.lotNumber)!;
    const ofLot = await draw({ seed: 'appel', size: 200, lot: lot.id });
    expect(new Set(ofLot.files.map(({ lotNumber }) => lotNumber))).toEqual(new Set([lot.number]));
    const day = files.map(({ startedOn }) => startedOn).sort()[2]!;
    const early = await draw({ seed: 'appel', size: 200, until: day });
    expect(early.files.map(({ id }) => id)).toEqual(
      files.filter(({ startedOn }) => startedOn <= day).map(({ id }) => id),
    );
  });

  test('what cannot be read gets its usual value, and without a seed nothing is drawn', async () => {
    expect((await draw({ seed: 'appel', size: 'veel', until: 'ooit', lot: 'x' })).asked).toMatchObject({
      size: 10,
      lot: null,
    });
    expect((await draw({})).asked).toBeNull();
  });
});

describe('a file', () => {
  test('its manifest covers every other file in the zip, each with its own SHA-256', async () => {
    const file = await takeFile.call(auditor(), { trajectory: world.ids['trajectory.follow_up']! });
    const inside = unzipSync(file.bytes);
    const manifest = strFromU8(inside['manifest.sha256']!);
    const told = new Map(
      manifest
        .trimEnd()
        .split('\n')
        .map((line) => line.split('  ') as [string, string])
        .map(([hash, path]) => [path, hash]),
    );
    expect([...told.keys()].sort()).toEqual(
      Object.keys(inside)
        .filter((path) => path !== 'manifest.sha256')
        .sort(),
    );
    for (const [path, hash] of told) expect(sha256(inside[path]!), path).toBe(hash);
    expect(strFromU8(inside['documents/plan-of-approach.pdf']!.slice(0, 5))).toBe('%PDF-');
    expect(strFromU8(inside['documents/action-plan.pdf']!.slice(0, 5))).toBe('%PDF-');
  });

  test('it holds documents with their hash, decisions, sessions, and the trail with its links in the chain', async () => {
    await asSystem(sealAudit);
    const file = await takeFile.call(auditor(), { trajectory: world.ids['trajectory.follow_up']! });
    const inside = unzipSync(file.bytes);
    const rows = (path: string) => JSON.parse(strFromU8(inside[path]!)) as Record<string, unknown>[];
    expect(rows('decisions/eligibility.json')[0]).toMatchObject({ outcome: 'eligible' });
    expect(rows('decisions/plan-verdicts.json').at(-1)).toMatchObject({ outcome: 'approved' });
    expect(rows('course/sessions.json').length).toBeGreaterThan(0);
    const sealed = rows('sealed/documents.json').find(({ kind }) => kind === 'action_plan')!;
    expect(sealed['hash']).toMatch(/^[0-9a-f]{64}$/);
    const trail = rows('trail/audit.json');
    expect(trail.map(({ operation }) => operation)).toContain('trajectories.approvePlan');
    expect(trail.some(({ seq, hash }) => Number(seq) > 0 && /^[0-9a-f]{64}$/.test(String(hash)))).toBe(true);
    const index = strFromU8(inside['index.html']!);
    expect(index).toContain('<h1>Dossier van ');
    expect(index).toContain(String(sealed['hash']));
    for (const path of Object.keys(inside).filter((one) => !['index.html', 'manifest.sha256'].includes(one)))
      expect(index, path).toContain(`href="${path}"`);
  });

  test('taking a copy leaves a line in the trail with the hash of what was taken; nobody but an auditor takes one', async () => {
    const trajectory = world.ids['trajectory']!;
    const file = await takeFile.call(auditor(), { trajectory });
    const [line] = await asSystem((db) =>
      db.many<{ details: { sha256: string } }>(
        sql`select details from audit_entries where operation = 'reporting.takeFile' and trajectory_id = ${trajectory} order by id desc limit 1`,
      ),
    );
    expect(line?.details.sha256).toBe(sha256(file.bytes));
    for (const who of ['programmeManager', 'coordinator', 'consultant'])
      expect(await refusal(takeFile.call({ locale: 'nl', as: world.ids[who]! }, { trajectory })), who).toBe(403);
  });
});
