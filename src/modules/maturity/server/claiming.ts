import type { Db } from '#platform/server/database/pool.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { findScan, giveSeries, type ScanPlace, type ScanRow } from './store.ts';

export type Claim =
  | { readonly claimed: true; readonly scan: string }
  | { readonly claimed: false; readonly because: 'unknown' | 'other_enterprise' };

/**
 * An enterprise takes up the scan whose link it holds, with the others of its series: they were made to lie side by side.
 * Each gets its line on the timeline. `secretHash` is `hashSecret` of the secret in the link. Doing it twice changes nothing;
 * a scan of another enterprise is not given away. The caller's scope must reach both: a command that sees everything.
 */
export async function claimScan(db: Db, secretHash: string, place: ScanPlace, now: Date): Promise<Claim> {
  const scan = await findScan(db, secretHash);
  if (!scan) return { claimed: false, because: 'unknown' };
  if (scan.enterprise !== null && scan.enterprise !== place.enterprise)
    return { claimed: false, because: 'other_enterprise' };
  for (const one of await giveSeries(db, scan.series, place, now)) await noteOnTimeline(db, place, one);
  return { claimed: true, scan: scan.id };
}

/** The line on the timeline of an enterprise: that somebody filled in a scan, in which role, on which day. */
export async function noteOnTimeline(
  db: Db,
  place: ScanPlace,
  { id, role, finishedOn }: Pick<ScanRow, 'id' | 'role' | 'finishedOn'>,
): Promise<void> {
  await addTimelineEntry(db, place, {
    kind: 'maturity.scan',
    day: finishedOn,
    textKey: 'maturity:timeline.scan',
    parameters: { role },
    link: `/enterprises/${place.enterprise}/scan?scan=${id}`,
  });
}
