import sql from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Locale, Localised } from '#shared/localised.ts';
import { lotGovernance, type ProgrammeDefinition } from '#modules/programmes/index.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { GovernanceView } from '../rules/views.ts';
import { inLocale } from './shown.ts';

interface DefinedLot {
  readonly number: number;
  readonly name: Localised;
  /** When the programme runs here. */
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** A draft or an imported programme may lay less down than a published definition does. */
  readonly definition: Omit<ProgrammeDefinition, 'governance'> & Partial<Pick<ProgrammeDefinition, 'governance'>>;
}

/** Who meets when, for some lots by id; a programme whose definition lays nothing down gives nothing. */
export async function readGovernance(db: Db, lots: readonly string[], locale: Locale): Promise<GovernanceView[]> {
  const defined =
    await db.many<DefinedLot>(sql`select l.number, l.name, p.starts_on as "startsOn", p.ends_on as "endsOn", p.definition
    from lots l join programmes p on p.id = l.programme_id where l.id = any (${[...lots]}::uuid[]) order by p.id, l.number`);
  return defined.flatMap(({ number, name, startsOn, endsOn, definition: { governance, ...definition } }) =>
    governance
      ? [
          {
            ...lotGovernance({ ...definition, governance, startsOn, endsOn }, number),
            lot: number,
            name: inLocale(name, locale)!,
          },
        ]
      : [],
  );
}
