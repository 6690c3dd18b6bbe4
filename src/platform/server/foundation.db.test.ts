import pg from 'pg';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import '#modules/operations.server.ts';
import { useOwnDatabase } from '../../../tests/support/database.ts';
import { sealAudit, verifyAudit } from './audit.ts';
import { enterScope, inTransaction, type Db } from './database/pool.ts';
import { examine, publicTables } from './doctor.ts';
import { newId } from './ids.ts';
import { command, nothing } from './operation.ts';
import { addPerson, findByEmail, openForPerson, readPerson, sealForPerson } from './people.ts';

const database = useOwnDatabase();
const asSystem = <Result>(work: (db: Db) => Promise<Result>) =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

let runs = 0;
const addNote = command({
  name: 'test.addNote',
  input: z.object({ note: z.string().min(1) }),
  on: nothing,
  needs: { public: 'only this test calls it, to see what the wrapper does', sees: 'nothing' },
  example: () => ({ note: 'x' }),
  audit: () => ({ fields: ['note'] }),
  async run({ input, db }) {
    runs += 1;
    if (input.note === 'fail after writing') {
      await db.run(sql`insert into door_uses (caller, operation, slot) values ('half', 'test', now())`);
      throw new Error('killed in the middle');
    }
    return { run: runs };
  },
});
const visitor = { locale: 'nl' } as const;

const makeCode = command({
  name: 'test.makeCode',
  secretResult: true,
  input: z.object({}),
  on: nothing,
  needs: { public: 'only this test calls it, to see that a secret is not kept', sees: 'nothing' },
  example: () => ({}),
  audit: () => ({}),
  run: () => Promise.resolve({ code: newId() }),
});

describe('the wrapper', () => {
  test('refuses a key for a command that gives a secret, and keeps nothing of it', async () => {
    await expect(makeCode.call(visitor, {}, { idempotencyKey: newId() })).rejects.toMatchObject({
      code: 'key_not_taken',
      status: 400,
    });
    const { code } = await makeCode.call(visitor, {});
    const kept = await asSystem((db) => db.many(sql`select 1 from idempotency_keys where operation = 'test.makeCode'`));
    expect([code.length, kept]).toEqual([36, []]);
  });

  test('runs a command once per key, and gives the second caller the first result', async () => {
    const key = newId();
    const [first, second] = await Promise.all([
      addNote.call(visitor, { note: 'a' }, { idempotencyKey: key }),
      addNote.call(visitor, { note: 'a' }, { idempotencyKey: key }),
    ]);
    expect(second).toEqual(first);
    expect(await addNote.call(visitor, { note: 'a' }, { idempotencyKey: key })).toEqual(first);
  });

  test('leaves nothing behind when a command dies in the middle: no change and no line in the trail', async () => {
    const before = await countEntries();
    await expect(addNote.call(visitor, { note: 'fail after writing' })).rejects.toThrow('killed in the middle');
    expect(await countEntries()).toBe(before);
    expect((await asSystem((db) => db.many(sql`select 1 from door_uses where caller = 'half'`))).length).toBe(0);
  });

  test('writes field names and a salted hash into the trail, never the value', async () => {
    await addNote.call(visitor, { note: 'Het geheim van Lies' });
    const [entry] = await asSystem((db) =>
      db.many<Record<string, unknown>>(sql`select * from audit_entries order by id desc limit 1`),
    );
    expect(entry).toMatchObject({ operation: 'test.addNote', fields: ['note'], actor_kind: 'visitor' });
    expect(JSON.stringify(entry)).not.toContain('geheim');
  });
});

describe('row-level security', () => {
  let tables: string[] = [];
  beforeAll(async () => {
    tables = (
      await asSystem((db) =>
        db.many<{ name: string }>(
          sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
        ),
      )
    ).map((row) => row.name);
  });

  test('shows nothing of any table that holds somebody’s data while no scope is set', async () => {
    for (const table of tables.filter((name) => !(publicTables as readonly string[]).includes(name))) {
      const rows = await inTransaction(
        'read',
        async (_db, client) => (await client.query(`select 1 from ${table} limit 1`)).rows,
      ).catch((refused: { code?: string }) => {
        // Some tables the app may not even read: that shows nothing as well.
        expect(refused.code, table).toBe('42501');
        return [];
      });
      expect(rows, table).toEqual([]);
    }
  });

  test('forgets the scope with the transaction', async () => {
    await asSystem((db) => db.many(sql`select 1`));
    const [row] = await inTransaction('read', (db) =>
      db.many<{ system: string }>(sql`select krachtlijn.scope_text('system') as system`),
    );
    expect(row!.system).toBe('');
  });
});

describe('the trail', () => {
  test('cannot be changed or deleted, not even by the owner of the tables', async () => {
    await addNote.call(visitor, { note: 'b' });
    await expect(asSystem((db) => db.run(sql`update audit_entries set operation = 'x'`))).rejects.toThrow();
    await expect(asSystem((db) => db.run(sql`delete from audit_entries`))).rejects.toThrow();
    const owner = new pg.Client({ connectionString: database.url(), options: '-c role=krachtlijn_owner' });
    await owner.connect();
    await expect(owner.query(`delete from audit_entries`)).rejects.toThrow(/never changed or deleted/);
    await owner.end();
  });

  test('is a chain that shows a change behind its back', async () => {
    await addNote.call(visitor, { note: 'c' });
    await asSystem((db) => sealAudit(db));
    const whole = await asSystem((db) => verifyAudit(db));
    expect(whole.broken).toBeUndefined();
    expect(whole.unsealed).toBe(0);
    const attacker = new pg.Client({ connectionString: database.url(), options: '-c role=krachtlijn_owner' });
    await attacker.connect();
    await attacker.query('alter table audit_entries disable trigger audit_entries_stay');
    await attacker.query(
      `update audit_entries set operation = 'test.somethingElse' where id = (select entry_id from audit_seals order by seq desc limit 1)`,
    );
    await attacker.end();
    expect((await asSystem((db) => verifyAudit(db))).broken?.seq).toBe(whole.sealed);
    expect((await examine(database.url())).find((finding) => finding.what.includes('chain'))?.ok).toBe(false);
  });
});

describe('a person', () => {
  test('is found by e-mail without the address being stored readable', async () => {
    const id = await asSystem((db) => addPerson(db, { name: 'Lies Verhulst', email: 'Lies@Example.org' }, 'nl'));
    expect(await asSystem((db) => findByEmail(db, 'lies@example.org '))).toBe(id);
    const rows = await asSystem((db) => db.many(sql`select p::text as text from people p where id = ${id}`));
    expect(JSON.stringify(rows)).not.toMatch(/lies|verhulst/i);
  });

  test('is unreadable once the key is gone, in values and in drafts alike', async () => {
    const id = await asSystem((db) => addPerson(db, { name: 'Bram De Wit' }, 'nl'));
    const sealed = await asSystem((db) => sealForPerson(db, id, { typed: 'iets' }));
    expect(await asSystem((db) => openForPerson(db, id, sealed))).toEqual({ typed: 'iets' });
    await asSystem((db) => db.run(sql`delete from person_keys where person_id = ${id}`));
    expect((await asSystem((db) => readPerson(db, id)))?.name).toBe('—');
    await expect(asSystem((db) => openForPerson(db, id, sealed))).rejects.toThrow();
  });
});

async function countEntries(): Promise<number> {
  return (await asSystem((db) => db.one<{ n: number }>(sql`select count(*)::int as n from audit_entries`))).n;
}
