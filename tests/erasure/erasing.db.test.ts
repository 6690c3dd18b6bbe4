import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { isExport } from '#platform/server/exports/columns.ts';
import { Refusal } from '#platform/server/errors.ts';
import { allOperations } from '#platform/server/operation.ts';
import { emailLookup, openUnderInstance, openValues, unwrapPersonKey } from '#platform/server/sealing.ts';
import { pdfText } from '#platform/documents/server/readPdf.testing.ts';
import { useOwnDatabase } from '../support/database.ts';
import { readWorld } from '../support/world.ts';
import { call, dataFolder, plant, planted, readAll, type Planted } from './planted.ts';
import { allRows, remainsIn, remainsInDatabase, remainsInFolder } from './remains.ts';

/*
 * The proof that erasing somebody leaves nothing of them: values that stand nowhere else are planted by living the main job, then
 * looked for everywhere. Everything runs through real operations on a real database.
 */

const database = useOwnDatabase();
let here: Planted;
let before: Map<string, string[]>;
let sealed: { people: Buffer; letters: Buffer[]; wrapped: Buffer; given: Buffer[] };

const as = (person: string) => ({ as: person });

/** A document of a word processor with one paragraph. */
const documentSaying = (words: string) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(`<w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`),
  });

beforeAll(async () => {
  here = await plant(database.url());
}, 120_000);

test('before: the values stand in many tables, so looking for them means something', async () => {
  const tables = new Set((await remainsInDatabase(database.url())).map((line) => line.split(':')[0]));
  for (const table of [
    'leads',
    'intakes',
    'plans',
    'plan_versions',
    'plan_submissions',
    'action_plans',
    'action_plan_versions',
    'documents',
  ])
    expect(tables, table).toContain(`public.${table}`);
});

test('the export tells what is theirs, and nothing of anybody else', async () => {
  const { bytes } = await call<{ bytes: Uint8Array }>('privacy.exportMyData', here.session, {});
  const files = unzipSync(bytes);
  const told = Buffer.from(files['data.json']!).toString('utf8');
  const page = Buffer.from(files['lees-mij.html']!).toString('utf8');
  for (const value of [planted.name, planted.email, planted.phone, planted.note]) {
    expect(told).toContain(value);
    expect(page).toContain(value);
  }
  // Ids of other people, and what others wrote about the enterprise.
  expect(told).not.toContain(here.guide);
  expect(told).not.toContain('Niemand kan de oven bedienen');
  const kinds = (JSON.parse(told) as { kinds: { kind: string; why: string; howLong: string; records: unknown[] }[] })
    .kinds;
  expect(kinds.every(({ why, howLong }) => why.length > 10 && howLong.length > 10)).toBe(true);
  for (const kind of ['signIn', 'contact', 'requests', 'documents', 'letters', 'trail'])
    expect(kinds.find((one) => one.kind === kind)?.records.length, kind).toBeGreaterThan(0);
});

test('what blocks is said beforehand, with the way on: files that name them too, in words or in an office document', async () => {
  const add = (name: string, content: Uint8Array) =>
    call('timeline.addFile', as(here.guide), {
      enterprise: here.enterprise,
      file: { name, content: Buffer.from(content).toString('base64') },
    });
  await add('bakkers.csv', Buffer.from(`naam;mail\n${planted.name};${planted.email}`));
  await add('verslag.docx', documentSaying(planted.name.replace(' ', '</w:t></w:r><w:r><w:t> ')));
  await add('oven.docx', documentSaying('De oven loopt door.'));
  const blocked = async () =>
    (await call<{ blocks: { text: string; link: string }[] }>('privacy.readMyData', here.session, {})).blocks;
  const [contact, ...files] = (await blocked()).sort((a, b) => Number(b.link.endsWith('facts')) - Number(a.link.endsWith('facts'))); // prettier-ignore
  expect(contact).toEqual({
    text: expect.stringContaining('enige contact') as string,
    link: `/enterprises/${here.enterprise}/facts`,
  });
  expect(files.map(({ text }) => text)).toEqual([expect.stringContaining('een bestand'), expect.stringContaining('een bestand')]); // prettier-ignore
  await expect(call('privacy.eraseMyself', here.session, { sure: 'on' })).rejects.toMatchObject({ code: 'not_now' });
  for (const { link } of files)
    await call('timeline.removeFile', as(here.guide), {
      enterprise: here.enterprise,
      attachment: link.split('/').at(-1),
    });
  const other = { name: 'Ander Contact', email: 'ander@plantsel.example.com', capacity: 'hr' };
  await call('enterprises.addContact', as(here.guide), { enterprise: here.enterprise, ...other });
  expect(await blocked()).toEqual([]);
});

test('erasing says how many texts it touched, and signs out', async () => {
  const blobs = async (statement: string) =>
    (await readAll(database.url(), statement)).rows.map((row) => row['blob'] as Buffer);
  sealed = {
    people: (await blobs(`select sealed as blob from people where id = '${here.person}'`))[0]!,
    wrapped: (await blobs(`select wrapped as blob from person_keys where person_id = '${here.person}'`))[0]!,
    letters: await blobs(
      `select secrets as blob from mails where person_id = '${here.person}' and secrets is not null`,
    ),
    given: await blobs(`select totp as blob from passwords where person_id = '${here.person}' and totp is not null`),
  };
  before = await allRows(database.url());
  const { texts } = await call<{ texts: number }>('privacy.eraseMyself', here.session, { sure: 'on' });
  expect(texts).toBeGreaterThan(5);
  await expect(call('privacy.readMyData', here.session, {})).rejects.toMatchObject({ code: 'sign_in' });
});

describe('after erasing', () => {
  test('no row of any table holds a value: not in text, not in JSON, not in bytes, nor in the queue, the mailbox or the trail', async () => {
    expect(await remainsInDatabase(database.url())).toEqual([]);
  });

  test('no file of the instance holds one, once the database has tidied its pages', async () => {
    // What PostgreSQL itself still holds on disk until then, and in its write-ahead log: see SECURITY.md. A server of somebody
    // else keeps its files elsewhere, and tidies them itself.
    if (!process.env.TEST_DATABASE_SERVER) {
      await readAll(database.url(), 'vacuum full');
      await readAll(database.url(), 'checkpoint');
    }
    expect(remainsInFolder(dataFolder()).filter((file) => !file.includes('/pg_wal/'))).toEqual([]);
  }, 60_000);

  test('the keyed hashes of the address and of the name are gone', async () => {
    const { rows } = await readAll(
      database.url(),
      `select 1 from people where email_lookup = '${emailLookup(planted.email)}' union all select 1 from person_search where person_id = '${here.person}'`,
    );
    expect(rows).toEqual([]);
  });

  test('nothing that is left opens what was sealed for them: no key of anybody, nor that of the instance', async () => {
    const { rows } = await readAll(database.url(), 'select person_id as id, wrapped from person_keys');
    const blobs = [sealed.people, ...sealed.letters, ...sealed.given];
    expect(blobs.length).toBeGreaterThan(1);
    expect(rows.some((row) => row['id'] === here.person)).toBe(false);
    for (const { id, wrapped } of rows as unknown as { id: string; wrapped: Buffer }[]) {
      const key = unwrapPersonKey(id, wrapped);
      expect(() => unwrapPersonKey(here.person, wrapped)).toThrow();
      for (const blob of blobs) expect(() => openValues(key, here.person, blob)).toThrow();
    }
    for (const blob of blobs) expect(() => openUnderInstance(blob, `person:${here.person}`)).toThrow();
  });

  test('no operation tells a value to anybody, search, exports and PDFs among them', async () => {
    const world = await readWorld(database.url());
    const ids = { ...world.ids, trajectory: here.trajectory, enterprise: here.enterprise, enterpriseLead: here.person };
    for (const state of ['new', 'taken', 'converted']) Object.assign(ids, { [`lead.${state}`]: here.lead });
    const found: string[] = [];
    let answers = 0;
    for (const operation of allOperations().filter(({ kind }) => kind === 'query' || kind === 'stream'))
      for (const who of [undefined, here.guide, here.manager, ...world.insiders.map(({ person }) => person)])
        for (const words of [undefined, planted.name]) {
          const example = operation.example(ids) as Record<string, unknown>;
          const input = words ? { ...example, words, q: words, search: words } : example;
          const text = await answerOf(() => operation.call({ locale: 'nl', ...(who ? { as: who } : {}) }, input));
          if (text === undefined) continue;
          answers += 1;
          // What was asked comes back in the page that was asked for it.
          const told = words ? text.replaceAll(JSON.stringify(words), '') : text;
          if (remainsIn(told).length > 0) found.push(`${operation.name}: ${remainsIn(told).join(', ')}`);
        }
    expect(answers).toBeGreaterThan(100);
    expect([...new Set(found)]).toEqual([]);
  }, 120_000);

  test('the whole file that an auditor takes holds none, its PDFs included', async () => {
    const auditor = (await readWorld(database.url())).insiders.find(({ role }) => role === 'auditor')!.person;
    const { bytes } = await call<{ bytes: Uint8Array }>('reporting.takeFile', as(auditor), {
      trajectory: here.trajectory,
    });
    const files = Object.entries(unzipSync(bytes));
    expect(files.some(([name]) => name.endsWith('.pdf'))).toBe(true);
    for (const [name, content] of files) {
      const text = name.endsWith('.pdf') ? pdfText(content) : Buffer.from(content).toString('utf8');
      expect(remainsIn(text), name).toEqual([]);
    }
  });

  test('what was sealed keeps its first hash, and still proves that nobody changed what is left', async () => {
    const { rows } = await readAll(
      database.url(),
      `select kind, hash, masked_hash, masked_at from documents where trajectory_id = '${here.trajectory}' and masked_hash is not null`,
    );
    expect(rows.length).toBeGreaterThan(0);
    const old = before.get('public.documents')!.join('\n');
    for (const row of rows) expect(old).toContain(row['hash'] as string);
    const printed = await call<{ bytes: Uint8Array }>('trajectories.printActionPlan', as(here.guide), {
      trajectory: here.trajectory,
    });
    expect(pdfText(printed.bytes)).toContain('—');
  });

  test('nobody else’s rows changed: each that did was theirs, or named them', async () => {
    const after = await allRows(database.url());
    const touched: string[] = [];
    const letters = before
      .get('public.mails')!
      .filter((row) => row.includes(here.person))
      .map((row) => row.slice(1, 37));
    const theirs = (row: string) =>
      row.includes(here.person) || letters.some((letter) => row.includes(letter)) || remainsIn(row).length > 0;
    for (const [table, rows] of before) {
      const left = new Map<string, number>();
      for (const row of after.get(table)!) left.set(row, (left.get(row) ?? 0) + 1);
      for (const row of rows) {
        const count = left.get(row) ?? 0;
        if (count > 0) left.set(row, count - 1);
        else if (!theirs(row)) touched.push(`${table}: ${row.slice(0, 160)}`);
      }
    }
    // The other contact became the main one; a comment that names them is sealed, so its row cannot be seen to;
    // nobody has to call about the request that was withdrawn.
    expect(touched.map((line) => line.split(':')[0]).sort()).toEqual([
      'public.comments',
      'public.enterprise_people',
      'public.waiting_tasks',
    ]);
  });

  test('a request of theirs that was open is withdrawn, since nobody is left to call', async () => {
    const { rows } = await readAll(
      database.url(),
      `select state, message from leads where contact_id = '${here.person}' and id <> '${here.lead}'`,
    );
    expect(rows).toEqual([{ state: 'withdrawn', message: null }]);
  });

  test('asking for a sign-in link, and erasing again, find nobody', async () => {
    await call('access.askSignInLink', {}, { email: planted.email });
    expect(await remainsInDatabase(database.url())).toEqual([]);
    const view = await call<{ person: { name: string; erased: boolean } }>('privacy.readPersonData', as(here.manager), {
      person: here.person,
    });
    expect(view.person).toMatchObject({ name: '—', erased: true });
    expect(await call('privacy.erasePerson', as(here.manager), { person: here.person, sure: 'on' })).toEqual({
      texts: 0,
    });
  });
});

/** What an operation answers, as text; a refusal with its words; undefined when it was about the role. */
async function answerOf(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    const result = await run();
    if (isExport(result)) {
      const rows: unknown[] = [];
      for await (const row of result.rows) rows.push(row);
      return JSON.stringify(rows);
    }
    const bytes = (result as { bytes?: Uint8Array } | null)?.bytes;
    return bytes
      ? Buffer.from(bytes).subarray(0, 4).toString() === '%PDF'
        ? pdfText(bytes)
        : Buffer.from(bytes).toString('latin1')
      : JSON.stringify(result);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return [401, 403, 404].includes(refusal.status) ? undefined : refusal.message;
  }
}
