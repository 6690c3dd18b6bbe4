import pg from 'pg';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { openTask } from '#platform/server/registries.ts';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import type { HomePart, HomeView } from '../rules/views.ts';
import { readHome } from './operations.ts';
import {
  asSystem,
  callersIn,
  placeOf,
  plantBusyWorld,
  plantTask,
  refusal,
  type SmallWorld,
  type Who,
} from './world.testing.ts';

useOwnDatabase();
let world: SmallWorld;
const { home, list, timeline } = callersIn(() => world);

const sentences = (view: HomeView) => [...(view.first ? [view.first] : []), ...view.tasks].map((task) => task.text);
const partOf = async <Role extends HomePart['role']>(who: Who, role: Role) => {
  const { part } = await home(who, { role });
  expect(part.role).toBe(role);
  return part as Extract<HomePart, { role: Role }>;
};

beforeAll(async () => {
  world = await plantBusyWorld();
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
    expect(member.part).toMatchObject({ standing: { guided: 1, starting: 0 } });
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
    await asSystem((db) =>
      openTask(db, placeOf(world, 'garage'), {
        kind: 'test.on',
        subject: newId(),
        roles: ['consultant'],
        textKey: 'reporting-test:task.on',
        parameters: { day: '2026-12-02' },
        link: '/home',
      }),
    );
    expect(sentences(await home('otherGuide'))).toContain('Kom op 2 december 2026.');
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
    const { partners } = await partOf('coordinator', 'lot_coordinator');
    expect(partners.map(({ name, starting, guided }) => [name, starting, guided])).toEqual([
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

  test('a page asks the database few things, however many rows it shows', async () => {
    const asked = vi.spyOn(pg.Client.prototype, 'query');
    const questions = async (work: () => Promise<unknown>) => {
      asked.mockClear();
      await work();
      const texts = asked.mock.calls.map(([first]) =>
        typeof first === 'string' ? first : (first as unknown as { text: string }).text,
      );
      // Opening and closing the transaction and setting the scope is the wrapper's.
      return texts.filter((text) => !/^(begin|commit)|set_config/.test(text)).length;
    };
    for (const who of ['lead', 'guide', 'memberA', 'coordinator', 'manager', 'evaluator', 'auditor'] as const)
      expect(await questions(() => home(who)), who).toBeLessThanOrEqual(12);
    expect(await questions(() => timeline('guide', 'mill'))).toBeLessThanOrEqual(12);
    expect(await questions(() => list('manager'))).toBeLessThanOrEqual(6);
    asked.mockRestore();
  });

  test('a visitor is asked to sign in', async () => {
    expect(await refusal(readHome.call({ locale: 'nl' }, {}))).toBe(401);
  });
});
