import { spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { operationNamed } from '#platform/server/operation.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld } from '../../../../tests/support/world.ts';
import { foldName, wordsOf } from '../rules/foldName.ts';
import type { RegisterEnterpriseView, RegisterSearchView } from '../rules/views.ts';
import { searchRegister } from './search.ts';

const database = useOwnDatabase();

function read<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });
}

interface Known {
  readonly number: string;
  readonly name: string;
  readonly zip: string | null;
}
let known: readonly Known[];
let consultant: string;

beforeAll(async () => {
  known = await read((db) =>
    db.many<Known>(sql`select n.enterprise_number as number, n.name, a.zip from register_names n
      left join register_addresses a on a.entity_number = n.enterprise_number where n.kind in ('001', '003') order by 1, 2`),
  );
  consultant = (await readWorld(database.url())).ids['consultant']!;
});

const find = (words: string, place = '', atMost = 60) =>
  read((db) => searchRegister(db, { words, place }, { atMost, legalOnly: false })).then(({ numbers }) => numbers);
const anyKnown = fc.nat().map((at) => known[at % known.length]!);
const runs = { numRuns: 40 };

describe('a search in the register', () => {
  test('finds every name as it is written, in capitals, without its signs, and by its beginning', async () => {
    await fc.assert(
      fc.asyncProperty(anyKnown, fc.nat(3), async ({ number, name }, way) => {
        const typed = [name, name.toUpperCase(), foldName(name), foldName(name).slice(0, 9)][way]!;
        expect(await find(typed), typed).toContain(number);
      }),
      runs,
    );
  });

  test('finds every name with its words in another order', async () => {
    await fc.assert(
      fc.asyncProperty(anyKnown, async ({ number, name }) => {
        const typed = wordsOf(foldName(name)).reverse().join(' ');
        expect(await find(typed), typed).toContain(number);
      }),
      runs,
    );
  });

  test('finds a name with one slip in a word: a letter too few, too many, another one, or two that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyKnown,
        fc.nat(),
        fc.nat(3),
        fc.constantFrom(...'aeklnrst'),
        async (one, where, kind, letter) => {
          const words = wordsOf(foldName(one.name));
          const longest = [...words].sort((left, right) => right.length - left.length)[0]!;
          fc.pre(longest.length >= 6);
          const at = where % (longest.length - 1);
          const slipped = [
            longest.slice(0, at) + longest.slice(at + 1),
            longest.slice(0, at) + letter + longest.slice(at),
            longest.slice(0, at) + letter + longest.slice(at + 1),
            longest.slice(0, at) + longest[at + 1]! + longest[at]! + longest.slice(at + 2),
          ][kind]!;
          const typed = words.map((word) => (word === longest ? slipped : word)).join(' ');
          // What was slipped into may be the name of another one, which is then what was asked for.
          const found = await read((db) =>
            searchRegister(db, { words: typed, place: '' }, { atMost: 200, legalOnly: false }),
          );
          if (found.alike || slipped === longest) expect(found.numbers, typed).toContain(one.number);
          else expect(found.numbers.length, typed).toBeGreaterThan(0);
        },
      ),
      runs,
    );
  });

  test('finds a number from its first figures, with or without its dots and its first 0', async () => {
    await fc.assert(
      fc.asyncProperty(anyKnown, fc.integer({ min: 6, max: 10 }), fc.boolean(), async ({ number }, length, dotted) => {
        const figures = number.slice(0, length);
        const typed = dotted ? figures.replace(/^(....)(...)/, '$1.$2.') : figures.replace(/^0/, '');
        expect(await find(typed, '', 600), typed).toContain(number);
      }),
      runs,
    );
  });

  test('with a place finds only what is there', async () => {
    await fc.assert(
      fc.asyncProperty(anyKnown, async ({ number, name, zip }) => {
        fc.pre(zip !== null && zip !== '');
        expect(await find(name, zip!)).toContain(number);
        expect(await find(name, '1234')).toEqual([]);
      }),
      runs,
    );
  });

  test('never shows an enterprise twice, nor more than was asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 12 }), fc.integer({ min: 1, max: 20 }), async (typed, atMost) => {
        const numbers = await find(typed, '', atMost);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers.length).toBeLessThanOrEqual(atMost);
      }),
      runs,
    );
  });

  test('takes whatever is typed for words and never for a part of the question', async () => {
    for (const typed of ["' | 'x", "':* & !", '\\', '%_', "'; drop table register_names; --", '@@', ':*', '(((', '\0'])
      expect(await find(typed)).toEqual(expect.any(Array));
  });
});

describe('its doors', () => {
  const call = <Result>(name: string, input: unknown, as?: string) =>
    operationNamed(name)!.call({ locale: 'nl', ...(as ? { as } : { system: 'test' }) }, input) as Promise<Result>;

  test('say the same: the operation behind the page and the interface, and the command', async () => {
    const { found, extract } = await call<RegisterSearchView>(
      'register.search',
      { words: 'bakkerij proefvraag', place: '' },
      consultant,
    );
    expect(found[0]).toMatchObject({ number: '0190090009', name: 'Bakkerij De Proefvraag', municipality: 'Temse' });
    expect(extract).toMatchObject({ number: 1 });
    const command = [path.resolve('cli/krachtlijn.ts'), 'register', 'search', 'bakkerij', 'proefvraag', '--json'];
    const env = { PATH: process.env.PATH, DATABASE_URL: database.url() };
    const { status, stdout } = spawnSync(process.execPath, command, { env, encoding: 'utf8' });
    expect(status).toBe(0);
    const said = JSON.parse(stdout) as { number: string }[];
    expect(said.map(({ number }) => number)).toEqual(found.map(({ number }) => number));
  });

  test('lead from an enterprise to the form for a request, filled in, or to the enterprise itself', async () => {
    const unknown = await call<RegisterEnterpriseView>('register.read', { number: '0190.090.009' }, consultant);
    expect(unknown.enterprise).toBeNull();
    const filled = Object.fromEntries(new URLSearchParams(unknown.request.split('?')[1]));
    expect(filled).toMatchObject({
      number: '0190090009',
      organisationKind: 'enterprise',
      sector: 'bakery',
      words: 'Bakkerij',
      municipality: '9140 Temse',
    });
    const [mine] = await read((db) =>
      db.many<{ number: string }>(
        sql`select e.number from enterprises e join trajectories t on t.enterprise_id = e.id limit 1`,
      ),
    );
    const view = await call<RegisterEnterpriseView>('register.read', { number: mine!.number });
    expect(view.enterprise).not.toBeNull();
  });

  test('show a visitor legal persons by name, and natural persons by their number only', async () => {
    const [person] = await read((db) =>
      db.many<{ number: string; name: string }>(
        sql`select enterprise_number as number, name from register_names where natural_person and kind = '001' order by 1 limit 1`,
      ),
    );
    const numbers = async (words: string) =>
      (
        (await operationNamed('recruitment.findEnterprise')!.call({ locale: 'nl' }, { words })) as {
          found: { number: string }[];
        }
      ).found.map(({ number }) => number.replaceAll('.', ''));
    expect(await numbers(person!.number)).toEqual([person!.number]);
    expect(await numbers(person!.name)).not.toContain(person!.number);
    expect(await numbers('Bakkerij De Proefvraag')).toContain('0190090009');
  });
});
