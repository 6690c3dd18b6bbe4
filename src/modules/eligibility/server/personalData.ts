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
  ],
});
