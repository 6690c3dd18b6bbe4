import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { config, useConfig } from '#platform/server/config.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { InvalidInput, Refusal } from '#platform/server/errors.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld } from '../../../../tests/support/world.ts';
import { readImports, receiveFile, startImport } from './importOperations.ts';
import { hasRoomFor } from './receiveFile.ts';
import { asExtract, writeSmall } from './publication.testing.ts';
import { importJob } from './runImport.ts';

const database = useOwnDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-receive-'));
const elsewhere = mkdtempSync(path.join(tmpdir(), 'krachtlijn-zip-'));
afterAll(() => [folder, elsewhere].forEach((place) => rmSync(place, { recursive: true })));
const name = 'KboOpenData_0060_2027_02_Full.zip';
let manager: string;
let consultant: string;
let zip: Buffer;

beforeAll(async () => {
  const { ids } = await readWorld(database.url());
  manager = ids['programmeManager']!;
  consultant = ids['consultant']!;
  writeSmall(path.join(elsewhere, name), asExtract(60, '07-02-2027'));
  zip = readFileSync(path.join(elsewhere, name));
});
beforeEach(() => {
  useConfig({ ...config(), registerFolder: folder });
  for (const left of readdirSync(folder)) rmSync(path.join(folder, left));
});

type Sent = { from?: number; size?: number; mark?: string; content?: Uint8Array; name?: string };
const send = (piece: Sent, person = manager) => {
  const { content = zip, name: called = name, ...where } = piece;
  const file = { name: called, content: Buffer.from(content).toString('base64') };
  return receiveFile.call({ locale: 'nl', as: person }, { file, ...where });
};
const part = (from: number, until: number, rest: Sent = {}) =>
  send({ from, size: zip.length, content: zip.subarray(from, until), ...rest });
const ready = async () => (await readImports.call({ locale: 'nl', as: manager }, {})).files.map((one) => one.name);
const trail = () =>
  inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return db.many<{ details: object }>(
      sql`select details from audit_entries where operation = 'register.receiveFile' order by at`,
    );
  });

describe('a zip of the register that is sent', () => {
  test('whole stands ready, and can be imported', async () => {
    expect(await send({})).toEqual({ name, received: zip.length, whole: true });
    expect(await ready()).toEqual([name]);
    await startImport.call({ locale: 'nl', as: manager }, { file: name });
    await importJob.run({});
    const { extract } = await readImports.call({ locale: 'nl', as: manager }, {});
    expect(extract).toMatchObject({ number: 60 });
  });

  test('in pieces is the same file in the end, and stands ready only then', async () => {
    expect(await part(0, 100)).toMatchObject({ received: 100, whole: false });
    expect(await part(100, 1000)).toMatchObject({ received: 1000, whole: false });
    expect(await ready()).toEqual([]);
    expect(await part(1000, zip.length)).toMatchObject({ received: zip.length, whole: true });
    expect(readFileSync(path.join(folder, name)).equals(zip)).toBe(true);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('goes on where it was: a piece that comes twice changes nothing, one too far says where to go on', async () => {
    await part(0, 1000);
    expect(await part(0, 500)).toMatchObject({ received: 1000 });
    expect(await part(1500, 2000)).toMatchObject({ received: 1000, whole: false });
    await part(1000, zip.length);
    expect(readFileSync(path.join(folder, name)).equals(zip)).toBe(true);
  });

  test('does not mix with another file of the same name', async () => {
    await part(0, 1000, { mark: '1' });
    expect(await part(0, 200, { mark: '2' })).toMatchObject({ received: 200 });
  });

  test('leaves one line in the trail, however many pieces it took', async () => {
    const before = (await trail()).length;
    await part(0, 1000);
    await part(1000, zip.length);
    const lines = (await trail()).slice(before);
    expect(lines.map(({ details }) => details)).toEqual([{ file: name, bytes: zip.length }]);
  });

  test('and never came to an end is forgotten after a week, when another one begins', async () => {
    await part(0, 1000, { mark: 'old' });
    const [left] = readdirSync(folder);
    const longAgo = new Date(Date.now() - 8 * 86_400_000);
    utimesSync(path.join(folder, left!), longAgo, longAgo);
    await part(0, 200, { mark: 'new' });
    expect(readdirSync(folder)).not.toContain(left);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('is refused with a cure', () => {
  const codeOf = async (attempt: Promise<unknown>): Promise<string | undefined> =>
    attempt.then(
      () => undefined,
      (refusal: unknown) => {
        if (refusal instanceof InvalidInput) return refusal.issues[0]!.textKey;
        if (refusal instanceof Refusal) return refusal.textKey;
        throw refusal;
      },
    );

  test.each(['../key.zip', '/etc/passwd.zip', '.zip', 'a\u0000.zip', 'x/y.zip', 'register.csv', '~a.zip'])(
    'the name %j',
    async (called) => {
      expect(await codeOf(send({ name: called }))).toBe('register.office:error.zipName');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test('what is no zip, and what does not fit in its file', async () => {
    expect(await codeOf(send({ content: Buffer.from('EnterpriseNumber,Status') }))).toBe(
      'register.office:error.notZip',
    );
    expect(await codeOf(send({ from: 5, size: 6 }))).toBe('register.office:error.pieces');
    expect(await codeOf(receiveFile.call({ locale: 'nl', as: manager }, {}))).toBe('register.office:error.noZip');
  });

  test('a file whose namesake is being imported', async () => {
    writeFileSync(path.join(folder, name), zip);
    await startImport.call({ locale: 'nl', as: manager }, { file: name });
    expect(await codeOf(send({}))).toBe('register.office:because.busy');
    await importJob.run({});
  });

  test('more than the disk holds', async () => {
    expect(await hasRoomFor(folder, 1e18)).toBe(false);
  });

  test('a folder that is none', async () => {
    const noFolder = path.join(elsewhere, name);
    useConfig({ ...config(), registerFolder: noFolder });
    expect(await codeOf(send({}))).toBe('register.office:because.notWritten');
  });

  test('who may not import', async () => {
    expect(await codeOf(send({}, consultant))).toBe('error.forbidden');
    expect(readdirSync(folder)).toEqual([]);
  });
});
