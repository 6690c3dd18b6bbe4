import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { config } from '#platform/server/config.ts';
import { allOperations } from '#platform/server/operation.ts';
import { useOwnDatabase } from '../support/database.ts';
import { endEverything, newFolder, startInstance, type Instance } from '../support/instance.ts';
import { readWorld, type World } from '../support/world.ts';
import { hostileValue, pick, seeded, spoiled, texts, type Random } from './hostile.ts';
import { allTargets, pathFor, wellFormed, type Target } from './targets.ts';

const seed = Number(process.env.KRACHTLIJN_ATTACK_SEED ?? 20_261_121);
const rounds = Number(process.env.KRACHTLIJN_ATTACK_REQUESTS ?? 4000);
const atOnce = 6;

const database = useOwnDatabase();
let world: World;
let instance: Instance;
let targets: Target[];
const sessions: string[] = [];

beforeAll(async () => {
  world = await readWorld(database.url());
  targets = await allTargets();
  instance = await startInstance(newFolder(), {
    env: { DATABASE_URL: database.url(), KRACHTLIJN_KEY: config().key.toString('hex') },
  });
  for (const { person } of world.insiders) sessions.push(await stepInto(person));
});
afterAll(endEverything);

async function stepInto(person: string): Promise<string> {
  const answer = await fetch(`${instance.address}/example?/step`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: instance.address, accept: 'text/html' },
    body: new URLSearchParams({ person }),
  });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])[0]!;
}

interface Attempt {
  readonly path: string;
  readonly init: RequestInit & { headers: Record<string, string> };
}

const cleanHeader = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 6000);

function attemptOn(random: Random, target: Target): Attempt {
  const ids = Object.values(world.ids);
  const headers: Record<string, string> = {
    'accept-encoding': 'identity',
    accept: pick(random, ['text/html', 'text/html', '*/*', 'application/json']),
    origin: random() < 0.9 ? instance.address : 'https://evil.example',
    cookie: random() < 0.8 ? pick(random, ['', ...sessions]) : cleanHeader(`krachtlijn_session=${pick(random, texts)}`),
  };
  if (random() < 0.1) headers['accept-language'] = cleanHeader(pick(random, texts)) || 'xx';
  if (random() < 0.1) headers['x-forwarded-for'] = cleanHeader(pick(random, texts)) || '::1';
  if (random() < 0.05) headers['range'] = 'bytes=0-0,5-1,-99999999999';
  const method = random() < 0.92 ? target.method : pick(random, ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'POST']);
  const query = new URLSearchParams();
  for (let times = Math.floor(random() * 3); times > 0; times--)
    query.append(
      pick(random, ['lang', 'after', 'to', 'show', 'q', 'filter', 'day', 'goals[0][x]', '__proto__[x]']),
      wellFormed(pick(random, texts)).slice(0, 2000),
    );
  const search = [target.action ? `/${target.action}` : '', query.toString()].filter(Boolean).join('&');
  const path = `${pathFor(random, target.pattern, world.ids)}${search ? `?${search}` : ''}`;
  if (method === 'GET' || method === 'HEAD') return { path, init: { method, headers } };
  return { path, init: { method, headers, body: bodyFor(random, target, ids, headers) } };
}

function bodyFor(random: Random, target: Target, ids: readonly string[], headers: Record<string, string>): BodyInit {
  const operation = allOperations().find(({ name }) => name === target.operation);
  const input = operation ? spoiled(random, operation.example(world.ids), ids) : hostileValue(random, ids);
  const way = random();
  if (way < 0.1) {
    headers['content-type'] = pick(random, [
      'application/json',
      'text/plain',
      'application/xml',
      'multipart/form-data',
    ]);
    return pick(random, [wellFormed(JSON.stringify(input) ?? ''), '{', '[[[[', '<x/>', '\u0000']);
  }
  const fields = new URLSearchParams();
  for (const [name, value] of flat(input)) fields.append(name, wellFormed(value).slice(0, 150_000));
  if (way < 0.2) fields.append('_once', wellFormed(pick(random, texts)).slice(0, 3000));
  return fields;
}

function flat(value: unknown, name = ''): [string, string][] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [[name || 'x', String(value)]];
  return Object.entries(value)
    .slice(0, 300)
    .flatMap(([key, part]) => flat(part, name ? `${name}.${key}` : key));
}

/** Words that belong in our log and never in an answer. */
const innards =
  /node_modules|\bat (?:async )?\S+ \(|\.ts:\d+|PostgreSQL|pg_|invalid input syntax|violates|krachtlijn_app|select .{0,80} from /i;
const markup = /<script>\s*alert\(1\)|<img src=x onerror|" onmouseover="alert/i;

/** What is wrong with an answer, if anything. */
function faultOf(attempt: Attempt, status: number, headers: Headers, body: string): string | undefined {
  const html = (headers.get('content-type') ?? '').startsWith('text/html');
  if (status >= 500) return `answered ${status}`;
  if (innards.test(body)) return `tells of its innards: ${innards.exec(body)![0]}`;
  if (html && markup.test(body)) return 'gives markup back as markup';
  if (html && status !== 304 && !headers.get('content-security-policy')) return 'has no content security policy';
  if (headers.get('x-content-type-options') !== 'nosniff') return 'may be sniffed';
  const cookies = headers.getSetCookie();
  if (cookies.some((cookie) => cookie.startsWith('a=b'))) return 'sets a cookie that the visitor invented';
  if (cookies.some((cookie) => /session/.test(cookie) && !/HttpOnly/i.test(cookie)))
    return 'opens its session to script';
  const foreign = attempt.init.headers.origin === 'https://evil.example' && attempt.init.method === 'POST';
  if (foreign && cookies.some((cookie) => /^krachtlijn_session=./.test(cookie))) return 'signs in from another site';
  return undefined;
}

describe(`${rounds} hostile requests over every route, as everybody (seed ${seed})`, () => {
  const faults = new Map<string, string>();
  const outcomes = new Map<number, number>();

  test('are answered below 500, reveal nothing and give no markup back', async () => {
    const random = seeded(seed);
    const attempts = Array.from({ length: rounds }, (_, round) => attemptOn(random, targets[round % targets.length]!));
    const one = async (attempt: Attempt) => {
      const answer = await fetch(instance.address + attempt.path, { redirect: 'manual', ...attempt.init });
      const body = await answer.text();
      outcomes.set(answer.status, (outcomes.get(answer.status) ?? 0) + 1);
      const fault = faultOf(attempt, answer.status, answer.headers, body);
      if (fault)
        faults.set(
          `${fault}: ${attempt.init.method} ${attempt.path.slice(0, 120)}`,
          String(attempt.init.body ?? '').slice(0, 300),
        );
    };
    const worker = async () => {
      for (let next = attempts.pop(); next; next = attempts.pop()) await one(next);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    console.log(JSON.stringify(Object.fromEntries(outcomes)));
    expect(Object.fromEntries([...faults].slice(0, 20))).toEqual({});
  });

  test('left the program whole: it still serves, and its log holds no cookie, key or link', async () => {
    expect((await fetch(`${instance.address}/healthz`)).status).toBe(200);
    const secrets = [...sessions.map((cookie) => cookie.split('=')[1]!), config().key.toString('hex')];
    for (const secret of secrets) expect(instance.said()).not.toContain(secret);
    expect(instance.said()).not.toMatch(/\n\s+at .*\n/);
  });
});
