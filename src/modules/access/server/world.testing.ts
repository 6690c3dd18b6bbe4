import sql from 'sql-template-tag';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { Refusal } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { addPerson } from '#platform/server/people.ts';
import type { Role, ScopeKind } from '#platform/server/permissions.ts';
import { giveGrant } from './grantStore.ts';

const words = (text: string) => JSON.stringify({ nl: text, en: text, fr: text, de: text });

/** Does something with the system's eyes, as only a test and a seed may. */
export function asSystem<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });
}

export async function addProgramme(db: Db, example: boolean): Promise<string> {
  const id = newId();
  await db.run(sql`insert into programmes (id, code, name, starts_on, ends_on, target, example, definition)
    values (${id}, ${id}, ${words('Proef')}, '2026-01-01', '2026-12-31', 10, ${example}, '{}')`);
  return id;
}

/** A small programme with two lots, a partner in each, and somebody in every office role. */
export async function plantAccessWorld() {
  return asSystem(async (db) => {
    const programme = await addProgramme(db, true);
    const ids: Record<string, string> = {};
    for (const number of [1, 2]) {
      const lot = (ids[`lot${number}`] = newId());
      const provider = (ids[`provider${number}`] = newId());
      await db.run(sql`insert into lots (id, programme_id, number, name, target, budget_cents)
        values (${lot}, ${programme}, ${number}, ${words(`Deel ${number}`)}, 5, 100)`);
      await db.run(sql`insert into providers (id, programme_id, lot_id, code, name)
        values (${provider}, ${programme}, ${lot}, ${`f${number}`}, ${`Fonds ${number}`})`);
    }
    const add = async (name: string, role: Role, scope: ScopeKind, id: string) => {
      const person = await addPerson(db, { name, email: `${name.toLowerCase()}.${programme}@example.org` }, 'nl');
      await giveGrant(db, { person, role, scope, id, programme });
      return person;
    };
    const people = {
      manager: await add('Greet', 'programme_manager', 'programme', programme),
      auditor: await add('Ilse', 'auditor', 'programme', programme),
      coordinator1: await add('Wim', 'lot_coordinator', 'lot', ids['lot1']!),
      coordinator2: await add('Karin', 'lot_coordinator', 'lot', ids['lot2']!),
      member1: await add('Ruben', 'provider_member', 'provider', ids['provider1']!),
      member2: await add('Sofie', 'provider_member', 'provider', ids['provider2']!),
      consultant1: await add('Lotte', 'consultant', 'provider', ids['provider1']!),
    };
    return {
      programme,
      lot1: ids['lot1']!,
      lot2: ids['lot2']!,
      provider1: ids['provider1']!,
      provider2: ids['provider2']!,
      people,
      email: (name: string) => `${name}.${programme}@example.org`,
    };
  });
}

/** The status of a refusal; fails when nothing was refused. */
export async function refusalOf(attempt: Promise<unknown>): Promise<{ status: number; code: string; textKey: string }> {
  try {
    await attempt;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
  throw new Error('It was not refused.');
}
