import { enterpriseHandle } from '#modules/enterprises/index.server.ts';
import { config } from '#platform/server/config.ts';
import type { Download } from '#platform/server/door.ts';
import { notFound } from '#platform/server/errors.ts';
import { query } from '#platform/server/operation.ts';
import { textFor } from '#platform/text/index.ts';
import { formatDate } from '#platform/text/formats.ts';
import type { Locale } from '#shared/localised.ts';
import { EnterpriseScanInput } from '../inputs.ts';
import type { ScanReport } from '../rules/views.ts';
import { texts } from '../text/index.ts';
import './permissions.ts';
import { scanPdf } from './pdf.ts';
import { scanReport } from './report/scanReport.ts';
import { scansOfEnterprise, type ScanRow } from './store.ts';

export interface EnterpriseScanView {
  readonly enterprise: { readonly id: string; readonly name: string };
  /** The newest first. */
  readonly scans: readonly { readonly id: string; readonly words: string; readonly shown: boolean }[];
  /** Null as long as the enterprise has no scan. */
  readonly report: ScanReport | null;
}

const example = (world: Readonly<Record<string, string>>) => ({ enterprise: world['enterprise']! });

/** The scans of an enterprise: the newest told, or the one that is asked for. */
export const readScan = query({
  name: 'maturity.readScan',
  input: EnterpriseScanInput,
  on: enterpriseHandle,
  needs: 'scan.read',
  example,
  async run({ db, input, enterprise, actor }): Promise<EnterpriseScanView> {
    const scans = await scansOfEnterprise(db, enterprise.id);
    const own = chosen(scans, input.scan);
    return {
      enterprise: { id: enterprise.id, name: enterprise.name },
      scans: scans
        .toReversed()
        .map((scan) => ({ id: scan.id, words: inList(scan, actor.locale), shown: scan.id === own?.id })),
      report: own ? await scanReport(db, { ...own, name: enterprise.name }, scans, actor.locale) : null,
    };
  },
});

/** The same on paper. */
export const downloadScan = query({
  name: 'maturity.downloadScan',
  input: EnterpriseScanInput,
  on: enterpriseHandle,
  needs: 'scan.read',
  example,
  async run({ db, input, enterprise, actor, now }): Promise<Download> {
    const scans = await scansOfEnterprise(db, enterprise.id);
    const own = chosen(scans, input.scan);
    if (!own) throw notFound();
    const report = await scanReport(db, { ...own, name: enterprise.name }, scans, actor.locale);
    return scanPdf(report, actor.locale, `${config().publicUrl}/help`, now);
  },
});

/** The one that is asked for, or the newest. One of another enterprise does not exist here. */
function chosen(scans: readonly ScanRow[], asked: string | undefined): ScanRow | undefined {
  if (asked === undefined) return scans.at(-1);
  const found = scans.find(({ id }) => id === asked);
  if (!found) throw notFound();
  return found;
}

function inList({ role, finishedOn }: ScanRow, locale: Locale): string {
  return textFor(texts, locale)('office.scan.line', { date: formatDate(finishedOn, locale), role });
}
