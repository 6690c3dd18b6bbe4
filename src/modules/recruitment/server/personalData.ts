import sql from 'sql-template-tag';
import { definePersonalData } from '#platform/server/personalData.ts';
import { closeTasksAbout } from '#platform/server/registries.ts';

const request = {
  kind: 'requests',
  about: 'contact_id',
  sealed: ['contact_given'],
  opens: ['contact_given'],
  atErasure: 'stays',
  empties: ['message', 'contact_given'],
  inCase: true,
} as const;

definePersonalData('recruitment', {
  tables: [
    {
      ...request,
      table: 'leads',
      by: ['taken_by'],
      words: ['message', 'decline_words'],
      tells: ['state', 'source', 'message', 'wants_call', 'consent_at', 'given', 'created_at', 'closed_on'],
    },
    {
      ...request,
      table: 'attached_requests',
      words: ['message'],
      tells: ['message', 'wants_call', 'consent_at', 'given', 'created_at'],
    },
    { table: 'lead_contacts', kind: 'course', by: ['by_person'], words: ['words'], atErasure: 'stays', inCase: true },
    { table: 'lead_handovers', kind: 'course', by: ['by_person'], words: ['words'], atErasure: 'stays', inCase: true },
  ],
  async beforeErasure(db, { person, today }) {
    // An open request goes on with another contact of the enterprise; where there is none, nobody is left to call.
    await db.run(sql`update leads l set contact_id = o.person_id, message = null, contact_given = null, version = l.version + 1
      from (select distinct on (enterprise_id) enterprise_id, person_id from enterprise_people where person_id <> ${person} order by enterprise_id, main desc, added_at, id) o
      where l.contact_id = ${person} and o.enterprise_id = l.enterprise_id and l.state in ('new', 'taken', 'handed_over')`);
    const closed = await db.many<{
      id: string;
    }>(sql`update leads set state = 'withdrawn', closed_on = ${today}, next_contact_on = null, version = version + 1
      where contact_id = ${person} and state in ('new', 'taken', 'handed_over') returning id`);
    for (const { id } of closed) await closeTasksAbout(db, id);
  },
});
