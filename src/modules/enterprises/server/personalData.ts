import sql from 'sql-template-tag';
import { definePersonalData } from '#platform/server/personalData.ts';

definePersonalData('enterprises', {
  tables: [
    {
      table: 'enterprise_people',
      kind: 'contact',
      about: 'person_id',
      tells: ['capacity', 'main', 'added_at'],
      atErasure: 'goes',
      inCase: true,
    },
    { table: 'field_origins', kind: 'course', by: ['by_person'], atErasure: 'stays', inCase: true },
  ],
  async beforeErasure(db, { person }) {
    // Who is left and stands there longest becomes the main contact.
    await db.run(sql`update enterprise_people set main = true where id in (
      select distinct on (o.enterprise_id) o.id from enterprise_people mine join enterprise_people o on o.enterprise_id = mine.enterprise_id and o.person_id <> mine.person_id
      where mine.person_id = ${person} and mine.main order by o.enterprise_id, o.added_at, o.id)`);
  },
  async blocks(db, { person }) {
    const rows = await db.many<{ enterprise: string; name: string }>(
      sql`select c.enterprise_id as enterprise, e.name from enterprise_people c join enterprises e on e.id = c.enterprise_id
        where c.person_id = ${person}
          and not exists (select 1 from enterprise_people o where o.enterprise_id = c.enterprise_id and o.person_id <> ${person})
          and exists (select 1 from trajectories t where t.enterprise_id = c.enterprise_id and t.state not in ('completed', 'stopped')) order by e.name`,
    );
    return rows.map(({ enterprise, name }) => ({
      textKey: 'privacy:block.onlyContact',
      parameters: { enterprise: name },
      link: `/enterprises/${enterprise}/facts`,
    }));
  },
});
