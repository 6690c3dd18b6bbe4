import sql from 'sql-template-tag';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll } from 'vitest';
import '#modules/operations.server.ts';
import { config, useConfig } from '#platform/server/config.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { sendMail } from '#platform/server/mail.ts';
import { addPerson } from '#platform/server/people.ts';
import type { Role, ScopeKind } from '#platform/server/permissions.ts';
import { openTask } from '#platform/server/registries.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { World } from '../../../../tests/support/world.ts';

export const asSystem = <Result>(work: (db: Db) => Promise<Result>) =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

/** A mail server that really listens; gives what it received, as it came over the line. */
export function useMailServer(): string[] {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
      stream.on('end', () => {
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
  return received;
}

/** A new person with an address of their own and a role on a place of the example programme. */
export function personWith(world: World, name: string, role: Role, scope: ScopeKind): Promise<string> {
  return asSystem(async (db) => {
    const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@nieuws.example.org`;
    const person = await addPerson(db, { name, email, phone: '0470 98 76 54' }, 'nl');
    await db.run(sql`insert into grants (id, person_id, role, scope, scope_id, programme_id)
      values (${newId()}, ${person}, ${role}, ${scope}, ${world.ids[scope]!}, ${world.ids['programme']!})`);
    return person;
  });
}

/** Opens a task at a moment, for one person, about the main case; gives its subject. */
export function taskFor(world: World, person: string, role: Role, at: Date, due: PlainDate | null = null) {
  const subject = newId();
  return asSystem(async (db) => {
    const { programme, lot, provider, enterprise, trajectory } = world.ids as Record<string, string>;
    await openTask(
      db,
      { programme: programme!, lot, provider, enterprise, trajectory },
      {
        kind: 'trajectories.readPlan',
        subject,
        roles: [role],
        person,
        due,
        textKey: 'trajectories:plan.task.read',
        link: `/trajectories/${trajectory!}/plan`,
      },
    );
    await db.run(sql`update waiting_tasks set opened_at = ${at} where subject_id = ${subject}`);
    return subject;
  });
}

/** The letters to somebody, the oldest first. */
export const lettersTo = (person: string) =>
  asSystem((db) =>
    db.many<{ id: string; locale: string; parameters: Record<string, unknown> }>(
      sql`select id, locale, parameters from mails where person_id = ${person} and template = 'notifications.digest' order by created_at, id`,
    ),
  );

/** Sends a letter and gives its text as a person reads it: lines joined, marks of the mail format undone. */
export async function sent(mail: string, received: string[]): Promise<string> {
  await sendMail.run({ mail });
  const raw = received.at(-1) ?? '';
  const unfolded = raw.replaceAll(/\r?\n[ \t]+/g, ' ');
  return unfolded
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
}
