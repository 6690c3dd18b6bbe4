import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedDatabase } from '#platform/server/database/embedded/index.ts';
import { endEverything, startInstance, startedFolder } from '../support/instance.ts';

/*
 * `reset`, `doctor` and `account` as somebody at a terminal has them: a process, its exit code and what it printed, and what
 * then stands in the database.
 */

const program = path.resolve(import.meta.dirname, '../../cli/krachtlijn.ts');
let folder: string;
let database: EmbeddedDatabase;

beforeEach(async () => {
  folder = startedFolder();
  database = await startEmbedded(folder);
});
afterEach(() => database.stop());
afterAll(endEverything);

function krachtlijn(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: database.url, KRACHTLIJN_DATA: folder, VITEST: undefined },
  });
}

async function ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

interface Finding {
  readonly ok: boolean;
  readonly what: string;
}

describe('krachtlijn doctor', () => {
  it('finds the example in order, line by line, and ends with 0', () => {
    const { status, stdout } = krachtlijn('doctor');
    expect(stdout).not.toContain('PROBLEM');
    expect(stdout).toMatch(/^ok +the chain over the trail is whole: \d+ sealed/m);
    expect(stdout).toMatch(/^ok +every table that holds somebody’s data is behind row-level security/m);
    expect(status).toBe(0);
  });

  it('finds a line of the trail that somebody changed, and ends with 1; the same as JSON', async () => {
    // Whoever owns the server can switch triggers off; the chain is there for just that.
    await ask(`set session_replication_role = replica;
      update audit_entries set operation = 'access.nothing' where id = (select min(entry_id::text)::uuid from audit_seals)`);
    const { status, stdout } = krachtlijn('doctor', '--json');
    const findings = JSON.parse(stdout) as Finding[];
    expect(findings.filter(({ ok }) => !ok).map(({ what }) => what)).toEqual(['the chain over the trail is whole']);
    expect(status).toBe(1);
  });

  it('finds a table that was taken from behind row-level security', async () => {
    await ask('alter table leads disable row level security');
    const { status, stdout } = krachtlijn('doctor');
    expect(stdout).toMatch(/^PROBLEM +every table that holds somebody’s data is behind row-level security: leads/m);
    expect(status).toBe(1);
  });
});

describe('krachtlijn reset', () => {
  it('puts the example back as it was: what was lost is there again, and every id is the same', async () => {
    const ids = () =>
      ask<{ id: string }>('select id from enterprises union all select id from trajectories order by 1');
    const before = await ids();
    await ask(`update enterprises set version = version + 1; delete from waiting_tasks`);
    const { status, stdout } = krachtlijn('reset');
    expect(stdout).toContain('The example programme is as it was at the first start.');
    expect(status).toBe(0);
    expect(await ids()).toEqual(before);
    const [tasks] = await ask<{ count: number }>('select count(*)::int as count from waiting_tasks');
    expect(tasks!.count).toBeGreaterThan(0);
  });

  it('refuses where a real programme is, and touches nothing', async () => {
    await ask('update programmes set example = false');
    const before = await ask('select count(*) from trajectories');
    const { status, stderr } = krachtlijn('reset');
    expect(stderr).toContain('Reset and seed are only for the example.');
    expect(status).toBe(1);
    expect(await ask('select count(*) from trajectories')).toEqual(before);
  });
});

describe('krachtlijn account', () => {
  it('adds somebody, whose link signs in and who then stands in the list; no secret is kept readable', async () => {
    const added = krachtlijn('account', 'add', 'nieuw@example.org', '--name', 'Nieuw Gezicht', '--role', 'auditor');
    expect(added.status).toBe(0);
    const secret = /\/sign-in\/([\w-]+)$/m.exec(added.stdout)![1]!;
    const listed = krachtlijn('account', 'list');
    expect(listed.stdout).toMatch(/^nieuw@example\.org\tNieuw Gezicht\tauditor\tprogramme /m);
    expect(await ask('select 1 from access_links where access_links::text like $1', [`%${secret}%`])).toEqual([]);
    expect(await ask(`select 1 from people where people::text like '%nieuw@example.org%'`)).toEqual([]);
    const trail = await ask<{ operation: string }>(`select operation from audit_entries order by id desc limit 1`);
    expect(trail).toEqual([{ operation: 'access.account' }]);

    const instance = await startInstance(folder, { env: { DATABASE_URL: database.url } });
    const answer = await fetch(`${instance.address}/sign-in/${secret}?/signIn`, {
      method: 'POST',
      headers: { origin: instance.address, accept: 'text/html' },
      body: new URLSearchParams(),
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie().join()).toMatch(/=/);
    instance.kill('SIGTERM');
    await instance.ended;
  });

  it('says how to use it when a part is missing or the role is none, and adds nobody', async () => {
    const before = await ask('select count(*) from grants');
    for (const wrong of [
      ['nobody', '--name', 'N', '--role', 'auditor'],
      ['a@example.org', '--role', 'auditor'],
      ['a@example.org', '--name', 'N', '--role', 'king'],
    ]) {
      const { status, stderr } = krachtlijn('account', 'add', ...wrong);
      expect(stderr).toContain('Say: account add <email> --name NAME --role ROLE');
      expect(status).toBe(2);
    }
    expect(await ask('select count(*) from grants')).toEqual(before);
  });

  it('says that a place does not exist', () => {
    const place = ['--on', '00000000-0000-7000-8000-000000000000'];
    const { status, stderr } = krachtlijn(
      'account',
      'add',
      'a@example.org',
      '--name',
      'N',
      '--role',
      'auditor',
      ...place,
    );
    expect(stderr).toContain('There is no programme with that id.');
    expect(status).toBe(1);
  });
});
