import createClient from 'openapi-fetch';
import { config } from '#platform/server/config.ts';
import type { Credentials } from '#platform/server/actor.ts';
import { allScopes } from '#platform/server/api/scopeList.ts';
import { operationNamed } from '#platform/server/operation.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { findByEmail } from '#platform/server/people.ts';
import { addDays, dayInBrussels } from '#shared/dates.ts';
import pg from 'pg';
import { throughTheDoor } from '../api/caller.ts';
import type { paths } from '../api/interface.ts';
import * as job from '../api/mainJob.ts';

/** Values that stand nowhere else. */
export const planted = {
  name: 'Quirolinde Zwaffelaerts',
  phone: '0499 81 72 63',
  email: 'quirolinde.zwaffelaerts@plantsel.example.org',
  note: 'brombeslijmonument',
} as const;

export interface Planted {
  readonly person: string;
  readonly trajectory: string;
  readonly enterprise: string;
  readonly lead: string;
  readonly guide: string;
  readonly manager: string;
  /** How the person is signed in, just now. */
  readonly session: Credentials;
}

type Result = Record<string, string>;

/** Calls an operation by its name, as anybody. */
export const call = <Answer = Result>(name: string, credentials: Partial<Credentials>, input: unknown) =>
  operationNamed(name)!.call({ locale: 'nl', ...credentials }, input) as Promise<Answer>;

/** What others write in a file, with the values of the person in it. */
const told = `Bel ${planted.name} op +32 499/81.72.63 of ${planted.email}.\n${planted.name} weet ervan.`;

/** Puts the values wherever people type, in what a program sends. */
function withValues(body: string): string {
  const changed = JSON.parse(body, (key, value: unknown) => {
    if (value === 'Nadia Morgen') return planted.name;
    if (key === 'message') return `${planted.note}: ${told}`;
    return typeof value === 'string' && /\w \w+ \w/.test(value) && !/^(name|sector)$/.test(key)
      ? `${value} ${told}`
      : value;
  }) as Record<string, unknown>;
  if ('contactName' in changed) changed['phone'] = planted.phone;
  return JSON.stringify(changed);
}

async function plantingFetch(request: Request): Promise<Response> {
  if (request.method !== 'POST') return throughTheDoor(request);
  const body = withValues(await request.text());
  return throughTheDoor(new Request(request.url, { method: 'POST', headers: request.headers, body }));
}

/** Lives the whole main job with a contact who signs in too, so that their values come wherever the product lets values come. */
export async function plant(url: string): Promise<Planted> {
  const [guide, manager] = await holders(url, ['provider_member', 'programme_manager']);
  const tokenOf = async (as: string) =>
    (await call('interface.createToken', { as }, { name: 'proef', scopes: allScopes(), days: 365 }))['token']!;
  const clientWith = (authorization?: string): job.Caller =>
    createClient<paths>({
      baseUrl: 'http://localhost:3000',
      headers: { 'accept-language': 'nl', ...(authorization ? { authorization } : {}) },
      fetch: plantingFetch,
    });
  const callers: job.Callers = {
    visitor: clientWith(),
    guide: clientWith(`Bearer ${await tokenOf(guide!)}`),
    guideId: guide!,
    approver: clientWith(`Bearer ${await tokenOf(manager!)}`),
    withLink: (secret) => clientWith(`Link ${secret}`),
  };
  const today = dayInBrussels(new Date());
  const bakery = { name: 'Bakkerij Machinekorst', number: '0400.123.416', email: planted.email };
  const lead = await job.askForHelp(callers, bakery, await job.scan(callers));
  // The same person asks once more, in other words.
  await job.askForHelp(
    callers,
    { ...bakery, name: 'Bakkerij Nogeens', number: '0400.123.515' },
    await job.scan(callers),
  );
  const { trajectory } = await job.takeLead(callers, bakery, lead);
  await call('trajectories.keepPlanDraft', { as: guide! }, { trajectory, version: 0, plan: {} }).catch(() => undefined);
  const { person, enterprise } = await inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    const found = await findByEmail(db, planted.email);
    const { rows } = await readAll(url, `select enterprise_id from trajectories where id = '${trajectory}'`);
    return { person: found!, enterprise: rows[0]!['enterprise_id'] as string };
  });
  await job.writeIntake(callers, trajectory, today);
  await job.decide(callers, trajectory, Number(today.slice(0, 4)) - 1);
  await job.agree(callers, trajectory, person);
  await job.plan(callers, trajectory, today, addDays(today, 90));
  await job.recordSession(callers, trajectory, today);
  await job.actionPlan(callers, trajectory, today, addDays(today, 120));
  await call('timeline.writeComment', { as: guide! }, { enterprise, words: told });
  const session = await signIn();
  await useAccount(session);
  return { person, trajectory, enterprise, lead, guide: guide!, manager: manager!, session };
}

/** By the link from the mailbox of the example, in a browser that is known from then on. */
async function signIn(): Promise<Credentials> {
  await call('access.askSignInLink', {}, { email: planted.email });
  const { letters } = await call<{ letters: { subject: string; pieces: { href?: string }[] }[] }>(
    'instance.readOutbox',
    {},
    {},
  );
  const secret = letters.flatMap(({ pieces }) =>
    pieces.flatMap(({ href }) => /\/sign-in\/([\w-]+)/.exec(href ?? '')?.[1] ?? []),
  )[0];
  const device = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0';
  const { session } = await call('access.signIn', {}, { secret, device, browser: 'a-browser-of-theirs' });
  return { locale: 'nl', session: session! };
}

/** What somebody leaves by using the pages: settings, a password that waits for its code, a key for programs, a wish for another address. */
async function useAccount(session: Credentials): Promise<void> {
  await call('access.changeAccount', session, { name: planted.name, locale: 'nl' });
  await call('access.setPassword', session, { passphrase: 'zeven paarse olifanten dansen' });
  await call('interface.createToken', session, {
    name: `Sleutel van ${planted.name}`,
    scopes: ['self'],
    days: 30,
  }).catch(() => undefined);
  await call('privacy.askNewEmail', session, { email: `nieuw.${planted.email}` });
}

async function holders(url: string, roles: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const role of roles) {
    const { rows } = await readAll(
      url,
      `select g.person_id as person from grants g join providers p on p.code = 'alimento' and g.scope_id in (p.id, p.lot_id, p.programme_id)
       where g.role = '${role}' and g.withdrawn_at is null order by g.id limit 1`,
    );
    found.push(rows[0]!['person'] as string);
  }
  return found;
}

/** One statement with the eyes of who owns the server. */
export async function readAll(url: string, statement: string): Promise<{ rows: Record<string, unknown>[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The folder in which an instance keeps its files, its key among them. */
export const dataFolder = (): string => config().dataFolder;
