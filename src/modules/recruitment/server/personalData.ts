import { definePersonalData } from '#platform/server/personalData.ts';

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
});
