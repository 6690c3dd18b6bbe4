import sql from 'sql-template-tag';
import { definePersonalData } from './personalData.ts';

/** What the foundation itself holds about people. */
definePersonalData('platform', {
  tables: [
    // The row stays, emptied, as what other rows point at; see eraseValues in people.ts.
    { table: 'people', kind: 'identity', sealed: ['sealed'], atErasure: 'stays', inCase: false },
    {
      table: 'person_keys',
      kind: 'identity',
      about: 'person_id',
      sealed: ['wrapped'],
      atErasure: 'goes',
      inCase: false,
    },
    { table: 'person_search', kind: 'identity', about: 'person_id', atErasure: 'goes', inCase: false },
    {
      table: 'mails',
      kind: 'letters',
      about: 'person_id',
      sealed: ['secrets'],
      tells: ['template', 'locale', 'state', 'created_at', 'sent_at'],
      atErasure: 'goes',
      inCase: false,
    },
    {
      table: 'drafts',
      kind: 'own',
      about: 'person_id',
      sealed: ['content'],
      tells: ['form', 'saved_at'],
      opens: ['content'],
      atErasure: 'goes',
      inCase: false,
    },
    {
      table: 'waiting_tasks',
      kind: 'course',
      about: 'person_id',
      tells: ['kind', 'due', 'opened_at', 'done_at'],
      atErasure: 'stays',
      empties: ['person_id'],
      inCase: true,
    },
    { table: 'timeline_entries', kind: 'course', by: ['by_person'], atErasure: 'stays', inCase: true },
    {
      table: 'audit_entries',
      kind: 'trail',
      about: 'actor_id',
      tells: ['at', 'operation', 'fields'],
      atErasure: 'stays',
      inCase: true,
    },
  ],
  async beforeErasure(db, { person, pattern }) {
    // What a mail server answered may repeat the address, in the letter and in the job that sent it.
    await db.run(
      sql`delete from jobs.job where name = 'mail.send' and data ->> 'mail' in (select id::text from mails where person_id = ${person})`,
    );
    await db.run(sql`delete from idempotency_keys where actor = ${`person:${person}`} or result::text ~* ${pattern}`);
  },
});
