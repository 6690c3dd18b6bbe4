import sql from 'sql-template-tag';
import type { Localised } from '#shared/localised.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { ProgrammeDefinition } from '../rules/programmeDefinition.ts';

/** A programme as other modules need it: its definition, and the ids behind lot numbers and fund codes. */
export interface Programme {
  readonly id: string;
  readonly code: string;
  readonly name: Localised;
  readonly example: boolean;
  readonly definition: ProgrammeDefinition;
  readonly lots: readonly { readonly id: string; readonly number: number; readonly name: Localised }[];
  readonly providers: readonly {
    readonly id: string;
    readonly lot: string;
    readonly code: string;
    readonly name: string;
    readonly active: boolean;
    readonly coordinates: boolean;
  }[];
}

/** The programme by id, or the open one when there is one and none is named. */
export async function readProgramme(db: Db, id?: string): Promise<Programme | undefined> {
  return db.maybe<Programme>(
    sql`select p.id, p.code, p.name, p.example, p.definition,
        (select coalesce(json_agg(json_build_object('id', l.id, 'number', l.number, 'name', l.name) order by l.number), '[]')
          from lots l where l.programme_id = p.id) as lots,
        (select coalesce(json_agg(json_build_object('id', v.id, 'lot', v.lot_id, 'code', v.code, 'name', v.name, 'active', v.active,
          'coordinates', v.coordinates) order by v.name), '[]') from providers v where v.programme_id = p.id) as providers
      from programmes p where ${id ?? null}::uuid is null or p.id = ${id ?? null} order by p.created_at desc, p.id desc limit 1`,
  );
}

/** Publishes a definition as a programme, with its lots and providers. `runs` is when it takes place here. */
export async function addProgramme(
  db: Db,
  definition: ProgrammeDefinition,
  runs: { from: string; until: string; example: boolean },
): Promise<Programme> {
  const id = newId();
  await db.run(sql`insert into programmes (id, code, name, starts_on, ends_on, target, example, definition)
    values (${id}, ${definition.code}, ${JSON.stringify(definition.name)}, ${runs.from}, ${runs.until}, ${definition.target}, ${runs.example}, ${JSON.stringify(definition)})`);
  for (const lot of definition.lots) {
    const lotId = newId();
    await db.run(
      sql`insert into lots (id, programme_id, number, name, target, budget_cents) values (${lotId}, ${id}, ${lot.number}, ${JSON.stringify(lot.name)}, ${lot.target}, ${lot.budgetCents})`,
    );
    for (const fund of definition.funds.filter((one) => one.lot === lot.number)) {
      await db.run(
        sql`insert into providers (id, programme_id, lot_id, code, name, active, coordinates) values (${newId()}, ${id}, ${lotId}, ${fund.id}, ${fund.name}, ${fund.active}, ${fund.coordinator})`,
      );
    }
  }
  return (await readProgramme(db, id))!;
}
