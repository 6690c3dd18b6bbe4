import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { Refusal } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { addPerson } from '#platform/server/people.ts';
import { allOperations } from '#platform/server/operation.ts';
import { giveGrant } from '#modules/access/index.server.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { listJobs, readOutbox, retryJob } from './operations.ts';

useOwnDatabase();
const visitor = { locale: 'nl' } as const;
const as = (person: string) => ({ locale: 'nl', as: person }) as const;
let manager: string;
let auditor: string;
let programme: string;
let failed: string;

function asSystem<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });
}

async function statusOf(attempt: Promise<unknown>): Promise<number> {
  return attempt.then(
    () => 200,
    (refusal: unknown) => {
      if (refusal instanceof Refusal) return refusal.status;
      throw refusal;
    },
  );
}

beforeAll(async () => {
  await asSystem(async (db) => {
    programme = newId();
    await db.run(sql`insert into programmes (id, code, name, starts_on, ends_on, target, example, definition)
      values (${programme}, ${programme}, '{"nl":"Proef"}', '2026-01-01', '2026-12-31', 10, true, '{}')`);
    manager = await addPerson(db, { name: 'Greet', email: 'greet@jobs.example' }, 'nl');
    auditor = await addPerson(db, { name: 'Ilse' }, 'nl');
    await giveGrant(db, { person: manager, role: 'programme_manager', scope: 'programme', id: programme, programme });
    await giveGrant(db, { person: auditor, role: 'auditor', scope: 'programme', id: programme, programme });
  });
  // Sending a letter opens the queue, so that its tables know the job.
  const askSignInLink = allOperations().find((operation) => operation.name === 'access.askSignInLink')!;
  await askSignInLink.call(visitor, { email: 'greet@jobs.example' });
  failed = await asSystem(
    async (db) =>
      (
        await db.one<{
          id: string;
        }>(sql`insert into jobs.job (name, state, data, output, retry_count, retry_limit, started_on, completed_on)
          values ('mail.send', 'failed', '{}', '{"message": "550 no such user greet@jobs.example"}', 8, 8, now(), now()) returning id`)
      ).id,
  );
});

describe('background work', () => {
  test('shows what got stuck, how often it was tried and why, without addresses', async () => {
    const { jobs, counts, mayRetry } = await listJobs.call(as(manager), { show: 'failed' });
    expect(jobs).toMatchObject([
      { id: failed, name: 'mail.send', state: 'failed', attempts: 9, problem: '550 no such user …@…' },
    ]);
    expect(counts.failed).toBe(1);
    expect(mayRetry).toBe(true);
  });

  test('shows the letter that waits', async () => {
    const { jobs } = await listJobs.call(as(auditor), { show: 'waiting' });
    expect(jobs.some((job) => job.name === 'mail.send' && job.state === 'created')).toBe(true);
  });

  test('is tried again by a programme manager only, and only when it got stuck', async () => {
    expect(await statusOf(retryJob.call(visitor, { job: failed }))).toBe(401);
    expect(await statusOf(retryJob.call(as(auditor), { job: failed }))).toBe(403);
    expect(await statusOf(retryJob.call(as(manager), { job: newId() }))).toBe(404);
    expect(await statusOf(retryJob.call(as(manager), { job: failed }))).toBe(200);
    expect(await statusOf(retryJob.call(as(manager), { job: failed }))).toBe(409);
    const row = await asSystem((db) =>
      db.one<{ state: string; retry_limit: number }>(
        sql`select state::text, retry_limit from jobs.job where id = ${failed}`,
      ),
    );
    expect(row).toEqual({ state: 'retry', retry_limit: 9 });
  });
});

describe('the mailbox of the example', () => {
  test('shows letters with links that can be opened', async () => {
    const { letters } = await readOutbox.call(visitor, {});
    const links = letters[0]!.pieces.flatMap((piece) => piece.href ?? []);
    expect(links).toHaveLength(1);
    expect(links[0]).toMatch(/^\/sign-in\/[\w-]{20,}$/);
  });

  test('does not exist where a programme with real people is', async () => {
    await asSystem((db) => db.run(sql`update programmes set example = false where id = ${programme}`));
    expect(await statusOf(readOutbox.call(visitor, {}))).toBe(404);
    expect(await statusOf(readOutbox.call(as(manager), {}))).toBe(404);
  });
});
