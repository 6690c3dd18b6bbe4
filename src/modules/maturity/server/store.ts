import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import { keptDays, type Relation } from '../rules/series.ts';
import type { StatementAnswer } from '../rules/model.ts';
import type { ScanResult } from '../rules/score.ts';
import type { WorkerBand } from '../rules/size.ts';

export type ScanRole = 'owner' | 'hr' | 'team_leader';

/** A scan as it is kept. */
export interface ScanRow {
  readonly id: string;
  readonly programme: string | null;
  readonly lot: string | null;
  readonly provider: string | null;
  readonly enterprise: string | null;
  readonly series: string;
  readonly relation: Relation;
  readonly questionnaireHash: string;
  readonly questionnaireVersion: number;
  readonly role: ScanRole;
  readonly band: WorkerBand;
  readonly workers: number | null;
  readonly name: string | null;
  readonly answers: Readonly<Record<string, StatementAnswer>>;
  readonly locale: Locale;
  readonly state: 'unclaimed' | 'claimed';
  readonly startedOn: PlainDate;
  readonly finishedOn: PlainDate;
  readonly result: ScanResult;
}

/** Where a scan belongs once an enterprise has taken it up. */
export interface ScanPlace {
  readonly programme: string;
  readonly lot?: string | null;
  readonly provider?: string | null;
  readonly enterprise: string;
}

const columns = sql`select id, programme_id as programme, lot_id as lot, provider_id as provider, enterprise_id as enterprise, series_id as series, relation,
  questionnaire_hash as "questionnaireHash", questionnaire_version as "questionnaireVersion", role, worker_band as band, workers, enterprise_name as name,
  answers, locale, state, started_on as "startedOn", finished_on as "finishedOn", result from scans`;

export function findScan(db: Db, secretHash: string): Promise<ScanRow | undefined> {
  return db.maybe<ScanRow>(sql`${columns} where secret_hash = ${secretHash}`);
}

/** The scans of a series in the order in which they were made; ids grow with time. */
export function scansOfSeries(db: Db, seriesHash: string): Promise<ScanRow[]> {
  return db.many<ScanRow>(sql`${columns} where series_hash = ${seriesHash} order by finished_on, id`);
}

/** The claimed scans of an enterprise, the oldest first. */
export function scansOfEnterprise(db: Db, enterprise: string): Promise<ScanRow[]> {
  return db.many<ScanRow>(
    sql`${columns} where enterprise_id = ${enterprise} and claimed_at is not null order by finished_on, id`,
  );
}

export interface NewScan extends Omit<ScanRow, 'programme' | 'lot' | 'provider' | 'enterprise' | 'state'> {
  readonly questionnaireCode: string;
  readonly secretHash: string;
  readonly seriesHash: string;
  /** Null until an enterprise takes it up. */
  readonly place: ScanPlace | null;
}

/** Adds a scan. Gives false when there is one with this link already: then nothing happened. */
export async function addScan(db: Db, scan: NewScan, now: Date): Promise<boolean> {
  const { place } = scan;
  const added =
    await db.run(sql`insert into scans (id, programme_id, lot_id, provider_id, enterprise_id, series_id, series_hash, secret_hash, relation,
      questionnaire_code, questionnaire_version, questionnaire_hash, role, worker_band, workers, enterprise_name, answers, locale, state, started_on, finished_on,
      claimed_at, model_id, model_version, result)
    values (${scan.id}, ${place?.programme ?? null}, ${place?.lot ?? null}, ${place?.provider ?? null}, ${place?.enterprise ?? null}, ${scan.series},
      ${scan.seriesHash}, ${scan.secretHash}, ${scan.relation}, ${scan.questionnaireCode}, ${scan.questionnaireVersion}, ${scan.questionnaireHash}, ${scan.role},
      ${scan.band}, ${scan.workers}, ${scan.name}, ${JSON.stringify(scan.answers)}, ${scan.locale}, ${place ? 'claimed' : 'unclaimed'}, ${scan.startedOn},
      ${scan.finishedOn}, ${place ? now : null}, ${scan.result.model.id}, ${scan.result.model.version}, ${JSON.stringify(scan.result)})
    on conflict (secret_hash) do nothing`);
  return added > 0;
}

/** What somebody may still change of an own scan: everything but where it belongs, and only until it is claimed. */
export async function changeScan(
  db: Db,
  id: string,
  scan: Pick<
    NewScan,
    'questionnaireVersion' | 'questionnaireHash' | 'role' | 'band' | 'workers' | 'name' | 'answers' | 'result'
  >,
): Promise<boolean> {
  const changed =
    await db.run(sql`update scans set questionnaire_version = ${scan.questionnaireVersion}, questionnaire_hash = ${scan.questionnaireHash},
      role = ${scan.role}, worker_band = ${scan.band}, workers = ${scan.workers}, enterprise_name = ${scan.name}, answers = ${JSON.stringify(scan.answers)},
      model_id = ${scan.result.model.id}, model_version = ${scan.result.model.version}, result = ${JSON.stringify(scan.result)}
    where id = ${id} and claimed_at is null`);
  return changed > 0;
}

/** Gives the unclaimed scans of a series to an enterprise; returns those that it got. */
export function giveSeries(
  db: Db,
  series: string,
  place: ScanPlace,
  now: Date,
): Promise<Pick<ScanRow, 'id' | 'role' | 'finishedOn'>[]> {
  return db.many(sql`update scans set programme_id = ${place.programme}, lot_id = ${place.lot ?? null}, provider_id = ${place.provider ?? null},
      enterprise_id = ${place.enterprise}, state = 'claimed', claimed_at = ${now}
    where series_id = ${series} and claimed_at is null returning id, role, finished_on as "finishedOn"`);
}

/** Another lot or provider now guides the enterprise: its scans go along. */
export async function moveScans(db: Db, { programme, lot, provider, enterprise }: ScanPlace): Promise<number> {
  return db.run(sql`update scans set programme_id = ${programme}, lot_id = ${lot ?? null}, provider_id = ${provider ?? null}
    where enterprise_id = ${enterprise} and claimed_at is not null`);
}

export async function deleteScan(db: Db, id: string): Promise<boolean> {
  return (await db.run(sql`delete from scans where id = ${id} and claimed_at is null`)) > 0;
}

/** Deletes what nobody took up within the days that a scan is kept; returns how many. */
export function deleteUnclaimed(db: Db, today: PlainDate): Promise<number> {
  return db.run(sql`delete from scans where claimed_at is null and finished_on <= ${today}::date - ${keptDays}::int`);
}
