import sql, { type Sql } from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { seedScale } from '#modules/seed.server.ts';
import { config, useConfig } from '#platform/server/config.ts';
import {
  closePool,
  enterScope,
  inTransaction,
  openPool,
  watchQueries,
  type Db,
} from '#platform/server/database/pool.ts';
import { allOperations } from '#platform/server/operation.ts';
import { useOwnDatabase } from '../support/database.ts';

/**
 * The plans of the hottest questions, on a synthetic programme: none reads a table that grows from one end to the other. Small tables are
 * cheapest read whole, so the planner is told not to when there is any other way: what is still read whole then has no index to go by.
 */
const database = useOwnDatabase();
const trajectories = 300;

/** Tables that grow with the programme. */
const growing = [
  'enterprises', 'leads', 'trajectories', 'guidance_sessions', 'timeline_entries', 'waiting_tasks', 'trajectory_guides', 'enterprise_people',
  'people', 'person_keys', 'plans', 'intakes', 'documents', 'follow_ups', 'eligibility_decisions', 'audit_entries', 'grants',
  'aid_entries',
]; // prettier-ignore

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

const wholeReads = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' && growing.includes(plan['Relation Name'] ?? '')
    ? [plan['Relation Name']!]
    : []),
  ...(plan.Plans ?? []).flatMap(wholeReads),
];

const people = new Map<string, string>();
let programmes: string[] = [];
const system = <Result>(work: (db: Db) => Promise<Result>) =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

beforeAll(async () => {
  await closePool();
  await seedScale(database.url(), trajectories, () => undefined);
  useConfig({ ...config(), databaseUrl: database.url() });
  openPool(database.url(), 4);
  await system(async (db) => {
    const rows = await db.many<{ role: string; person: string }>(
      sql`select distinct on (role) role, person_id as person from grants where withdrawn_at is null order by role, id`,
    );
    for (const { role, person } of rows) people.set(role, person);
    programmes = (await db.many<{ id: string }>(sql`select id from programmes`)).map(({ id }) => id);
  });
}, 180_000);

const operation = (name: string) => allOperations().find((one) => one.name === name)!;

/** Asks PostgreSQL how it would answer what a page asks, with the sight of who runs the programme. */
async function plansOf(name: string, role: string, input: object): Promise<{ text: string; plan: Plan }[]> {
  const asked: Sql[] = [];
  const stop = watchQueries((_text, statement) => void asked.push(statement));
  try {
    await operation(name).call({ locale: 'nl', as: people.get(role)! }, input);
  } finally {
    stop();
  }
  return inTransaction('read', async (db) => {
    await enterScope(db, { actor: `person:${people.get(role)}`, person: people.get(role)!, programmes });
    await db.run(sql`select set_config('enable_seqscan', 'off', true)`);
    const plans: { text: string; plan: Plan }[] = [];
    for (const statement of asked) {
      if (!/^\s*(select|with)/i.test(statement.text) || /set_config|krachtlijn\.authenticate/.test(statement.text))
        continue;
      const [row] = await db.many<{ 'QUERY PLAN': [{ Plan: Plan }] }>(sql`explain (format json) ${statement}`);
      plans.push({ text: statement.text.replace(/\s+/g, ' ').slice(0, 160), plan: row!['QUERY PLAN'][0].Plan });
    }
    return plans;
  });
}

/** The hottest: the pages of every day, and their questions. */
const hottest: readonly (readonly [name: string, role: string, input: object])[] = [
  ['reporting.readHome', 'programme_manager', {}],
  ['reporting.readHome', 'auditor', {}],
  ['reporting.listEnterprises', 'programme_manager', {}],
  ['reporting.listEnterprises', 'programme_manager', { stage: 'guidance', size: 'small' }],
  ['reporting.listEnterprises', 'programme_manager', { sort: 'newest' }],
  ['reporting.listEnterprises', 'programme_manager', { words: 'zand' }],
  ['reporting.listTrajectories', 'programme_manager', {}],
  ['reporting.listTrajectories', 'programme_manager', { stage: 'closing', sort: 'name' }],
  ['reporting.listSessions', 'programme_manager', { from: '2026-01-01' }],
  ['recruitment.listLeads', 'programme_manager', {}],
  ['reporting.listDecisions', 'programme_manager', {}],
  ['reporting.listDecisions', 'lot_coordinator', { reason: 'headcountMissing' }],
];

describe.each(hottest)('%s as %s with %j', (name, role, input) => {
  test('reads no growing table from one end to the other', async () => {
    const plans = await plansOf(name, role, input);
    expect(plans.length).toBeGreaterThan(2);
    for (const { text, plan } of plans) expect(wholeReads(plan), text).toEqual([]);
  });
});

test('a question without an index is found out', async () => {
  const found = await inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    await db.run(sql`select set_config('enable_seqscan', 'off', true)`);
    const [row] = await db.many<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      sql`explain (format json) select id from guidance_sessions where notes = 'x'`,
    );
    return wholeReads(row!['QUERY PLAN'][0].Plan);
  });
  expect(found).toEqual(['guidance_sessions']);
});
