import pg from 'pg';
import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { confirmActionPlan, openActionPlanByLink } from './actionPlanConfirmOperations.ts';
import { readActionPlan } from './actionPlanOperations.ts';
import { printActionPlanByLink } from './actionPlanPrintOperations.ts';
import {
  byLink,
  closingDay,
  closingWorld,
  rowsOf,
  sealedPlan,
  sentPlan,
  type ClosingWorld,
} from './closingWorld.testing.ts';
import { as, at, refusal } from './planWorld.testing.ts';

const database = useOwnDatabase();

let world: ClosingWorld;
beforeEach(async () => {
  world = await closingWorld();
});

const now = at(closingDay);
const here = () => ({ trajectory: world.trajectory });
const read = () => readActionPlan.call(as(world.consultant), here(), now);
const open = (secret: string) => openActionPlanByLink.call(byLink(secret), {}, now);
const confirm = (secret: string, document: string) =>
  confirmActionPlan.call(byLink(secret), { ...here(), document, mayConfirm: 'on' }, now);
const facts = async () =>
  (
    await rowsOf<{ state: string; plan: string; moments: number }>(sql`select t.state, a.state as plan,
        (select count(*)::int from follow_ups where trajectory_id = t.id) as moments
      from trajectories t join action_plans a on a.trajectory_id = t.id where t.id = ${world.trajectory}`)
  )[0]!;

describe('what was sealed', () => {
  const asOwner = async (statement: string) => {
    const client = new pg.Client({ connectionString: database.url() });
    await client.connect();
    try {
      await client.query('set role krachtlijn_owner');
      return await client.query(statement);
    } finally {
      await client.end();
    }
  };

  test('cannot be changed by the program', async () => {
    const { document } = await sealedPlan(world);
    await expect(rowsOf(sql`update documents set content = '{}' where id = ${document} returning 1`)).rejects.toThrow(
      /permission denied/u,
    );
    await expect(
      rowsOf(sql`update document_confirmations set at = now() where document_id = ${document} returning 1`),
    ).rejects.toThrow(/permission denied/u);
  });

  test('shows when its owner of the database changed a word behind our back', async () => {
    const { secret, document } = await sealedPlan(world);
    await asOwner(
      `update documents set content = jsonb_set(content, '{actionPlan,embedding}', '"Iets heel anders"') where id = '${document}'`,
    );
    expect(await open(secret)).toMatchObject({ standing: 'damaged', words: null });
    expect(await refusal(printActionPlanByLink.call(byLink(secret), {}, now))).toMatchObject({
      textKey: 'trajectories:confirm.damaged',
    });
  });

  test('is not confirmed when it was changed before', async () => {
    const { secret, document } = await sentPlan(world);
    await asOwner(`update documents set content = content || '{"provider": "Niemand"}' where id = '${document}'`);
    expect(await refusal(confirm(secret, document))).toMatchObject({ textKey: 'trajectories:confirm.damaged' });
  });

  test('leaves nothing half done when the database connection dies in the middle of sealing', async () => {
    const { secret, document } = await sentPlan(world);
    const before = await facts();
    const other = new pg.Client({ connectionString: database.url() });
    await other.connect();
    // Somebody holds the table of follow-ups, so that sealing waits there: after the yes, before the end.
    await other.query('begin; lock table follow_ups in access exclusive mode');
    const dying = refusal(confirm(secret, document));
    const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    let pid: number | undefined;
    while (pid === undefined) pid = (await other.query<{ pid: number }>(waiting)).rows[0]?.pid;
    await other.query('select pg_terminate_backend($1)', [pid]);
    await dying;
    await other.query('rollback');
    await other.end();
    expect(await facts()).toEqual(before);
    expect((await read()).document!.confirmations.map(({ party }) => party)).toEqual(['guide']);
    expect(await confirm(secret, document)).toEqual({ sealed: true, already: false });
    expect((await facts()).moments).toBe(3);
  });
});
