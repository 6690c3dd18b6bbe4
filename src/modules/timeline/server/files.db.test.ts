import sql from 'sql-template-tag';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { config, useConfig } from '#platform/server/config.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { Refusal } from '#platform/server/errors.ts';
import { eicar, startClamd } from '#platform/server/scanner/clamd.testing.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld, type World } from '../../../../tests/support/world.ts';
import type { FileView } from '../rules/views.ts';
import { addFile, listFiles, readFile, removeFile, takeFile } from './fileOperations.ts';
import { readTalk } from './operations.ts';
import { scanFile, scanWaiting } from './scanning.ts';

const database = useOwnDatabase();
let world: World;
type Who = 'consultant' | 'member' | 'enterpriseLead' | 'auditor' | 'programmeManager';
const as = (who: Who) => ({ locale: 'nl' as const, as: world.ids[who]! });
const enterprise = () => world.ids['enterprise']!;
const asSystem = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

const pdf = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF';
const add = (who: Who, name: string, content: string | Buffer, more: object = {}) =>
  addFile.call(as(who), {
    enterprise: enterprise(),
    file: { name, content: Buffer.from(content).toString('base64') },
    ...more,
  });
const look = (who: Who, attachment: string) => readFile.call(as(who), { enterprise: enterprise(), attachment });
const take = (who: Who, attachment: string, more: object = {}) =>
  takeFile.call(as(who), { enterprise: enterprise(), attachment, ...more });
const stateOf = async (attachment: string): Promise<FileView['state']> =>
  (await look('programmeManager', attachment)).file.state;
const refused = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (problem: unknown) => (problem instanceof Refusal ? problem.status : Promise.reject(problem as Error)),
  );
const fieldError = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (problem: { issues?: readonly { path: string; textKey: string }[] }) => problem.issues?.[0]?.textKey,
  );
const bytesKept = (attachment: string) =>
  asSystem((db) =>
    db.many<object>(sql`select 1 from attachments a join files f on f.id = a.file_id where a.id = ${attachment}`),
  );

beforeAll(async () => {
  world = await readWorld(database.url());
});
afterEach(() => useConfig({ ...config(), virusScanner: 'none' }));

describe('adding a file', () => {
  test('its kind is told by its content, whatever its name says', async () => {
    expect(await fieldError(add('member', 'plan.pdf', 'MZ geen pdf'))).toBe('timeline:error.file.differs');
    expect(await fieldError(add('member', 'plan.html', '<script>alert(1)</script>'))).toBe('timeline:error.file.kind');
    expect(await fieldError(add('member', 'tekening.txt', '<?xml version="1.0"?><svg/>'))).toBe(
      'timeline:error.file.differs',
    );
    expect(await fieldError(add('member', 'leeg.txt', ''))).toBe('timeline:error.noFile');
    expect(await fieldError(addFile.call(as('member'), { enterprise: enterprise() }))).toBe('timeline:error.noFile');
    expect(await add('member', 'C:\\map\\plan.pdf', pdf)).toMatchObject({ mediaType: 'application/pdf' });
  });

  test('10 MB is taken and a byte more is not', async () => {
    const most = Buffer.alloc(10_000_000, 'a');
    expect((await add('member', 'groot.txt', most)).size).toBe(10_000_000);
    expect(await fieldError(add('member', 'groter.txt', Buffer.concat([most, Buffer.from('a')])))).toBe(
      'timeline:error.fileSize',
    );
  });

  test('an auditor reads files and adds none; somebody outside sees nothing', async () => {
    expect(await refused(add('auditor', 'nota.txt', 'x'))).toBe(403);
    expect((await listFiles.call(as('auditor'), { enterprise: enterprise() })).mayAdd).toBe(false);
    const evaluator = { locale: 'nl' as const, as: world.ids['evaluator']! };
    expect(await refused(listFiles.call(evaluator, { enterprise: enterprise() }))).toBe(404);
  });

  test('what is not for the enterprise does not exist for it', async () => {
    const { attachment } = await add('member', 'intern.txt', 'x', { officeOnly: 'on' });
    expect(await refused(look('enterpriseLead', attachment))).toBe(404);
    expect(await refused(take('enterpriseLead', attachment))).toBe(404);
    const { files } = await listFiles.call(as('enterpriseLead'), { enterprise: enterprise() });
    expect(files.map(({ id }) => id)).not.toContain(attachment);
  });

  test('its name is sealed and is not in the trail', async () => {
    const { attachment } = await add('consultant', 'Verslag Peeters.txt', 'x', { words: 'Over Peeters.' });
    const rows = await asSystem(async (db) => [
      ...(await db.many<object>(sql`select a::text from attachments a where id = ${attachment}`)),
      ...(await db.many<object>(sql`select e::text from audit_entries e where subject_id = ${attachment}`)),
      ...(await db.many<object>(sql`select name from files`)),
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Peeters/);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Peeters').toString('hex'));
    expect((await look('member', attachment)).file.name).toBe('Verslag Peeters.txt');
  });
});

describe('scanning', () => {
  test('a file is held back from everybody, its writer too, until it was found clean', async () => {
    const clamd = await startClamd();
    useConfig({ ...config(), virusScanner: clamd.setting });
    const { attachment } = await add('consultant', 'nota.txt', 'Goed nieuws.');
    expect(await stateOf(attachment)).toBe('waiting');
    expect(await refused(take('consultant', attachment))).toBe(409);
    expect((await look('consultant', attachment)).text).toBeNull();
    await scanFile.run({ attachment });
    expect(await stateOf(attachment)).toBe('clean');
    expect((await look('enterpriseLead', attachment)).text?.beginning).toBe('Goed nieuws.');
    expect(Buffer.from((await take('enterpriseLead', attachment)).bytes).toString()).toBe('Goed nieuws.');
    await clamd.stop();
  });

  test('in which something is found, its bytes are thrown away and the line says so', async () => {
    const clamd = await startClamd();
    useConfig({ ...config(), virusScanner: clamd.setting });
    const { attachment, entry } = await add('consultant', 'nota.txt', eicar);
    await scanFile.run({ attachment });
    const talk = await readTalk.call(as('member'), { enterprise: enterprise(), entry });
    expect(talk.file).toMatchObject({ state: 'infected', found: 'Eicar-Test-Signature', preview: null });
    expect(await bytesKept(attachment)).toEqual([]);
    expect(await refused(take('consultant', attachment))).toBe(409);
    await clamd.stop();
  });

  test('while the scanner is down it waits; when the scanner is back, the job that comes round finds it', async () => {
    const clamd = await startClamd();
    useConfig({ ...config(), virusScanner: clamd.setting });
    await clamd.stop();
    const { attachment } = await add('consultant', 'nota.txt', 'Geduld.');
    await expect(scanFile.run({ attachment })).rejects.toThrow(/ECONNREFUSED/);
    expect(await stateOf(attachment)).toBe('waiting');
    expect(await refused(take('member', attachment))).toBe(409);
    const again = await startClamd({ port: clamd.port });
    await scanWaiting.run({ before: new Date(Date.now() + 1000).toISOString() });
    expect(await stateOf(attachment)).toBe('clean');
    await again.stop();
  });

  test('without a scanner the file can be had, and everything says that nothing looked at it', async () => {
    const { attachment } = await add('consultant', 'nota.txt', 'Ongezien.');
    await scanFile.run({ attachment });
    expect(await stateOf(attachment)).toBe('unscanned');
    expect((await listFiles.call(as('member'), { enterprise: enterprise() })).scanned).toBe(false);
  });
});

describe('giving a file', () => {
  const ready = async (name: string, content: string | Buffer) => {
    const { attachment } = await add('consultant', name, content);
    await scanFile.run({ attachment });
    return attachment;
  };
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  test('a picture and a text are drawn in a sandbox, a PDF only within a page of ours, the rest is saved', async () => {
    const policy = (given: { headers?: Readonly<Record<string, string>> }) =>
      given.headers?.['content-security-policy'];
    const picture = await take('member', await ready('foto.png', png));
    expect(picture).toMatchObject({ show: true, mediaType: 'image/png' });
    expect(policy(picture)).toBe("default-src 'none'; sandbox");
    const shown = await take('member', await ready('plan.pdf', pdf));
    expect(shown.show).toBe(true);
    expect(policy(shown)).toContain("frame-ancestors 'self'");
    expect(shown.headers?.['x-frame-options']).toBe('SAMEORIGIN');
    const saved = await take('member', await ready('plan.pdf', pdf), { save: 'on' });
    expect(saved.show).toBe(false);
    expect(policy(saved)).toContain('sandbox');
  });

  test('is over when it was removed: by who added it, or by who looks after the programme', async () => {
    const own = await ready('nota.txt', 'x');
    expect(await refused(removeFile.call(as('enterpriseLead'), { enterprise: enterprise(), attachment: own }))).toBe(
      403,
    );
    await removeFile.call(as('consultant'), { enterprise: enterprise(), attachment: own });
    expect(await bytesKept(own)).toEqual([]);
    expect((await look('member', own)).file).toMatchObject({ state: 'removed', name: null });
    const other = await ready('nota.txt', 'x');
    await removeFile.call(as('programmeManager'), { enterprise: enterprise(), attachment: other });
    expect(await refused(take('consultant', other))).toBe(409);
  });
});
