import { definePersonalData } from '#platform/server/personalData.ts';

definePersonalData('privacy', {
  tables: [
    {
      table: 'retention_dates',
      kind: 'identity',
      about: 'person_id',
      tells: ['because', 'goes_on', 'noticed_on'],
      atErasure: 'goes',
      inCase: false,
    },
    {
      table: 'retention_holds',
      kind: 'identity',
      about: 'person_id',
      by: ['placed_by', 'lifted_by'],
      words: ['reason'],
      tells: ['reason', 'placed_at', 'until', 'lifted_at'],
      atErasure: 'stays',
      inCase: false,
    },
  ],
});
