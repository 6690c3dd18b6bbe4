import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { EnterpriseListView, EnterpriseView } from '../rules/views.ts';
import { readEnterprise } from './operations.ts';
import { callersIn, plantBusyWorld, plantEntry, refusal, type SmallWorld, type Who } from './world.testing.ts';

useOwnDatabase();
let world: SmallWorld;
const { list, timeline } = callersIn(() => world);

beforeAll(async () => {
  world = await plantBusyWorld();
});

describe('the list of enterprises', () => {
  test('everybody finds their own and not the other’s', async () => {
    const names = async (who: Who) => (await list(who, { words: 'proef' })).enterprises.map((row) => row.name);
    expect(await names('memberA')).toEqual(['Bakkerij De Proefmolen', 'Garage Proefrit']);
    expect(await names('memberB')).toEqual(['Drukkerij Proefvel']);
    expect(await names('coordinator')).toEqual(['Bakkerij De Proefmolen', 'Drukkerij Proefvel', 'Garage Proefrit']);
    expect(await names('manager')).toHaveLength(4);
    expect(await names('lead')).toEqual(['Bakkerij De Proefmolen']);
  });

  test('it goes on over pages in one order, each enterprise once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: EnterpriseListView = await list('memberA', after ? { after } : {});
      seen.push(...page.enterprises.map((row) => row.name));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(66);
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  test('it narrows by stage, lot and number, and a sign of a pattern is only a sign', async () => {
    const of = async (input: object) => (await list('manager', input)).enterprises.map((row) => row.name);
    expect(await of({ stage: 'completed' })).toEqual(['Studio Proefklank']);
    expect(await of({ lot: world.lots[1] })).toEqual(['Studio Proefklank']);
    expect(await of({ words: 'BE 0400.000.002' })).toEqual(['Garage Proefrit']);
    expect(await of({ words: '%' })).toEqual([]);
    expect(await of({ stage: 'none', words: 'zaak 0' })).toHaveLength(9);
  });

  test('a mangled address shows the first page', async () => {
    const shown = await list('manager', { after: 'x', stage: 'nonsense', lot: 'nonsense' });
    expect(shown.enterprises).toHaveLength(30);
  });

  test('an evaluator may not see it, and is told so', async () => {
    expect(await refusal(list('evaluator'))).toBe(403);
  });
});

describe('the timeline of an enterprise', () => {
  test('the newest stands first, and the office sees everything', async () => {
    const view = await timeline('guide', 'mill');
    expect(view.entries.map((entry) => entry.text)).toEqual([
      'Er gebeurde een sessie.',
      'Er gebeurde iets van kantoor.',
      'Er gebeurde een besluit.',
    ]);
    expect(view.waiting[0]?.text).toBe('Doe gisteren.');
  });

  test('an enterprise lead sees neither what is for the office nor tasks of others', async () => {
    const view = await timeline('lead', 'mill');
    expect(view.entries.map((entry) => entry.text)).toEqual(['Er gebeurde een sessie.', 'Er gebeurde een besluit.']);
    expect(view.ahead.map((task) => task.text)).toEqual(['Doe voor de onderneming.']);
    expect(view.waiting.map((task) => task.text)).toEqual(['Doe voor de onderneming.']);
    expect((await list('lead')).enterprises[0]?.lastActivity).toBe('2026-11-17');
  });

  test('a line leads only where the reader may go', async () => {
    await plantEntry(world, 'garage', 'een aanvraag', 90, { link: '/leads/1' });
    await plantEntry(world, 'garage', 'een intake', 80, { link: '/trajectories/1/intake' });
    const links = async (who: Who) => (await timeline(who, 'garage')).entries.map((entry) => entry.link);
    expect(await links('memberA')).toEqual(['/trajectories/1/intake', '/leads/1']);
    expect(await links('otherGuide')).toEqual(['/trajectories/1/intake', null]);
  });

  test('a chip shows one kind', async () => {
    const texts = async (show: string) =>
      (await timeline('guide', 'mill', { show })).entries.map((entry) => entry.text);
    expect(await texts('sessions')).toEqual(['Er gebeurde een sessie.']);
    expect(await texts('decisions')).toEqual(['Er gebeurde een besluit.']);
    expect(await texts('nonsense')).toHaveLength(3);
  });

  test('it is narrowed by period, words, trajectory and provider, all of them at once', async () => {
    const texts = async (filters: object) =>
      (await timeline('guide', 'mill', filters)).entries.map((entry) => entry.text);
    expect(await texts({ from: '2026-11-16', until: '2026-11-16' })).toEqual(['Er gebeurde iets van kantoor.']);
    expect(await texts({ words: 'BESLUIT gebeurde' })).toEqual(['Er gebeurde een besluit.']);
    expect(await texts({ words: 'besluit', from: '2026-11-16' })).toEqual([]);
    expect(await texts({ trajectory: world.cases.mill.trajectory, show: 'sessions' })).toHaveLength(1);
    expect(await texts({ trajectory: world.cases.press.trajectory })).toEqual([]);
    expect(await texts({ provider: world.funds.b })).toEqual([]);
    expect(await texts({ provider: world.funds.a })).toHaveLength(3);
    // A mangled part of an address is as if it were not there.
    expect(await texts({ from: 'gisteren', trajectory: '1', words: '' })).toHaveLength(3);
  });

  test('words are found over pages, each line once, with the same number of questions', async () => {
    for (let at = 0; at < 70; at++) await plantEntry(world, 'press', at % 2 ? `oneven ${at}` : `even ${at}`, 30 + at);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page: EnterpriseView = await timeline('memberB', 'press', { words: 'oneven', after });
      expect(page.entries.every(({ text }) => text.includes('oneven'))).toBe(true);
      seen.push(...page.entries.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(35);
    expect(new Set(seen).size).toBe(35);
  });

  test('it goes on over pages, also within one day, while new entries arrive', async () => {
    for (let at = 0; at < 65; at++) await plantEntry(world, 'studio', `nummer ${at}`, 10 + Math.floor(at / 40));
    const first = await timeline('manager', 'studio');
    expect(first.entries).toHaveLength(30);
    await plantEntry(world, 'studio', 'iets nieuws', 0);
    const seen = first.entries.map((entry) => entry.id);
    let { next } = first;
    while (next) {
      const page = await timeline('manager', 'studio', { after: next });
      seen.push(...page.entries.map((entry) => entry.id));
      next = page.next;
    }
    expect(seen).toHaveLength(65);
    expect(new Set(seen).size).toBe(65);
  });

  test('the people stand beside it, the main contact first', async () => {
    const { people } = await timeline('lead', 'mill');
    expect(people.map(({ name, side }) => [name, side])).toEqual([
      ['Koen Proef', 'enterprise'],
      ['Lotte Proef', 'guide'],
    ]);
  });

  test('somebody else’s enterprise does not exist', async () => {
    expect(await refusal(timeline('memberB', 'mill'))).toBe(404);
    expect(await refusal(timeline('lead', 'press'))).toBe(404);
    expect(await refusal(timeline('evaluator', 'mill'))).toBe(404);
    const link = readEnterprise.call(
      { locale: 'nl', link: 'x'.repeat(40) },
      { enterprise: world.cases.mill.enterprise },
    );
    expect(await refusal(link)).toBe(401);
  });
});
