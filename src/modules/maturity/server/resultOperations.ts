import { config } from '#platform/server/config.ts';
import type { Download } from '#platform/server/door.ts';
import { notFound, notNow } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import { ScanLinkInput, seriesOf } from '../inputs.ts';
import { deletionDay } from '../rules/series.ts';
import type { WorkerBand } from '../rules/size.ts';
import type { ScanReport } from '../rules/views.ts';
import { scanPdf } from './pdf.ts';
import { scanReport } from './report/scanReport.ts';
import { deleteScan, findScan, scansOfSeries, type ScanRow } from './store.ts';

const example = () => ({ secret: 'no-scan-has-this-secret-at-all-0000000000000' });

export interface ScanResultView {
  readonly secret: string;
  /** The link for a colleague or for a later scan. */
  readonly series: string;
  readonly report: ScanReport;
  readonly state: ScanRow['state'];
  /** When it is deleted, unless an enterprise takes it up; null once one did. */
  readonly deletedOn: PlainDate | null;
}

/** The result, for whoever holds its link. */
export const readScanResult = query({
  name: 'maturity.readScanResult',
  input: ScanLinkInput,
  on: nothing,
  needs: { public: 'whoever has the link of a result may read that result', sees: 'secret' },
  example,
  async run({ db, input, actor }): Promise<ScanResultView> {
    const { scan, report } = await tell(db, input.scan, actor.locale);
    return {
      secret: input.scan,
      series: seriesOf(input.scan),
      report,
      state: scan.state,
      deletedOn: scan.state === 'claimed' ? null : deletionDay(scan.finishedOn),
    };
  },
});

/** The same on paper. */
export const downloadScanResult = query({
  name: 'maturity.downloadScanResult',
  input: ScanLinkInput,
  on: nothing,
  needs: { public: 'whoever has the link of a result may keep it', sees: 'secret', perTenMinutes: 60 },
  example,
  async run({ db, input, actor, now }): Promise<Download> {
    const { report } = await tell(db, input.scan, actor.locale);
    return scanPdf(report, actor.locale, `${config().publicUrl}/help`, now);
  },
});

export interface ScanForLead {
  readonly id: string;
  readonly enterpriseName: string | null;
  readonly role: ScanRow['role'];
  readonly band: WorkerBand;
  readonly workers: number | null;
  readonly finishedOn: PlainDate;
  readonly headline: string;
  /** Whether an enterprise has taken it up. */
  readonly claimed: boolean;
}

/** What the form "help me further" already knows of somebody who comes from a result; null for a link that leads nowhere. */
export const readScanForLead = query({
  name: 'maturity.readScanForLead',
  input: ScanLinkInput,
  on: nothing,
  needs: { public: 'whoever has the link of a result may take it along to the request for help', sees: 'secret' },
  example,
  async run({ db, input, actor }): Promise<ScanForLead | null> {
    const scan = await findScan(db, hashSecret(input.scan));
    if (!scan) return null;
    const { headline } = await scanReport(db, scan, [scan], actor.locale);
    return {
      id: scan.id,
      enterpriseName: scan.name,
      role: scan.role,
      band: scan.band,
      workers: scan.workers,
      finishedOn: scan.finishedOn,
      headline,
      claimed: scan.state === 'claimed',
    };
  },
});

/** Deletes an own scan at once, as long as no enterprise has taken it up. */
export const deleteOwnScan = command({
  name: 'maturity.deleteOwnScan',
  input: ScanLinkInput,
  on: nothing,
  needs: { public: 'whoever has the link of a result may have it deleted', sees: 'secret' },
  example,
  async run({ db, input }) {
    const scan = await findScan(db, hashSecret(input.scan));
    if (!scan) throw notFound();
    if (!(await deleteScan(db, scan.id))) throw notNow('maturity:error.claimed');
    return { scan: scan.id };
  },
  audit: (_input, result) => ({ subject: { kind: 'scan', id: result.scan } }),
});

async function tell(db: Db, secret: string, locale: Locale): Promise<{ scan: ScanRow; report: ScanReport }> {
  const scan = await findScan(db, hashSecret(secret));
  if (!scan) throw notFound();
  const series = await scansOfSeries(db, hashSecret(seriesOf(secret)));
  return { scan, report: await scanReport(db, scan, series, locale) };
}
