import { definePersonalData } from '#platform/server/personalData.ts';

const own = { kind: 'own', about: 'person_id', atErasure: 'goes', inCase: false } as const;
const letters = { ...own, kind: 'letters' } as const;

definePersonalData('notifications', {
  tables: [
    {
      ...own,
      table: 'notice_choices',
      tells: ['choices', 'from_hour', 'until_hour', 'weekday', 'quiet_days', 'quiet_holidays', 'locale', 'changed_at'],
    },
    { ...own, table: 'calendar_feeds', tells: ['names', 'made_at'] },
    { ...letters, table: 'notices', tells: ['period', 'stream', 'covers_until', 'made_at'] },
    { ...letters, table: 'notice_links', tells: ['kinds', 'made_at'] },
  ],
});
