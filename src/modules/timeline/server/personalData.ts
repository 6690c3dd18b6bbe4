import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { openForPerson, sealForPerson } from '#platform/server/people.ts';
import { definePersonalData, type Erasure } from '#platform/server/personalData.ts';
import { filesThatName } from './filesThatName.ts';

definePersonalData('timeline', {
  tables: [
    {
      table: 'comments',
      kind: 'course',
      about: 'by_person',
      sealed: ['words'],
      opens: ['words'],
      tells: ['written_at', 'corrected_at', 'struck_at'],
      atErasure: 'stays',
      inCase: true,
    },
    {
      table: 'comment_mentions',
      kind: 'course',
      about: 'person_id',
      tells: ['asked_at', 'seen_at'],
      atErasure: 'goes',
      inCase: true,
    },
    {
      table: 'attachments',
      kind: 'course',
      about: 'by_person',
      sealed: ['name'],
      opens: ['name'],
      tells: ['media_type', 'size', 'added_at', 'removed_at'],
      atErasure: 'stays',
      empties: ['name'],
      inCase: true,
    },
  ],
  async beforeErasure(db, erasure) {
    // What they wrote goes as if they struck it out; that something stood there stays.
    await db.run(
      sql`update comments set words = null, struck_at = ${erasure.now} where by_person = ${erasure.person} and words is not null`,
    );
    await maskComments(db, erasure);
  },
  blocks: filesThatName,
});

/** What others wrote is sealed under their keys, so it is opened to take the values out, and sealed again. */
async function maskComments(db: Db, { places, mask }: Erasure): Promise<void> {
  const rows = await db.many<{
    id: string;
    by: string;
    words: Buffer;
  }>(sql`select id, by_person as by, words from comments
    where words is not null and (enterprise_id = any (${[...places.enterprises]}) or provider_id = any (${[...places.providers]})
      or lot_id = any (${[...places.lots]}) or programme_id = any (${[...places.programmes]}))`);
  for (const { id, by, words } of rows) {
    const said = await openForPerson<string>(db, by, words);
    const left = mask(said);
    if (left !== said)
      await db.run(sql`update comments set words = ${await sealForPerson(db, by, left)} where id = ${id}`);
  }
}
