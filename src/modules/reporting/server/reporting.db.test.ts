import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#platform/server/errors.ts';
import { openTask } from '#platform/server/registries.ts';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { EnterpriseListView, EnterpriseView, HomePart, HomeView } from '../rules/views.ts';
import { listEnterprises, readEnterprise, readHome } from './operations.ts';
import { asSystem, noon, placeOf, plantEntry, plantTask, plantWorld, type SmallWorld } from './world.testing.ts';

useOwnDatabase();
let world: SmallWorld;

type Who = keyof SmallWorld['people'];
const as = (who: Who) => ({ locale: 'nl' as const, as: world.people[who] });
const home = (who: Who, input: object = {}) => readHome.call(as(who), input, { now: noon }) as Promise<HomeView>;
const list = (who: Who, input: object = {}) =>
  listEnterprises.call(as(who), input, { now: noon }) as Promise<EnterpriseListView>;
const timeline = (who: Who, name: keyof SmallWorld['cases'], input: object = {}) =>
  readEnterprise.call(
    as(who),
    { enterprise: world.cases[name].enterprise, ...input },
    { now: noon },
  ) as Promise<EnterpriseView>;
const sentences = (view: HomeView) => [...(view.first ? [view.first] : []), ...view.tasks].map((task) => task.text);
const partOf = async <Role extends HomePart['role']>(who: Who, role: Role) => {
  const { part } = await home(who, { role });
  expect(part.role).toBe(role);
  return part as Extract<HomePart, { role: Role }>;
};
const refusal = async (work: Promise<unknown>) => {
  const caught = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(caught).toBeInstanceOf(Refusal);
  return (caught as Refusal).status;
};

beforeAll(async () => {
  world = await plantWorld();
  await plantTask(world, 'mill', 'volgende week', 9, ['consultant']);
  await plantTask(world, 'mill', 'zonder datum', null, ['consultant']);
  await plantTask(world, 'mill', 'zondag', 4, ['consultant']);
  await plantTask(world, 'mill', 'gisteren', -1, ['consultant']);
  await plantTask(world, 'mill', 'vandaag', 0, ['consultant']);
  await plantTask(world, 'garage', 'bij de andere', -3, ['consultant']);
  await plantTask(world, 'mill', 'voor de onderneming', 3, ['enterprise_lead']);
  await plantTask(world, 'mill', 'voor het fonds', 3, ['provider_member']);
  await plantTask(world, 'press', 'voor fonds B', 3, ['provider_member']);
  await plantTask(world, 'press', 'voor het perceel', 5, ['lot_coordinator', 'programme_manager']);
  await plantTask(world, 'studio', 'voor het andere perceel', 5, ['lot_coordinator', 'programme_manager']);
  await plantTask(world, 'mill', 'alleen voor Ann', 2, ['provider_member'], world.people.memberA);
  await plantTask(world, 'press', 'alleen voor Bea', 2, ['provider_member'], world.people.memberB);
  await plantEntry(world, 'mill', 'een sessie', 1, { kind: 'trajectories.session' });
  await plantEntry(world, 'mill', 'een besluit', 20, { kind: 'eligibility.decided' });
  await plantEntry(world, 'mill', 'iets van kantoor', 2, { officeOnly: true });
  await plantEntry(world, 'press', 'een ander besluit', 3, { kind: 'eligibility.decided' });
});

describe('home', () => {
  test('late comes first, then by date, and what has no date last', async () => {
    const view = await home('guide');
    expect(sentences(view)).toEqual([
      'Doe gisteren.',
      'Doe vandaag.',
      'Doe zondag.',
      'Doe volgende week.',
      'Doe zonder datum.',
    ]);
    expect(view.first?.urgency).toBe('late');
    expect(view.tasks.map((task) => task.urgency)).toEqual(['week', 'week', 'later', 'later']);
  });

  test('each role sees what waits for it, in its place, and nothing else', async () => {
    expect(sentences(await home('otherGuide'))).toEqual(['Doe bij de andere.']);
    expect(sentences(await home('lead'))).toEqual(['Doe voor de onderneming.']);
    expect(sentences(await home('memberA'))).toEqual(['Doe alleen voor Ann.', 'Doe voor het fonds.']);
    expect(sentences(await home('memberB'))).toEqual(['Doe alleen voor Bea.', 'Doe voor fonds B.']);
    expect(sentences(await home('coordinator'))).toEqual(['Doe voor het perceel.']);
    expect(sentences(await home('manager')).sort()).toEqual(['Doe voor het andere perceel.', 'Doe voor het perceel.']);
    expect(sentences(await home('evaluator'))).toEqual([]);
    expect(sentences(await home('auditor'))).toEqual([]);
  });

  test('somebody with several roles sees one at a time, and never through the eyes of another', async () => {
    const member = await home('twoRoles');
    expect(member.roles).toEqual(['provider_member', 'evaluator']);
    expect(member.role).toBe('provider_member');
    expect(member.part).toMatchObject({ stages: [{ state: 'guidance', count: 1 }] });
    const evaluator = await home('twoRoles', { role: 'evaluator' });
    expect(evaluator.role).toBe('evaluator');
    expect(sentences(evaluator)).toEqual([]);
    expect((await home('twoRoles', { role: 'auditor' })).role).toBe('provider_member');
  });

  test('a task for one person is nobody else’s', async () => {
    const shown = sentences(await home('twoRoles'));
    expect(shown).toContain('Doe voor fonds B.');
    expect(shown).not.toContain('Doe alleen voor Bea.');
  });

  test('people and days in a sentence are made readable', async () => {
    await asSystem((db) =>
      openTask(db, placeOf(world, 'garage'), {
        kind: 'test.call',
        subject: newId(),
        roles: ['consultant'],
        textKey: 'reporting-test:task.call',
        parameters: { contactPerson: world.people.contact, day: '2026-12-02' },
        link: '/home',
      }),
    );
    expect(sentences(await home('otherGuide'))).toContain('Bel Koen Proef vóór 2 december 2026.');
  });

  test('a task whose text is gone still shows that something waits', async () => {
    await asSystem((db) =>
      openTask(db, placeOf(world, 'garage'), {
        kind: 'test.gone',
        subject: newId(),
        roles: ['consultant'],
        textKey: 'reporting-test:gone',
        link: '/home',
      }),
    );
    const shown = await home('otherGuide');
    expect(sentences(shown)).toContain('Er wacht iets op jou. Open het om te zien wat.');
  });

  test('many tasks go on over pages, each task once', async () => {
    for (let at = 0; at < 70; at++)
      await plantTask(world, 'studio', `nummer ${at}`, at % 3 === 0 ? null : 30 + (at % 5), ['auditor']);
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const view: HomeView = await home('auditor', after ? { after } : {});
      expect(view.continued).toBe(after !== null);
      seen.push(...sentences(view));
      after = view.next;
      pages += 1;
    } while (after);
    expect(pages).toBe(3);
    expect(seen).toHaveLength(70);
    expect(new Set(seen).size).toBe(70);
  });

  test('what is theirs follows the role', async () => {
    const { lots } = await partOf('manager', 'programme_manager');
    expect(
      lots.map(({ number, reached, small, known, target, expected }) => ({
        number,
        reached,
        small,
        known,
        target,
        expected,
      })),
    ).toEqual([
      { number: 1, reached: 2, small: 1, known: 2, target: 40, expected: 35 },
      { number: 2, reached: 1, small: 0, known: 0, target: 60, expected: 53 },
    ]);
    const { providers } = await partOf('coordinator', 'lot_coordinator');
    expect(providers.map(({ name, starting, guided }) => [name, starting, guided])).toEqual([
      ['Fonds A', 1, 1],
      ['Fonds B', 0, 1],
    ]);
    const { guided } = await partOf('guide', 'consultant');
    expect(guided.map((row) => row.enterpriseName)).toEqual(['Bakkerij De Proefmolen']);
    const { enterprises, steps } = await partOf('lead', 'enterprise_lead');
    expect(enterprises.map((row) => row.name)).toEqual(['Bakkerij De Proefmolen']);
    expect(steps?.find((step) => step.status === 'current')?.station).toBe('guidance');
    const { entries } = await partOf('auditor', 'auditor');
    expect(entries.map((entry) => entry.text)).toEqual(['Er gebeurde een ander besluit.', 'Er gebeurde een besluit.']);
  });

  test('a visitor is asked to sign in', async () => {
    expect(await refusal(readHome.call({ locale: 'nl' }, {}))).toBe(401);
  });
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

  test('a chip shows one kind', async () => {
    const texts = async (show: string) =>
      (await timeline('guide', 'mill', { show })).entries.map((entry) => entry.text);
    expect(await texts('sessions')).toEqual(['Er gebeurde een sessie.']);
    expect(await texts('decisions')).toEqual(['Er gebeurde een besluit.']);
    expect(await texts('nonsense')).toHaveLength(3);
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
