import { SMTPServer } from 'smtp-server';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { askSignInLink } from '#modules/access/server/operations.ts';
import { useOwnDatabase } from '../../../tests/support/database.ts';
import { config, useConfig } from './config.ts';
import { enterScope, inTransaction, type Db } from './database/pool.ts';
import { sendMail } from './mail.ts';
import { addPerson } from './people.ts';

useOwnDatabase();
const asSystem = <Result>(work: (db: Db) => Promise<Result>) =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

/** What a real mail server received, as it came over the line. */
const received: string[] = [];
let refuses = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
    stream.on('end', () => {
      if (refuses) return done(Object.assign(new Error('try later'), { responseCode: 451 }));
      received.push(text);
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.server.address() as { port: number };
  useConfig({ ...config(), smtpUrl: `smtp://127.0.0.1:${port}` });
});
afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

const letters = () =>
  asSystem((db) =>
    db.many<{ id: string; state: string; attempts: number; problem: string | null }>(
      sql`select id, state, attempts, problem from mails order by created_at desc, id desc`,
    ),
  );

describe('a letter', () => {
  test('reaches a real mail server once, in the language of who gets it', async () => {
    await asSystem((db) => addPerson(db, { name: 'Lies Verhulst', email: 'lies@brief.example.org' }, 'fr'));
    await askSignInLink.call({ locale: 'nl' }, { email: 'lies@brief.example.org' });
    const [letter] = await letters();
    await sendMail.run({ mail: letter!.id });
    await sendMail.run({ mail: letter!.id });
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('lies@brief.example.org');
    expect(received[0]).toContain('Bonjour Lies Verhulst');
    expect((await letters())[0]).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('waits when the mail server refuses, and leaves when it is back', async () => {
    await askSignInLink.call({ locale: 'nl' }, { email: 'lies@brief.example.org' });
    const [letter] = await letters();
    refuses = true;
    // The queue tries again after a failure: the job has to say that it failed.
    await expect(sendMail.run({ mail: letter!.id })).rejects.toThrow(/451/);
    expect((await letters())[0]).toMatchObject({ state: 'failed', attempts: 1 });
    refuses = false;
    await sendMail.run({ mail: letter!.id });
    expect((await letters())[0]).toMatchObject({ state: 'sent', attempts: 2, problem: null });
  });

  test('keeps its link sealed: the table shows neither the address nor the secret', async () => {
    const rows = await asSystem((db) => db.many(sql`select m::text as row from mails m`));
    expect(JSON.stringify(rows)).not.toMatch(/brief\.example\.org|sign-in/);
  });
});
