import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { Handle, Resolver } from '#platform/server/operation.ts';
import type { Locale } from '#shared/localised.ts';
import type { MachineRole } from '../rules/tokens.ts';
import './permissions.ts';

/** A machine account that is open; its id is the one it has among the people. */
export interface MachineHandle extends Handle {
  readonly lot: string | null;
  readonly provider: string | null;
}

export const machineHandle: Resolver<'machine', MachineHandle> = {
  name: 'machine',
  seenWith: 'interface.machines',
  find: (db, id) =>
    db.maybe(sql`select person_id as id, programme_id as programme, lot_id as lot, provider_id as provider
      from machine_accounts where person_id = ${id} and closed_at is null`),
};

export interface NewMachine {
  readonly person: string;
  readonly programme: string;
  readonly lot: string | null;
  readonly provider: string | null;
  readonly name: string;
  readonly by: string;
}

export async function addMachine(db: Db, machine: NewMachine, now: Date): Promise<void> {
  await db.run(sql`insert into machine_accounts (person_id, programme_id, lot_id, provider_id, name, made_by, made_at)
    values (${machine.person}, ${machine.programme}, ${machine.lot}, ${machine.provider}, ${machine.name}, ${machine.by}, ${now})`);
}

export async function closeMachine(db: Db, machine: string, now: Date): Promise<void> {
  await db.run(sql`update machine_accounts set closed_at = ${now} where person_id = ${machine} and closed_at is null`);
}

export interface MachineRow {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly role: MachineRole;
  readonly placeName: string;
  readonly lotNumber: number | null;
}

/** The open machine accounts in sight with the role that they hold, by name. */
export function openMachines(db: Db, locale: Locale): Promise<MachineRow[]> {
  return db.many(sql`select m.person_id as id, m.name, m.made_at as "madeAt", g.role, coalesce(pr.name, l.name ->> ${locale}, p.name ->> ${locale}) as "placeName", l.number as "lotNumber"
    from machine_accounts m join grants g on g.person_id = m.person_id and g.withdrawn_at is null
    join programmes p on p.id = m.programme_id left join lots l on l.id = m.lot_id left join providers pr on pr.id = m.provider_id
    where m.closed_at is null order by m.name, m.person_id limit 200`);
}
