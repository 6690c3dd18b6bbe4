import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { EditConflict, Refusal } from '#platform/server/errors.ts';
import { operationNamed } from '#platform/server/operation.ts';
import { readLetter } from '#platform/server/mail.ts';
import { readPerson } from '#platform/server/people.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld, type World } from '../../../../tests/support/world.ts';
import type { TalkView, Threads } from '../rules/views.ts';
import { correctComment, readTalk, seeComment, strikeComment, writeComment } from './operations.ts';
import { wordsOf } from './threads.ts';

const database = useOwnDatabase();
let world: World;
const names: Record<string, string> = {};

type Who = 'consultant' | 'member' | 'enterpriseLead' | 'coordinator' | 'auditor' | 'programmeManager';
const as = (who: Who) => ({ locale: 'nl' as const, as: world.ids[who]! });
const enterprise = () => world.ids['enterprise']!;
const asSystem = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

const write = (who: Who, words: string, more: object = {}) =>
  writeComment.call(as(who), { enterprise: enterprise(), words, ...more });
/** The page of the enterprise, which another module draws. */
const timeline = (who: Who, filters: object = {}) =>
  operationNamed('reporting.readEnterprise')!.call(as(who), { enterprise: enterprise(), ...filters }) as Promise<{
    entries: readonly { id: string; text: string }[];
    threads: Threads;
  }>;
const talk = (who: Who, entry?: string) =>
  readTalk.call(as(who), { enterprise: enterprise(), entry }) as Promise<TalkView>;
const said = async (who: Who, entry: string) => (await talk(who, entry)).comments.map(wordsOf);
const refused = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (problem: unknown) => (problem instanceof Refusal ? problem.status : Promise.reject(problem as Error)),
  );
const waiting = (person: string) =>
  asSystem((db) =>
    db.many<{ link: string }>(
      sql`select link from waiting_tasks where person_id = ${person} and kind = 'timeline.mentioned' and done_at is null`,
    ),
  );

beforeAll(async () => {
  world = await readWorld(database.url());
  await asSystem(async (db) => {
    for (const who of ['consultant', 'member', 'enterpriseLead', 'coordinator'] as const)
      names[who] = (await readPerson(db, world.ids[who]!))!.name;
  });
});

describe('writing beside the timeline', () => {
  test('a new comment is a line of its own, and answers stand under it', async () => {
    const { entry } = await write('consultant', 'De sessie van maandag verschuift.');
    await write('enterpriseLead', 'Goed voor ons.', { entry });
    expect(await said('member', entry)).toEqual(['De sessie van maandag verschuift.', 'Goed voor ons.']);
    const page = await timeline('enterpriseLead');
    expect(page.entries.find(({ id }) => id === entry)?.text).toBe(`${names['consultant']} schreef iets`);
    expect(page.threads[entry]?.map(wordsOf)).toEqual(['De sessie van maandag verschuift.', 'Goed voor ons.']);
  });

  test('what is not for the enterprise is never told to it, nor that it is there', async () => {
    const { entry } = await write('member', 'Even onder ons.', { officeOnly: 'on' });
    expect(await refused(talk('enterpriseLead', entry))).toBe(404);
    const { entry: open } = await write('member', 'Voor iedereen.');
    await write('member', 'Alleen kantoor.', { entry: open, officeOnly: 'on' });
    expect(await said('enterpriseLead', open)).toEqual(['Voor iedereen.']);
    expect(await said('auditor', open)).toEqual(['Voor iedereen.', 'Alleen kantoor.']);
    const page = await timeline('enterpriseLead', { words: 'kantoor' });
    expect(page.entries).toEqual([]);
  });

  test('an auditor reads and does not write', async () => {
    expect(await refused(write('auditor', 'Iets'))).toBe(403);
    expect((await talk('auditor')).people).toEqual([]);
  });

  test('an empty comment is refused beside its field', async () => {
    await expect(write('member', '   ')).rejects.toMatchObject({ issues: [{ path: 'words' }] });
  });
});

describe('asking somebody to look', () => {
  test('it waits for them, with a letter that holds no name and no word of it, until they say that they looked', async () => {
    const person = world.ids['consultant']!;
    const { entry, comment, asked } = await write(
      'member',
      `Kijk jij, @${names['consultant']}? Het gaat over ontslag.`,
    );
    expect(asked).toBe(1);
    const [task] = await waiting(person);
    expect(task?.link).toBe(`/enterprises/${enterprise()}/comments/${entry}#comment-${comment}`);
    const letter = await asSystem(async (db) => {
      const row = await db.one(
        sql`select * from mails where person_id = ${person} order by created_at desc, id desc limit 1`,
      );
      return readLetter(db, row as Parameters<typeof readLetter>[1]);
    });
    expect(letter?.body).toContain(task!.link);
    for (const secret of [names['member']!, 'ontslag', 'Kijk jij']) expect(letter?.body).not.toContain(secret);

    const [before] = (await talk('consultant', entry)).comments;
    expect(before?.asksMe).toBe(true);
    await seeComment.call(as('consultant'), { enterprise: enterprise(), comment });
    expect(await waiting(person)).toEqual([]);
    expect((await talk('member', entry)).comments[0]?.asked).toMatchObject([{ seen: true }]);
  });

  test('who answers has looked, and whoever is ticked is asked as well', async () => {
    const person = world.ids['member']!;
    const { entry } = await write('consultant', 'Wat denk jij?', { people: [person] });
    expect(await waiting(person)).toHaveLength(1);
    await write('member', 'Goed idee.', { entry });
    expect(await waiting(person)).toEqual([]);
  });

  test('only who may read it can be asked', async () => {
    const lead = world.ids['enterpriseLead']!;
    expect(await refused(write('member', 'Onder ons.', { officeOnly: 'on', people: [lead] }))).toBe(422);
    expect(await refused(write('member', 'Hallo', { people: [world.ids['evaluator']!] }))).toBe(422);
    const { people } = await talk('member');
    expect(people.map(({ id }) => id)).toContain(lead);
    expect(people.map(({ id }) => id)).not.toContain(world.ids['evaluator']);
    // Who works at the enterprise meets who guides it, and not everybody of the programme.
    const near = (await talk('enterpriseLead')).people.map(({ id }) => id);
    expect(near).toContain(world.ids['consultant']);
    expect(near).not.toContain(world.ids['auditor']);
  });
});

describe('one’s own comment', () => {
  test('is corrected by its writer alone, and says so', async () => {
    const { entry, comment } = await write('consultant', 'Op dinsdag.');
    const correct = (who: Who, version: number, words: string) =>
      correctComment.call(as(who), { enterprise: enterprise(), comment, version, words });
    expect(await refused(correct('member', 1, 'Op vrijdag.'))).toBe(403);
    await correct('consultant', 1, 'Op woensdag.');
    const [now] = (await talk('member', entry)).comments;
    expect(now).toMatchObject({ parts: [{ text: 'Op woensdag.' }], mine: false });
    expect(now?.correctedAt).toBeInstanceOf(Date);
    // From an older page: what stands there now is shown, and nothing is lost.
    const problem = await correct('consultant', 1, 'Op donderdag.').catch((caught: unknown) => caught);
    expect(problem).toBeInstanceOf(EditConflict);
    expect((problem as EditConflict).conflicts).toEqual([
      { path: 'words', mine: 'Op donderdag.', theirs: 'Op woensdag.' },
    ]);
  });

  test('struck out, its words are gone for everybody and it waits for nobody', async () => {
    const person = world.ids['member']!;
    const { entry, comment } = await write('consultant', 'Te veel gezegd.', { people: [person] });
    await strikeComment.call(as('consultant'), { enterprise: enterprise(), comment, version: 1 });
    expect(await said('consultant', entry)).toEqual(['']);
    expect(await waiting(person)).toEqual([]);
    const kept = await asSystem((db) =>
      db.one<{ words: Buffer | null }>(sql`select words from comments where id = ${comment}`),
    );
    expect(kept.words).toBeNull();
    expect(await refused(strikeComment.call(as('consultant'), { enterprise: enterprise(), comment, version: 2 }))).toBe(
      409,
    );
  });
});

describe('what is kept', () => {
  test('is sealed: neither the table nor the trail holds a word or a name', async () => {
    const { comment } = await write('coordinator', `Vertrouwelijkwoord voor @${names['member']}.`);
    const rows = await asSystem(async (db) => [
      ...(await db.many<object>(sql`select c::text from comments c where id = ${comment}`)),
      ...(await db.many<object>(sql`select a::text from audit_entries a where subject_id = ${comment}`)),
      ...(await db.many<object>(sql`select n::text from timeline_entries n where kind = 'timeline.comment'`)),
    ]);
    expect(rows.length).toBeGreaterThan(2);
    const all = JSON.stringify(rows);
    for (const secret of ['Vertrouwelijkwoord', names['member']!, names['coordinator']!]) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  test('becomes unreadable for everybody when its writer’s key is destroyed', async () => {
    const { entry } = await write('coordinator', 'Dit verdwijnt.');
    await asSystem(async (db) => {
      const person = world.ids['coordinator']!;
      await db.run(sql`delete from person_keys where person_id = ${person}`);
      await db.run(sql`update people set sealed = null, erased_at = now() where id = ${person}`);
    });
    const [gone] = (await talk('programmeManager', entry)).comments;
    expect(gone).toMatchObject({ by: null, parts: null, struckAt: null });
    expect((await timeline('member', { words: 'verdwijnt' })).entries).toEqual([]);
  });
});
