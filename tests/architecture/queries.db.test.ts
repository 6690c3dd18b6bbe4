import { globSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import sql from 'sql-template-tag';
import { enterScope, inTransaction, watchQueries } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { newSecret } from '#platform/server/sealing.ts';
import { useOwnDatabase } from '../support/database.ts';
import { readWorld, type World } from '../support/world.ts';

/**
 * No page asks the database more than twelve questions, its layouts included: what it takes does not grow with what it shows. Finding
 * out who calls and setting what they see are part of every transaction, and not counted.
 */
const most = 12;

const database = useOwnDatabase();
let world: World;
/** People by the cookie that they are signed in with. */
const cookies = new Map<string, string>();

beforeAll(async () => {
  world = await readWorld(database.url());
  for (const { person } of world.insiders) {
    const { secret, hash } = newSecret();
    cookies.set(person, secret);
    await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system:test', system: true });
      await db.run(
        sql`insert into web_sessions (id, token_hash, person_id, expires_at) values (${newId()}, ${hash}, ${person}, now() + interval '1 day')`,
      );
    });
  }
});

const pages = globSync('src/routes/**/+page.server.ts').sort();
const layouts = globSync('src/routes/**/+layout.server.ts');

type Load = (event: object) => Promise<unknown>;

/** A visit of a page: what SvelteKit hands to `load`, as far as our doors look at it. */
function visit(page: string, person: string) {
  const route = page.slice('src/routes'.length, -'/+page.server.ts'.length).replace(/\/\([^)]+\)/g, '');
  const params: Record<string, string> = {};
  for (const [, name] of route.matchAll(/\[+(\w+)\]+/g)) params[name!] = world.ids[name!] ?? 'none';
  const path = route.replace(/\[+(\w+)\]+/g, (_, name: string) => params[name]!);
  return {
    params,
    url: new URL(`http://localhost${path || '/'}`),
    locals: {
      visit: {
        locale: 'nl',
        credentials: { locale: 'nl', session: cookies.get(person), address: '127.0.0.1', memo: {} },
      },
    },
    cookies: { get: () => undefined, set: () => undefined, delete: () => undefined },
    setHeaders: () => undefined,
    parent: () => Promise.resolve({}),
    depends: () => undefined,
    isDataRequest: false,
    request: new Request('http://localhost/'),
  };
}

/** The questions that a page and its layouts ask for somebody; a refusal asks some too. */
async function questionsOf(page: string, person: string): Promise<string[]> {
  const asked: string[] = [];
  const stop = watchQueries(
    (text) => void (/set_config\('scope\.|krachtlijn\.authenticate/.test(text) || asked.push(text)),
  );
  try {
    const above = layouts.filter((layout) => page.startsWith(layout.slice(0, -'+layout.server.ts'.length)));
    const event = visit(page, person);
    for (const file of [...above, page]) {
      const { load } = (await import(/* @vite-ignore */ `../../${file}`)) as { load?: Load };
      await load?.(event).catch(() => undefined);
    }
  } finally {
    stop();
  }
  return asked;
}

test('the watch sees what is asked', async () => {
  const home = pages.find((page) => page.endsWith('home/+page.server.ts'))!;
  expect((await questionsOf(home, world.ids['member']!)).length).toBeGreaterThan(3);
});

describe.each(pages)('%s', (page) => {
  test(`asks at most ${most} questions, whoever looks`, async () => {
    const over: string[] = [];
    for (const { role, person } of world.insiders) {
      // The first look of a sitting is noted, which is no part of the page.
      await questionsOf(page, person);
      const asked = await questionsOf(page, person);
      const said = asked.map((text) => text.replace(/\s+/g, ' ').slice(0, 110)).join('\n');
      if (asked.length > most) over.push(`${role} asks ${asked.length}:\n${said}`);
    }
    expect(over.join('\n\n')).toBe('');
  });
});
