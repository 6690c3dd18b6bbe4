import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { config } from '#platform/server/config.ts';
import { useOwnDatabase } from '../support/database.ts';
import { endEverything, newFolder, startInstance, type Instance } from '../support/instance.ts';
import { readWorld, type World } from '../support/world.ts';
import { root } from '../../scripts/testing/run-program.ts';
import { seeded } from './hostile.ts';
import { allTargets, pathFor, type Target } from './targets.ts';

/** What every answer must tell a browser, so that a mistake of ours does less harm there. */
const database = useOwnDatabase();
let instance: Instance;
let world: World;
let targets: Target[];

beforeAll(async () => {
  world = await readWorld(database.url());
  targets = await allTargets();
  instance = await startInstance(newFolder(), {
    env: { DATABASE_URL: database.url(), KRACHTLIJN_KEY: config().key.toString('hex') },
  });
});
afterAll(endEverything);

const ask = (path: string, init: RequestInit = {}) => fetch(instance.address + path, { redirect: 'manual', ...init });

function stepInto(headers: Record<string, string> = {}): Promise<Response> {
  return ask('/example?/step', {
    method: 'POST',
    headers: { origin: instance.address, accept: 'text/html', ...headers },
    body: new URLSearchParams({ person: world.insiders[0]!.person }),
  });
}

describe('the headers', () => {
  const always = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };

  test('stand on every route, whatever it answers', async () => {
    const random = seeded(1);
    for (const { pattern, method, action } of targets) {
      const path = pathFor(random, pattern, world.ids) + (action ? `?/${action}` : '');
      const answer = await ask(path, { method, headers: { accept: 'text/html', origin: instance.address } });
      const found = Object.fromEntries(Object.keys(always).map((name) => [name, answer.headers.get(name)]));
      expect(found, path).toEqual(always);
      expect(answer.headers.get('permissions-policy'), path).toContain('camera=()');
      expect(answer.headers.get('cache-control'), path).toContain('no-store');
      await answer.arrayBuffer();
    }
  });

  test('stand on files, on the sign of life, and on what is too large', async () => {
    const page = await (await ask('/scan')).text();
    const file = /(?:src|href)="([^"]*_app\/immutable[^"]+)"/.exec(page)![1]!;
    const paths = [new URL(file, `${instance.address}/scan`).pathname, '/healthz', '/favicon.svg'];
    const answers = [
      ...(await Promise.all(paths.map((path) => ask(path)))),
      await ask('/scan', { method: 'POST', body: 'x'.repeat(3_000_000) }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 413]);
    for (const { headers } of answers) expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('forbid script and style that are not ours, on every page', async () => {
    for (const path of ['/', '/scan', '/sign-in', '/check', '/does-not-exist']) {
      const policy =
        (await ask(path, { headers: { accept: 'text/html' } })).headers.get('content-security-policy') ?? '';
      expect(policy, path).toMatch(/script-src 'self'(?: 'nonce-[\w+/=]+')?(?:;|$)/);
      expect(policy, path).not.toMatch(/unsafe-(?:inline|eval)|\*|https?:/);
      for (const part of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
        expect(policy, path).toContain(part);
    }
  });

  test('give every page a nonce of its own', async () => {
    const nonce = async () =>
      /'nonce-([^']+)'/.exec((await ask('/components')).headers.get('content-security-policy') ?? '')?.[1];
    const nonces = await Promise.all(Array.from({ length: 20 }, nonce));
    expect(nonces).not.toContain(undefined);
    expect(new Set(nonces).size).toBe(20);
  });

  test('ask for https from then on where the visitor came by https, and only there', async () => {
    const secure = await ask('/', { headers: { 'x-forwarded-proto': 'https' } });
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await ask('/')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('cookies', () => {
  test('are closed to script and to other sites, and travel by https alone where there is https', async () => {
    const answer = await stepInto();
    expect(answer.status).toBe(303);
    const session = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('krachtlijn_session='))!;
    expect(session).toMatch(/; HttpOnly/i);
    expect(session).toMatch(/; SameSite=Lax/i);
    expect(session).not.toMatch(/; Domain=/i);
    const https = instance.address.replace('http:', 'https:');
    const secure = await stepInto({ 'x-forwarded-proto': 'https', origin: https });
    for (const cookie of secure.headers.getSetCookie()) expect(cookie).toMatch(/; Secure/i);
  });
});

describe('typed markup', () => {
  test('comes back as text, in an attribute and between tags', async () => {
    const typed = '<script>alert(1)</script>" onmouseover="alert(2)';
    const headers = { accept: 'text/html', 'accept-encoding': 'identity', origin: instance.address };
    const pages = [
      await ask(`/check/${encodeURIComponent(typed)}`, { headers }),
      await ask(`/sign-in?to=${encodeURIComponent(typed)}`, { headers }),
      await ask('/help', {
        method: 'POST',
        headers,
        body: new URLSearchParams({ name: typed, enterpriseNumber: typed }),
      }),
    ].map((answer) => answer.text());
    for (const page of await Promise.all(pages)) expect(page).not.toMatch(/<script>\s*alert|" onmouseover="alert/);
    expect(await pages[0]).toContain('&lt;script>alert(1)');
  });
});

describe('a form from another site', () => {
  const elsewhere = ['https://evil.example', 'null', 'http://localhost.evil.example'];

  test('finds no action by the name that the page handler keeps for itself', async () => {
    for (const path of ['/scan?/default', '/unsubscribe/x?/default', '/nowhere?/default']) {
      const headers = { origin: instance.address, accept: 'text/html' };
      const answer = await ask(path, { method: 'POST', headers, body: new URLSearchParams({ x: '1' }) });
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'");
    }
  });

  test('is refused at every form action, before anything happens', async () => {
    const random = seeded(2);
    const actions = targets.filter(({ action }) => action !== undefined);
    expect(actions.length).toBeGreaterThan(20);
    for (const { pattern, action } of actions)
      for (const origin of elsewhere) {
        const path = pathFor(random, pattern, world.ids) + (action ? `?/${action}` : '');
        const headers = { origin, accept: 'text/html' };
        const answer = await ask(path, { method: 'POST', headers, body: new URLSearchParams({ x: '1' }) });
        expect(answer.status, `${path} from ${origin}`).toBe(403);
        expect(answer.headers.getSetCookie().join(), path).not.toContain('krachtlijn_session');
      }
  });
});

describe('a body', () => {
  test('larger than somebody can type is refused where people type', async () => {
    for (const path of ['/help', '/scan', '/account?/language', '/trajectories/x/plan?/save']) {
      const answer = await ask(path, {
        method: 'POST',
        headers: { origin: instance.address },
        body: 'x'.repeat(2_000_001),
      });
      expect(answer.status, path).toBe(413);
    }
  });

  test('as large as a file is taken wherever a page asks for one', async () => {
    const withFile = globSync('src/modules/*/ui/**/*.svelte', { cwd: root }).filter((page) =>
      readFileSync(path.join(root, page), 'utf8').includes('<FileField'),
    );
    const paths = [
      '/enterprises/x/attachments?/add',
      '/trajectories/x/eligibility/evidence?/add',
      '/decisions/numbers?/check',
      '/register/import?/receive',
    ];
    expect(withFile, 'a page asks for a file: name it here, and in cli/server/body-limit.ts').toHaveLength(
      paths.length,
    );
    for (const address of paths) {
      const body = 'x'.repeat(3_000_000);
      const answer = await ask(address, { method: 'POST', headers: { origin: instance.address }, body });
      expect(answer.status, address).not.toBe(413);
    }
  });
});
