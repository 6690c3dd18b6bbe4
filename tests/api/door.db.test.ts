import pg from 'pg';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { createToken, revokeToken } from '#modules/interface/server/operations.ts';
import { usesAMinute } from '#platform/server/api/allowance.ts';
import { largestBody } from '#platform/server/api/request.ts';
import { allScopes } from '#platform/server/api/scopeList.ts';
import { inTransaction, enterScope } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { allOperations } from '#platform/server/operation.ts';
import { useOwnDatabase } from '../support/database.ts';
import { readWorld, type World } from '../support/world.ts';
import { callApi } from './caller.ts';

const database = useOwnDatabase();
let world: World;

beforeAll(async () => {
  world = await readWorld(database.url());
});

const personOf = (role: string) => world.insiders.find((insider) => insider.role === role)!.person;

async function tokenFor(role: string, scopes: readonly string[] = allScopes()) {
  return createToken.call({ locale: 'nl', as: personOf(role) }, { name: 'proef', scopes, days: 1 });
}

describe('the door for programs', () => {
  test('reads by GET and by POST, with the same answer', async () => {
    const { token } = await tokenFor('provider_member');
    const byGet = await callApi('recruitment/listLeads?state=declined', { token });
    const byPost = await callApi('recruitment/listLeads', { token, body: { state: 'declined' } });
    expect(byGet.status).toBe(200);
    expect(byGet.body.chosen.state).toBe('declined');
    expect(byPost.body).toEqual(byGet.body);
  });

  test('opens what is open to everybody without a token', async () => {
    expect((await callApi('access/whoAmI')).body).toMatchObject({ person: null });
  });

  test('looks at no cookie: a session of a browser is worth nothing here', async () => {
    const answer = await callApi('access/readAccount', { headers: { cookie: 'krachtlijn_session=whatever' } });
    expect([answer.status, answer.body.code]).toEqual([401, 'sign_in']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="krachtlijn"');
  });

  test.each([
    ['an operation that does not exist', 'recruitment/dance', {}, 404, 'unknown_operation'],
    ['a name of the machinery', '__proto__/constructor', {}, 404, 'unknown_operation'],
    ['a command by GET', 'recruitment/takeLead', {}, 405, 'wrong_method'],
    ['a query by DELETE', 'recruitment/listLeads', { method: 'DELETE' }, 405, 'wrong_method'],
    [
      'another content type',
      'access/whoAmI',
      { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'wrong_content_type',
    ],
    ['half a JSON object', 'access/whoAmI', { body: '{"a":' }, 400, 'malformed'],
    ['a JSON list', 'access/whoAmI', { body: '[1]' }, 400, 'malformed'],
    ['a body that is too large', 'access/whoAmI', { body: `{"a":"${'x'.repeat(largestBody)}"}` }, 413, 'too_large'],
    ['a token that nobody made', 'access/whoAmI', { token: 'kl_nobody' }, 401, 'token_unknown'],
    ['another scheme', 'access/whoAmI', { headers: { authorization: 'Basic YTpi' } }, 401, 'token_unknown'],
  ] as const)('answers %s with a problem', async (_what, path, call, status, code) => {
    const answer = await callApi(path, call);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, type: expect.stringContaining(`/api/problems/${code}`) });
    expect(answer.body.instance).toMatch(/^urn:uuid:/);
    expect(answer.body.detail.length).toBeGreaterThan(10);
  });

  test('says with 405 what is allowed', async () => {
    expect((await callApi('recruitment/takeLead')).headers.get('allow')).toBe('POST, OPTIONS');
    expect((await callApi('recruitment/listLeads', { method: 'OPTIONS' })).headers.get('allow')).toBe(
      'GET, HEAD, POST, OPTIONS',
    );
  });

  test('points at each wrong field, in the language of the caller', async () => {
    const { token } = await tokenFor('consultant');
    const input = { trajectory: world.ids['trajectory'], version: 1, plan: { goals: [{ title: 'x'.repeat(300) }] } };
    const texts = new Set<string>();
    for (const language of ['nl', 'en', 'fr', 'de']) {
      const answer = await callApi('trajectories/savePlan', {
        token,
        body: input,
        headers: { 'accept-language': `${language}-BE;q=0.9` },
      });
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid']);
      const wrong = answer.body.errors.find(({ pointer }: { pointer: string }) => pointer === '#/plan/goals/0/title');
      expect(wrong.code).toBe('error.tooLong');
      expect(answer.headers.get('content-language')).toBe(language);
      texts.add(wrong.detail);
    }
    expect(texts.size).toBe(4);
  });

  test('leads through a long list by the Link header, each row once, to the end', async () => {
    await asSystem((db) =>
      db.run(sql`insert into enterprises (id, programme_id, lot_id, provider_id, number, name)
        select gen_random_uuid(), e.programme_id, e.lot_id, e.provider_id, (9000000000 + n)::text, 'Lijst ' || n from enterprises e, generate_series(1, 70) n where e.id = ${world.ids['enterprise']}`),
    );
    const { token } = await tokenFor('programme_manager');
    const read = (path: string) => callApi(path, { token });
    const seen: string[] = [];
    let path: string | undefined = 'reporting/listEnterprises';
    for (let pages = 0; path && pages < 50; pages++) {
      const answer = await read(path);
      seen.push(...answer.body.enterprises.map(({ id }: { id: string }) => id));
      const link = answer.headers.get('link');
      expect(link === null).toBe(answer.body.next === null);
      path = /^<\/api\/v1\/([^>]+)>; rel="next"$/.exec(link ?? '')?.[1];
    }
    const exported = await callApi('reporting/exportEnterprises', { token });
    expect(seen).toEqual(
      exported.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    );
    expect(seen.length).toBeGreaterThan(70);
  });

  test('gives a file as a file', async () => {
    const { token } = await tokenFor('consultant');
    const answer = await callApi(`trajectories/printPlan?trajectory=${world.ids['trajectory']}`, { token });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.text.startsWith('%PDF-')).toBe(true);
  });

  test('gives an export as lines of JSON or as CSV, and nothing else', async () => {
    const { token } = await tokenFor('programme_manager');
    const as = (accept: string) => callApi('reporting/exportTrajectories', { token, headers: { accept } });
    const lines = (await as('application/x-ndjson')).text.trim().split('\n');
    expect(JSON.parse(lines[0]!)).toHaveProperty('stage');
    const csv = await as('text/csv');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text.trim().split('\r\n')).toHaveLength(lines.length + 1);
    expect((await as('image/png')).body.code).toBe('not_acceptable');
    expect((await as('text/csv;q=0.5, application/x-ndjson')).headers.get('content-type')).toBe('application/x-ndjson');
  });
});

describe('a token', () => {
  test('opens what its scopes say, within what its owner may', async () => {
    const { token } = await tokenFor('provider_member', ['recruitment:read']);
    expect((await callApi('recruitment/listLeads', { token })).status).toBe(200);
    const elsewhere = await callApi('reporting/listEnterprises', { token });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'scope_missing']);
    expect(elsewhere.body.detail).toContain('reporting:read');
    const all = await tokenFor('evaluator');
    expect((await callApi('recruitment/listLeads', { token: all.token })).body.code).toBe('forbidden');
  });

  test.each(allOperations().map((operation) => [operation.name, operation] as const))(
    'without any scope does nothing with %s that a visitor could not',
    async (name, operation) => {
      const { token } = await noScopes();
      if (typeof operation.needs === 'object') return;
      const answer = await callApi(name.replace('.', '/'), { token, body: operation.example(world.ids) });
      expect(answer.status, name).toBe(403);
      expect(['scope_missing', 'not_by_token']).toContain(answer.body.code);
    },
  );

  test('never makes another token, nor changes who may come in', async () => {
    const { token } = await tokenFor('programme_manager');
    for (const path of ['interface/createToken', 'interface/addMachine', 'access/invite', 'access/changeAccount']) {
      const operation = allOperations().find(({ name }) => name === path.replace('/', '.'))!;
      expect((await callApi(path, { token, body: operation.example(world.ids) })).body.code).toBe('not_by_token');
    }
  });

  test('stops at once when it is revoked', async () => {
    const { id, token } = await tokenFor('consultant');
    expect((await callApi('access/whoAmI', { token })).status).toBe(200);
    await revokeToken.call({ locale: 'nl', as: personOf('consultant') }, { token: id });
    expect((await callApi('access/whoAmI', { token })).body.code).toBe('token_unknown');
  });

  test('is named in the trail, beside whose it is', async () => {
    const { id, token } = await tokenFor('consultant');
    const added = await callApi('enterprises/addContact', { token, body: example('enterprises.addContact') });
    expect(added.status).toBe(200);
    const [line] = await asSystem((db) =>
      db.many<{ details: { token?: string }; actor_id: string }>(
        sql`select details, actor_id from audit_entries where operation = 'enterprises.addContact' order by id desc limit 1`,
      ),
    );
    expect(line).toMatchObject({ details: { token: id }, actor_id: personOf('consultant') });
  });

  test('is kept as a hash, and shown nowhere', async () => {
    const { token } = await tokenFor('auditor');
    const rows = await asSystem((db) => db.many<object>(sql`select to_jsonb(t) as row from access_tokens t`));
    expect(JSON.stringify(rows)).not.toContain(token.slice(10));
  });

  test('has an allowance that it is told of, and is stopped when that is spent', async () => {
    const { id, token } = await tokenFor('auditor');
    const first = await callApi('access/whoAmI', { token });
    expect(first.headers.get('ratelimit-limit')).toBe(String(usesAMinute));
    expect(Number(first.headers.get('ratelimit-remaining'))).toBe(usesAMinute - 1);
    await setRemaining(id, 0.2);
    const stopped = await callApi('access/whoAmI', { token });
    expect([stopped.status, stopped.body.code]).toEqual([429, 'too_fast']);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    await new Promise((later) => setTimeout(later, Number(stopped.headers.get('retry-after')) * 1000));
    expect((await callApi('access/whoAmI', { token })).status).toBe(200);
  });

  test('spends every use once, however many come at the same moment', async () => {
    const { id, token } = await tokenFor('auditor');
    await callApi('access/whoAmI', { token });
    await setRemaining(id, 5);
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: 30 }, () => callApi('access/whoAmI', { token })));
    const refilled = Math.ceil(((performance.now() - begun) / 1000) * (usesAMinute / 60));
    const passed = answers.filter(({ status }) => status === 200).length;
    expect(passed).toBeGreaterThanOrEqual(5);
    expect(passed).toBeLessThanOrEqual(5 + refilled);
  });
});

describe('a key against double sending', () => {
  test('gives the same answer to the same call, and refuses another call', async () => {
    const { token } = await tokenFor('consultant');
    const key = newId();
    const send = (name: string) =>
      callApi('enterprises/addContact', {
        token,
        body: { ...(example('enterprises.addContact') as object), name },
        headers: { 'idempotency-key': key },
      });
    const first = await send('Nadia Morgen');
    expect(first.status).toBe(200);
    const second = await send('Nadia Morgen');
    expect(second.body).toEqual(first.body);
    expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    const other = await send('Iemand Anders');
    expect([other.status, other.body.code]).toEqual([422, 'key_reused']);
  });

  test('is not taken where the answer is a secret, and must look like a key', async () => {
    const secret = { body: { secret: 'x' }, headers: { 'idempotency-key': newId() } };
    expect((await callApi('access/signIn', secret)).body.code).toBe('key_not_taken');
    const odd = { body: { email: 'a@example.org' }, headers: { 'idempotency-key': 'two words' } };
    expect((await callApi('access/askSignInLink', odd)).body.code).toBe('bad_key');
  });

  test('of one visitor is not the key of another', async () => {
    const send = (address: string, email: string) =>
      callApi('access/askSignInLink', { body: { email }, headers: { 'idempotency-key': '1' }, address });
    expect((await send('192.0.2.10', 'a@example.org')).status).toBe(200);
    expect((await send('192.0.2.11', 'b@example.org')).status).toBe(200);
  });
});

function example(name: string): unknown {
  return allOperations()
    .find((operation) => operation.name === name)!
    .example(world.ids);
}

/** A token as it would be after every one of its scopes was dropped from the product. */
let bare: Promise<{ token: string }> | undefined;
function noScopes(): Promise<{ token: string }> {
  return (bare ??= (async () => {
    const made = await tokenFor('programme_manager');
    await asSystem((db) => db.run(sql`update access_tokens set scopes = '{}' where id = ${made.id}`));
    return made;
  })());
}

/** Nobody but the function that spends may touch a bucket: the test does it as the server's own user. */
async function setRemaining(token: string, remaining: number): Promise<void> {
  const server = new pg.Client({ connectionString: database.url() });
  await server.connect();
  await server.query('update token_buckets set remaining = $2, at = clock_timestamp() where token_id = $1', [
    token,
    remaining,
  ]);
  await server.end();
}

function asSystem<Result>(work: Parameters<typeof inTransaction<Result>>[1]): Promise<Result> {
  return inTransaction('write', async (db, client) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db, client);
  });
}
