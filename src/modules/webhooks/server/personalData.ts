import { definePersonalData } from '#platform/server/personalData.ts';

definePersonalData('webhooks', {
  tables: [{ table: 'webhooks', kind: 'course', by: ['made_by'], atErasure: 'stays', inCase: false }],
});
