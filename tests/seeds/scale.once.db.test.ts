import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { seedScale } from '#modules/seed.server.ts';
import { config, useConfig } from '#platform/server/config.ts';
import { closePool, openPool } from '#platform/server/database/pool.ts';
import { examine } from '#platform/server/doctor.ts';
import { Refusal } from '#platform/server/errors.ts';
import { allOperations } from '#platform/server/operation.ts';
import { canonicalJson } from '#shared/canonicalJson.ts';
import { sha256 } from '#platform/server/sealing.ts';
import { checkCodeOf } from '../../src/modules/signatures/rules/checkCode.ts';
import { useOwnDatabase } from '../support/database.ts';

const database = useOwnDatabase();
const trajectories = 200;

async function ask<Row extends object>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const lines: string[] = [];
let before = 0;

beforeAll(async () => {
  before = (await ask<{ count: number }>('select count(*)::int as count from trajectories'))[0]!.count;
  await closePool();
  await seedScale(database.url(), trajectories, (line) => void lines.push(line));
  useConfig({ ...config(), databaseUrl: database.url() });
  openPool(database.url(), 4);
}, 120_000);

test('there are as many trajectories more as were asked for, in every state, in every lot', async () => {
  const [{ count, states, lots }] = (await ask<{ count: number; states: number; lots: number }>(
    'select count(*)::int as count, count(distinct state)::int as states, count(distinct lot_id)::int as lots from trajectories',
  )) as [{ count: number; states: number; lots: number }];
  expect(count - before).toBe(trajectories);
  expect({ states, lots }).toEqual({ states: 9, lots: 5 });
});

test('progress was told on the way', () => {
  expect(lines.length).toBeGreaterThan(1);
});

test('the doctor finds the trail whole and everybody with a key', async () => {
  const findings = await examine(database.url());
  expect(findings.filter(({ ok, what }) => !ok && !what.includes('fsync'))).toEqual([]);
});

test('the trail says of each copied case that it was planted', async () => {
  const [row] = await ask<{ planted: number; enterprises: number }>(
    `select count(*)::int as planted, count(distinct enterprise_id)::int as enterprises from audit_entries where operation = 'seed.plantCase'`,
  );
  expect(row!.planted).toBeGreaterThan(trajectories / 2);
  expect(row!.enterprises).toBe(row!.planted);
});

test('what was frozen in a copy fits its hash, and its check code its hash', async () => {
  const decisions = await ask<{ facts: unknown; decision: unknown; hash: string }>(
    'select facts, decision, hash from eligibility_decisions',
  );
  for (const { facts, decision, hash } of decisions) expect(sha256(canonicalJson({ facts, decision }))).toBe(hash);
  const documents = await ask<{
    id: string;
    trajectory: string;
    kind: string;
    made_at: Date;
    content: unknown;
    hash: string;
    check_code: string;
  }>('select trajectory_id as trajectory, kind, made_at, content, hash, check_code from documents');
  for (const { hash, check_code, trajectory, kind, made_at, content } of documents) {
    expect(sha256(canonicalJson({ trajectory, kind, madeAt: made_at.toISOString(), content }))).toBe(hash);
    expect(check_code).toBe(checkCodeOf(hash));
  }
});

test('no two cases share an address, a number or a document', async () => {
  const [row] = await ask<Record<string, boolean>>(`select
    (select count(*) = count(distinct number) from enterprises) as numbers,
    (select count(*) = count(distinct contact_id) from leads l where exists (select 1 from audit_entries a where a.enterprise_id = l.enterprise_id and a.operation = 'seed.plantCase')) as contacts,
    (select count(*) = count(distinct id) from documents) as documents`);
  expect(row).toEqual({ numbers: true, contacts: true, documents: true });
});

/** What may be answered instead of a page: this one may not, or not now, or something else must be said too. */
const honest = new Set(['forbidden', 'not_found', 'not_now', 'invalid', 'sign_in']);

test('every page of cases in every state opens, for who runs the programme, for who guides and for the enterprise', async () => {
  const cases = await ask<{ trajectory: string | null; enterprise: string; lead: string; people: string[] }>(`
    select t.id as trajectory, l.enterprise_id as enterprise, l.id as lead,
      array(select person_id from grants where scope = 'programme' and role = 'programme_manager')
        || array(select person_id from grants where scope_id = l.enterprise_id order by role, id) || array(select taken_by from leads where id = l.id and taken_by is not null) as people
    from (select l.*, t.id as trajectory, row_number() over (partition by l.state, t.state order by md5(l.id::text)) as place from leads l
      left join trajectories t on t.lead_id = l.id join audit_entries a on a.enterprise_id = l.enterprise_id and a.operation = 'seed.plantCase') l
    left join trajectories t on t.id = l.trajectory where l.place = 1`);
  expect(cases.length).toBeGreaterThan(10);
  const pages = allOperations().filter(
    ({ kind, on }) => kind === 'query' && on !== null && ['trajectory', 'enterprise', 'lead'].includes(on),
  );
  let opened = 0;
  for (const one of cases)
    for (const page of pages) {
      const subject = one[page.on as 'trajectory' | 'enterprise' | 'lead'];
      if (subject === null) continue;
      for (const as of one.people) {
        const answer = await page.call({ locale: 'nl', as }, { [page.on!]: subject }).then(
          () => 'page',
          (problem: unknown) => problem,
        );
        if (answer === 'page') opened += 1;
        else if (!(answer instanceof Refusal && honest.has(answer.code)))
          throw new Error(`${page.name} of ${subject}`, { cause: answer });
      }
    }
  expect(opened).toBeGreaterThan(cases.length * 10);
}, 120_000);

test('a second time it refuses, and so it does where there is a real programme', async () => {
  const again = () => seedScale(database.url(), 10, () => undefined);
  await expect(again()).rejects.toThrow('large synthetic programme already');
  await ask('update programmes set example = false');
  await expect(again()).rejects.toThrow('real programme');
}, 60_000);
