import { definePersonalData } from '#platform/server/personalData.ts';

const course = { kind: 'course', atErasure: 'stays', inCase: true } as const;

definePersonalData('aid', {
  tables: [
    { ...course, table: 'aid_entries', by: ['recorded_by'], words: ['grantor', 'reason'] },
    { ...course, table: 'aid_undertakings', by: ['stated_by'] },
    { ...course, table: 'aid_events', by: ['recorded_by'], words: ['reason'] },
    {
      table: 'aid_declarations',
      kind: 'documents',
      about: 'contact_id',
      by: ['sent_by'],
      tells: ['state', 'sent_at', 'agreed_at'],
      atErasure: 'stays',
      inCase: true,
    },
    { table: 'aid_register_marks', kind: 'course', by: ['marked_by'], atErasure: 'stays', inCase: false },
  ],
});
