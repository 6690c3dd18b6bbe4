import sql from 'sql-template-tag';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { codeLabel } from '#modules/programmes/index.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { readPeople } from '#platform/server/people.ts';
import { textFor } from '#platform/text/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import { dayText } from '#shared/dayText.ts';
import type { Locale, Localised } from '#shared/localised.ts';
import type { EnterpriseFacts } from '../documents/enterpriseFacts.ts';
import { texts } from '../text/index.ts';
import type { TrajectoryHandle } from './handle.ts';

interface FactsRow {
  number: string | null;
  workers: number | null;
  sector: Localised | null;
  contact: string | null;
  lot_number: number;
  lot_name: Localised;
  provider: string;
}

/**
 * The facts at the top of a trajectory's documents, in the document's language. What the reader may not see of the
 * enterprise (through a link, only the trajectory is in sight) stays empty.
 */
export async function readPrintedFacts(
  db: Db,
  trajectory: TrajectoryHandle,
  locale: Locale,
  about: { readonly period: { readonly start: PlainDate; readonly end: PlainDate } | null; readonly version: string },
): Promise<EnterpriseFacts> {
  const t = textFor(texts, locale);
  const row =
    await db.one<FactsRow>(sql`select e.number, e.workers, l.number as lot_number, l.name as lot_name, p.name as provider,
      (select s -> 'name' from programmes o cross join lateral jsonb_path_query(o.definition, '$.sectors[*]') s where o.id = t.programme_id and s ->> 'id' = e.sector_code) as sector,
      (select person_id from enterprise_people c where c.enterprise_id = e.id order by c.main desc, c.added_at limit 1) as contact
    from trajectories t join lots l on l.id = t.lot_id join providers p on p.id = t.provider_id left join enterprises e on e.id = t.enterprise_id
    where t.id = ${trajectory.id}`);
  const guides = await db.many<{ person: string; capacity: string }>(
    sql`select person_id as person, capacity from trajectory_guides where trajectory_id = ${trajectory.id} and until is null order by since, id`,
  );
  const people = await readPeople(db, [...guides.map(({ person }) => person), ...(row.contact ? [row.contact] : [])]);
  const guideNames = guides.map(
    ({ person, capacity }) => `${people.get(person)?.name ?? '—'} (${codeLabel('guideCapacities', capacity, locale)})`,
  );
  return {
    enterprise: trajectory.enterpriseName,
    number: row.number ? formatEnterpriseNumber(row.number) : '',
    sector: row.sector ? inLocale(row.sector, locale) : '',
    size: row.workers === null ? '' : t('print.workers', { count: row.workers }),
    contact: (row.contact && people.get(row.contact)?.name) || '',
    lot: t('print.lot', { number: row.lot_number, name: inLocale(row.lot_name, locale) }),
    provider: row.provider,
    guides: guideNames.join(', '),
    period: about.period
      ? t('print.period', { start: dayText(about.period.start, locale), end: dayText(about.period.end, locale) })
      : '',
    version: about.version,
  };
}

const inLocale = (name: Localised, locale: Locale): string => name[locale] ?? name.nl;
