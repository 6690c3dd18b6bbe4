import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import '#modules/operations.server.ts';
import { config, useConfig } from '#platform/server/config.ts';
import { startEmbedded, type EmbeddedDatabase } from '#platform/server/database/embedded/index.ts';
import { closePool, openPool } from '#platform/server/database/pool.ts';
import { InvalidInput, Refusal } from '#platform/server/errors.ts';
import { stopJobs } from '#platform/server/jobs.ts';
import { allOperations, type Operation } from '#platform/server/operation.ts';
import { rolesWith } from '#platform/server/permissions.ts';
import { asMarkup, makeHostile, withoutRefused } from '../support/hostileTexts.ts';
import { endEverything, startInstance, startedFolder, type Instance } from '../support/instance.ts';
import { readWorld, type World } from '../support/world.ts';

/*
 * HTML and script in every text of every operation: each command runs with hostile text in all fields that take text, then
 * every page and document of the program as built is read.
 */

let database: EmbeddedDatabase;
let instance: Instance;
let world: World;
let folder: string;

/** A trajectory or a request of the example, with the ids of what lies around it. */
type Case = Readonly<Record<string, string>>;
interface Holder {
  readonly role: string;
  readonly person: string;
  readonly scope: string;
}
let cases: Case[];
let holders: Holder[];

/** What ends something comes last, so that it does not end it for the others. */
const ends = /submit|send|approve|return|object|stop|withdraw|decline|remove|delete|convert|handOver/i;

beforeAll(async () => {
  folder = startedFolder();
  database = await startEmbedded(folder);
  useConfig({ ...config(), databaseUrl: database.url });
  openPool(database.url, 4);
  world = await readWorld(database.url);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const ids = async (kind: string, columns: string) => {
    const { rows } = await client.query<Record<string, string>>(
      `select programme_id as programme, lot_id as lot, provider_id as provider, enterprise_id as enterprise, id as subject, ${columns} from ${kind} order by id`,
    );
    return rows.map(({ subject, ...around }) => {
      const one = kind === 'leads' ? 'lead' : 'trajectory';
      const names = Object.keys(world.ids).filter((name) => name === one || name.startsWith(`${one}.`));
      return { ...world.ids, ...around, ...Object.fromEntries(names.map((name) => [name, subject!])) };
    });
  };
  cases = [world.ids, ...(await ids('trajectories', 'id as trajectory')), ...(await ids('leads', 'id as lead'))];
  const grants = await client.query<Holder>(
    'select distinct role, person_id as person, scope_id as scope from grants where withdrawn_at is null order by 1, 2, 3',
  );
  holders = grants.rows;
  await client.end();
});
afterAll(async () => {
  await stopJobs();
  await closePool();
  await database.stop();
  await endEverything();
});

/** Who may try an operation on a case, one of each role. */
function peopleFor({ needs }: Operation, one: Case): (string | undefined)[] {
  if (typeof needs !== 'string') return [undefined, holders.find(({ role }) => role === 'consultant')!.person];
  const places = ['programme', 'lot', 'provider', 'enterprise', 'trajectory'].map((name) => one[name]);
  return rolesWith(needs).flatMap((role) => {
    const holder = holders.find((other) => other.role === role && places.includes(other.scope));
    return holder ? [holder.person] : [];
  });
}

/** The example of an operation; where it holds a plan, the one that stands there, with all its needs, goals and actions. */
async function fullExample(operation: Operation, one: Case, as: string | undefined): Promise<unknown> {
  const example = operation.example(one) as Readonly<Record<string, unknown>>;
  for (const [field, reader] of [
    ['plan', 'trajectories.readPlan'],
    ['actionPlan', 'trajectories.readActionPlan'],
  ] as const) {
    if (!(field in example) || !as) continue;
    const read = allOperations().find(({ name }) => name === reader)!;
    const view = await read.call({ locale: 'nl', as }, { trajectory: one['trajectory'] }).catch(() => undefined);
    const { version, [field]: plan } = (view ?? {}) as Readonly<Record<string, unknown>>;
    if (plan) return { ...example, version, [field]: plan };
  }
  return example;
}

/** Runs a command with hostile text, on the case and as the person with whom it works; gives the fields that took it. */
async function store(operation: Operation): Promise<readonly string[]> {
  for (const one of cases)
    for (const as of peopleFor(operation, one)) {
      const example = await fullExample(operation, one, as);
      let made: ReturnType<typeof makeHostile> | undefined = makeHostile(operation.input, example);
      while (made && made.paths.length > 0) {
        try {
          await operation.call({ locale: 'nl', ...(as && { as }) }, made.input);
          return made.paths.map((field) => field.join('.'));
        } catch (refusal) {
          if (!(refusal instanceof Refusal)) throw refusal;
          made = refusal instanceof InvalidInput ? withoutRefused(made, example, refusal) : undefined;
        }
      }
    }
  return [];
}

async function signedIn(address: string, person: string): Promise<string> {
  const answer = await fetch(`${address}/example?/step`, {
    method: 'POST',
    headers: { origin: address, accept: 'text/html' },
    body: new URLSearchParams({ person }),
    redirect: 'manual',
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

interface Reading {
  readonly pages: Map<string, string>;
  readonly documents: Map<string, Buffer>;
}

/** Follows every link that a person finds. */
async function readEverything(address: string, cookie: string): Promise<Reading> {
  const pages = new Map<string, string>();
  const documents = new Map<string, Buffer>();
  const waiting = ['/', '/home', '/leads', '/outbox', '/enterprises', '/account', '/invitations', '/example'];
  const seen = new Set<string>();
  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    if (seen.has(place)) continue;
    seen.add(place);
    const answer = await fetch(`${address}${place}`, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
    const kind = answer.headers.get('content-type') ?? '';
    if (kind.includes('pdf')) documents.set(place, Buffer.from(await answer.arrayBuffer()));
    if (!kind.includes('html') || answer.status !== 200) continue;
    const html = await answer.text();
    pages.set(place, html);
    for (const [, link] of html.matchAll(/\shref="(?:http:\/\/localhost(?::\d+)?)?(\/[^"?#]*)/g))
      if (!link!.startsWith('/_app/')) waiting.push(link!);
  }
  return { pages, documents };
}

function wordsOf(pdf: Buffer): string {
  const file = path.join(folder, 'read.pdf');
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
}

it('is kept as text by every command, and stays text on every page and in every document, for everybody', async () => {
  const stored = new Map<string, readonly string[]>();
  const commands = allOperations().filter(({ kind }) => kind === 'command');
  for (const operation of commands.toSorted((a, b) => Number(ends.test(a.name)) - Number(ends.test(b.name)))) {
    const fields = await store(operation);
    if (fields.length > 0) stored.set(operation.name, fields);
  }
  const count = [...stored.values()].flat().length;
  expect(count, 'texts that were kept').toBeGreaterThan(60);

  instance = await startInstance(folder, { env: { DATABASE_URL: database.url } });
  // Together they meet every page in each of its forms: who writes, who judges, who owns it, who only looks.
  const roles = ['consultant', 'provider_member', 'programme_manager', 'enterprise_lead'];
  const cookies = [
    '',
    ...(await Promise.all(
      roles.map((role) => signedIn(instance.address, holders.find((one) => one.role === role)!.person)),
    )),
  ];
  let shown = 0;
  let printed = 0;
  for (const cookie of cookies) {
    const { pages, documents } = await readEverything(instance.address, cookie);
    for (const [place, html] of pages) {
      expect(asMarkup.exec(html)?.[0], `${place} shows a text as markup`).toBeUndefined();
      if (html.includes('&lt;script>k()') || html.includes('&lt;svg onload=k()')) shown++;
    }
    for (const [place, pdf] of documents) {
      // No document runs anything: neither script nor an action at opening.
      expect(/\/(JavaScript|JS|OpenAction|Launch)\b/.exec(pdf.toString('latin1'))?.[0], place).toBeUndefined();
      if (wordsOf(pdf).includes('k()')) printed++;
    }
  }
  expect(shown, 'pages that show the text as it was typed').toBeGreaterThan(15);
  expect(printed, 'documents that print it as it was typed').toBeGreaterThan(1);
}, 240_000);
