import sql from 'sql-template-tag';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { addPerson, readPerson } from '#platform/server/people.ts';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld, type World } from '../../../../tests/support/world.ts';
import { turnClock } from './clock.ts';
import { holdPerson, liftPersonHold, readClock } from './clockOperations.ts';

const database = useOwnDatabase();
let world: World;
let manager: string;

const inSystem = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

async function asOwner(statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url() });
  await client.connect();
  await client.query(statements);
  await client.end();
}

const night = (day: string) => new Date(`${day}T01:41:00Z`);
const as = (person: string) => ({ locale: 'nl', as: person }) as const;

/** Somebody whose request closed on a day, and who does nothing since. */
async function askedOnce(name: string, closedOn: string): Promise<string> {
  return inSystem(async (db) => {
    const person = await addPerson(db, { name, email: `${newId()}@klok.example.org` }, 'nl');
    await db.run(sql`update people set created_at = ${closedOn} where id = ${person}`);
    const number = `0${Math.floor(1e8 + Math.random() * 8e8)}`;
    const enterprise = newId();
    await db.run(sql`insert into enterprises (id, programme_id, lot_id, provider_id, number, name, workers, locale)
      values (${enterprise}, ${world.ids['programme']}, ${world.ids['lot']}, ${world.ids['provider']}, ${number}, 'Atelier Klokslag', 4, 'nl')`);
    await db.run(sql`insert into leads (id, programme_id, lot_id, provider_id, enterprise_id, state, source, contact_id, message, consent_at, closed_on)
      values (${newId()}, ${world.ids['programme']}, ${world.ids['lot']}, ${world.ids['provider']}, ${enterprise}, 'declined', 'website', ${person}, 'Een vraag', ${closedOn}, ${closedOn})`);
    return person;
  });
}

const erased = (person: string) => inSystem(async (db) => (await readPerson(db, person))!.erased);
const lines = (operation: string) =>
  inSystem(
    async (db) =>
      (await db.one<{ n: number }>(sql`select count(*)::int as n from audit_entries where operation = ${operation}`)).n,
  );

beforeAll(async () => {
  world = await readWorld(database.url());
  manager = world.ids['programmeManager']!;
});

describe('the retention clock', () => {
  test('tells first, waits thirty days, and then lets go; a second turn on the same night does nothing more', async () => {
    const person = await askedOnce('Tijl Verloop', '2026-12-10');
    expect(await turnClock(night('2028-11-01'))).toMatchObject({ erased: 0 });
    expect((await turnClock(night('2028-11-15'))).noticed).toBeGreaterThanOrEqual(1);
    expect((await turnClock(night('2028-11-15'))).noticed).toBe(0);
    expect(await erased(person)).toBe(false);
    const tasks = await inSystem((db) =>
      db.many(
        sql`select 1 from waiting_tasks where kind = 'privacy.review' and done_at is null and subject_id = ${world.ids['programme']}`,
      ),
    );
    expect(tasks).toHaveLength(1);
    await turnClock(night('2028-12-10'));
    expect(await erased(person)).toBe(false);
    await turnClock(night('2028-12-16'));
    expect(await erased(person)).toBe(true);
    expect((await turnClock(night('2028-12-16'))).erased).toBe(0);
  });

  test('what is long overdue when the clock first sees it is told first as well', async () => {
    const person = await askedOnce('Oda Late', '2015-01-05');
    await turnClock(night('2028-12-20'));
    expect(await erased(person)).toBe(false);
    await turnClock(night('2029-01-20'));
    expect(await erased(person)).toBe(true);
  });

  test('a hold keeps somebody, with a reason, until it is lifted or ends', async () => {
    const [held, until] = [await askedOnce('Hilde Houvast', '2027-02-01'), await askedOnce('Urbain Tot', '2027-02-01')];
    await turnClock(night('2029-01-10'));
    const reason = 'Er loopt een geschil';
    await holdPerson.call(as(manager), { person: held, reason });
    await holdPerson.call(as(manager), { person: until, reason, until: '2029-03-31' });
    await turnClock(night('2029-02-20'));
    expect([await erased(held), await erased(until)]).toEqual([false, false]);
    const view = await readClock.call(as(manager), {}, { now: night('2029-02-20') });
    expect(view.people.find(({ person }) => person === held)).toMatchObject({
      because: 'request',
      held: { reason, until: null },
    });
    await liftPersonHold.call(as(manager), { person: held });
    await turnClock(night('2029-02-21'));
    expect([await erased(held), await erased(until)]).toEqual([true, false]);
    await turnClock(night('2029-04-01'));
    expect(await erased(until)).toBe(true);
  });

  test('a request that is opened again stops it, whatever was told', async () => {
    const person = await askedOnce('Ria Herbegin', '2027-05-01');
    await turnClock(night('2029-04-10'));
    await inSystem((db) =>
      db.run(sql`update leads set state = 'taken', closed_on = null where contact_id = ${person}`),
    );
    await turnClock(night('2029-06-01'));
    expect(await erased(person)).toBe(false);
  });

  test('somebody with a role, or in a file that runs or was granted aid, stays', async () => {
    await turnClock(night('2030-01-01'));
    await turnClock(night('2030-03-01'));
    for (const person of [manager, world.ids['consultant']!, world.ids['enterpriseLead']!])
      expect(await erased(person)).toBe(false);
  });

  test('broken off in the middle it takes nothing half away, keeps nobody else, and goes on the next time', async () => {
    const people: string[] = [];
    for (let at = 0; at < 5; at++) people.push(await askedOnce(`Persoon ${at}`, '2028-06-01'));
    await turnClock(night('2030-05-10'));
    const before = await lines('privacy.letGo');
    // The connection of the third one ends in the very statement that destroys their values.
    await asOwner(`create function break_off() returns trigger language plpgsql security definer as $$ begin
        if new.id = '${people[2]!}' then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$;
      create trigger break_off before update of erased_at on people for each row execute function break_off();`);
    await expect(turnClock(night('2030-06-15'))).rejects.toThrow('1 people could not be let go');
    expect(await Promise.all(people.map(erased))).toEqual([true, true, false, true, true]);
    expect(await inSystem(async (db) => (await readPerson(db, people[2]!))!.name)).toBe('Persoon 2');
    await asOwner('drop trigger break_off on people; drop function break_off()');
    expect((await turnClock(night('2030-06-15'))).erased).toBe(1);
    expect((await lines('privacy.letGo')) - before).toBe(5);
  });

  test('letters, links and sessions go when their time is over, and what runs stays', async () => {
    const person = await inSystem((db) => addPerson(db, { name: 'Brieven' }, 'nl'));
    await inSystem(async (db) => {
      for (const [created, state] of [
        ['2030-01-01', 'sent'],
        ['2030-01-01', 'queued'],
        ['2030-06-20', 'sent'],
      ])
        await db.run(
          sql`insert into mails (id, person_id, template, locale, created_at, state) values (${newId()}, ${person}, 'access.signIn', 'nl', ${created}, ${state})`,
        );
    });
    await turnClock(night('2030-07-01'));
    const left = await inSystem((db) =>
      db.many<{ state: string }>(sql`select state from mails where person_id = ${person} order by state`),
    );
    expect(left.map(({ state }) => state)).toEqual(['queued', 'sent']);
  });

  test('the page counts by kind and month, for who may read it', async () => {
    const view = await readClock.call(as(manager), {}, { now: night('2030-07-01') });
    expect(view.months).toHaveLength(12);
    expect(view.months[0]).toBe('2030-07');
    expect(view.countedAt).not.toBeNull();
    expect(view.kinds.find(({ kind }) => kind === 'people')!.amounts.some((amount) => amount > 0)).toBe(true);
    const auditor = await readClock.call(as(world.ids['auditor']!), {}, { now: night('2030-07-01') });
    expect(auditor.mayHold).toBe(false);
    expect(auditor.people.length).toBe(view.people.length);
  });
});
