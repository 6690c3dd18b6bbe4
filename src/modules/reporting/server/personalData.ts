import { definePersonalData } from '#platform/server/personalData.ts';

const own = { kind: 'own', about: 'person_id', atErasure: 'goes', inCase: false } as const;

definePersonalData('reporting', {
  tables: [
    { ...own, table: 'saved_views', words: ['name', 'query'], tells: ['list', 'name', 'query', 'created_at'] },
    { ...own, table: 'home_visits', tells: ['seen_at', 'since'] },
  ],
});
