import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/server/ids.ts';
import { addPerson, changePerson } from '#platform/server/people.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { SearchView } from '../rules/views.ts';
import { searchEverywhere } from './searchOperations.ts';
import { asSystem, noon, plantWorld, refusal, type SmallWorld, type Who } from './world.testing.ts';

useOwnDatabase();
let world: SmallWorld;
let sealed: string;
const search = (who: Who, words: string) =>
  searchEverywhere.call({ locale: 'nl', as: world.people[who] }, { words }, { now: noon }) as Promise<SearchView>;
const names = async (who: Who, words: string) => (await search(who, words)).enterprises.map(({ name }) => name);
const people = async (who: Who, words: string) => (await search(who, words)).people.map(({ name }) => name);

beforeAll(async () => {
  world = await plantWorld();
  sealed = await asSystem(async (db) => {
    const id = await addPerson(db, { name: 'Çelik-Özdemir Ayşe', email: 'ayse@proef.example' }, 'nl');
    await db.run(sql`insert into enterprise_people (id, programme_id, lot_id, provider_id, enterprise_id, person_id, capacity)
      values (${newId()}, ${world.programme}, ${world.lots[0]}, ${world.funds.b}, ${world.cases.press.enterprise}, ${id}, 'hr')`);
    return id;
  });
});

describe('search', () => {
  test('an enterprise is found by its number, from the first digits, with dots, spaces or BE', async () => {
    for (const typed of ['0400000001', '0400.000.001', 'BE 0400 000 001', '400000001'])
      expect(await names('manager', typed), typed).toEqual(['Bakkerij De Proefmolen']);
    expect(await names('manager', '04000000')).toHaveLength(8);
  });

  test('by a part of its name, and with typing mistakes', async () => {
    expect((await names('manager', 'proefm'))[0]).toBe('Bakkerij De Proefmolen');
    for (const typed of ['bakerij de proefmolen', 'Baxkerij Proefmoolen', 'drukerij proefvell', 'stuido proefklank']) {
      const found = await search('manager', typed);
      expect(found.alike, typed).toBe(true);
      expect(found.enterprises[0]?.name.slice(0, 3).toLowerCase(), typed).toBe(
        typed.slice(0, 2).toLowerCase() === 'ba' ? 'bak' : typed.startsWith('d') ? 'dru' : 'stu',
      );
    }
  });

  test('the trajectory under way stands beside its enterprise, and is found by its address', async () => {
    const { trajectories } = await search('manager', 'proefmolen');
    expect(trajectories.map(({ id, stage }) => [id, stage])).toEqual([[world.cases.mill.trajectory, 'guidance']]);
    expect((await search('memberA', `/trajectories/${world.cases.mill.trajectory}/plan`)).trajectories).toHaveLength(1);
    expect((await search('memberB', world.cases.mill.trajectory)).trajectories).toEqual([]);
  });

  test('a person is found by the beginning of each word of their name, in any order, and by their whole address', async () => {
    for (const typed of ['celik', 'ayse', 'ozd', 'Ayşe Çel', 'ayse@proef.example', 'AYSE@proef.example'])
      expect(await people('manager', typed), typed).toEqual(['Çelik-Özdemir Ayşe']);
    for (const typed of ['lik', 'ayse peeters', 'ayse@proef'])
      expect(await people('manager', typed), typed).toEqual([]);
    expect(await people('manager', 'lotte')).toEqual(['Lotte Proef']);
  });

  test('nobody finds what they may not see: neither enterprise, nor trajectory, nor person', async () => {
    for (const typed of ['Drukkerij Proefvel', 'drukerij proefvell', '0400000003']) {
      expect(await names('memberB', typed), typed).toEqual(['Drukkerij Proefvel']);
      for (const who of ['memberA', 'guide'] as const) {
        const found = await search(who, typed);
        expect(
          [...found.enterprises, ...found.trajectories].map(({ id }) => id),
          `${who} ${typed}`,
        ).not.toEqual(
          expect.arrayContaining([
            expect.stringMatching(`${world.cases.press.enterprise}|${world.cases.press.trajectory}`),
          ]),
        );
      }
    }
    expect(await names('coordinator', 'Studio Proefklank')).toEqual([]);
    expect(await people('memberA', 'celik')).toEqual([]);
    expect(await people('memberA', 'ayse@proef.example')).toEqual([]);
    expect(await people('memberB', 'celik')).toEqual(['Çelik-Özdemir Ayşe']);
    for (const who of ['lead', 'evaluator'] as const) expect(await refusal(search(who, 'proefmolen')), who).toBe(403);
    expect(await refusal(searchEverywhere.call({ locale: 'nl' }, { words: 'proefmolen' }))).toBe(401);
  });

  test('whatever is sent, the app cannot read the list of names but through its own scope', async () => {
    await expect(asSystem((db) => db.many(sql`select * from enterprise_search`))).rejects.toThrow(/permission denied/);
    const found = await asSystem((db) =>
      db.many(sql`select * from krachtlijn.search_enterprises('proefmolen', '', 10)`),
    );
    expect(found).toEqual([]);
  });

  test('a new name is found under that name only', async () => {
    await asSystem((db) => changePerson(db, sealed, { name: 'Ayşe Vermeulen' }));
    expect(await people('manager', 'vermeul')).toEqual(['Ayşe Vermeulen']);
    expect(await people('manager', 'celik')).toEqual([]);
    await asSystem((db) =>
      db.run(sql`update enterprises set name = 'Boekbinderij Proefband' where id = ${world.cases.press.enterprise}`),
    );
    expect(await names('memberB', 'boekbind')).toEqual(['Boekbinderij Proefband']);
    expect(await names('memberB', 'drukkerij')).toEqual([]);
  });

  test('who is erased is not found any more, and leaves no hash behind', async () => {
    await asSystem(async (db) => {
      await db.run(sql`update people set sealed = null, email_lookup = null, erased_at = now() where id = ${sealed}`);
      await db.run(sql`delete from person_keys where person_id = ${sealed}`);
    });
    expect(await people('manager', 'vermeul')).toEqual([]);
    expect(await people('manager', 'ayse@proef.example')).toEqual([]);
    expect(await asSystem((db) => db.many(sql`select * from person_search where person_id = ${sealed}`))).toEqual([]);
  });

  test('nonsense finds nothing and breaks nothing', async () => {
    for (const typed of ['', ' ', '%', "'; drop table people; --", '\\', 'x'.repeat(500), '٣٤٥', '🙂🙂', '999'])
      expect((await search('manager', typed)).enterprises, typed).toEqual([]);
  });
});
