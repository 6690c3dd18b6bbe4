import { definePersonalData } from '#platform/server/personalData.ts';

definePersonalData('eligibility', {
  tables: [
    {
      table: 'eligibility_decisions',
      kind: 'course',
      by: ['decided_by'],
      words: ['why_again'],
      atErasure: 'stays',
      inCase: true,
    },
    {
      table: 'bookkeeper_requests',
      kind: 'requests',
      about: 'person_id',
      by: ['asked_by'],
      tells: ['locale', 'asked_at', 'expires_at', 'withdrawn_at'],
      atErasure: 'stays',
      inCase: true,
    },
    { table: 'bookkeeper_answers', kind: 'course', atErasure: 'stays', inCase: true },
    { table: 'eligibility_evidence', kind: 'course', by: ['added_by'], atErasure: 'stays', inCase: true },
  ],
});
