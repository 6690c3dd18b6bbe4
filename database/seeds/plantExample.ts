import sql from 'sql-template-tag';
import { giveGrant } from '#modules/access/index.server.ts';
import { addProgramme } from '#modules/programmes/index.server.ts';
import { sealAudit } from '#platform/server/audit.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { withRepeatableIds } from '#platform/server/ids.ts';
import { addPerson } from '#platform/server/people.ts';
import type { Cast } from './cast.ts';
import { cases } from './cases.ts';
import { leads } from './leads.ts';
import { people } from './people.ts';
import { exampleRun, programme, seedDay } from './programme.ts';
import { replayCase } from './replayCase.ts';
import { replayLead } from './replayLead.ts';

/**
 * Plants the example programme: the real lots and funds, invented people, and the nine published cases, each lived through the same
 * operations that people use, on the day on which it happened. So the trail, the timelines and the tasks are what they would be.
 */
export async function plantExample(): Promise<void> {
  await withRepeatableIds(new Date(`${exampleRun.from}T08:00:00Z`), async () => {
    const cast = await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system:seed', system: true });
      return castOf(db);
    });
    for (const one of cases(seedDay)) await replayCase(cast, one);
    for (const lead of leads(seedDay)) await replayLead(cast, lead);
    await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system:seed', system: true });
      // What was sent while the example was played is history: nobody gets it any more.
      await db.run(sql`update mails set state = 'kept' where state = 'queued'`);
      // The days of the example lie in the past: its trail does not wait for the next minute.
      await sealAudit(db);
    });
  });
}

async function castOf(db: Db): Promise<Cast> {
  const planted = await addProgramme(db, programme, exampleRun);
  const lots = new Map(planted.lots.map((lot) => [lot.number, lot.id]));
  const providers = new Map(planted.providers.map((provider) => [provider.code, provider.id]));
  const ids = new Map<string, string>();
  for (const person of people) {
    const id = await addPerson(
      db,
      { name: person.name, email: person.email, ...(person.phone ? { phone: person.phone } : {}) },
      person.locale,
    );
    ids.set(person.key, id);
    for (const { role, scope, of } of person.grants) {
      const place =
        scope === 'programme' ? planted.id : scope === 'lot' ? lots.get(of as number)! : providers.get(of as string)!;
      await giveGrant(db, { person: id, role, scope, id: place, programme: planted.id });
    }
  }
  return { programme: planted.id, lots, providers, people: ids };
}
