import { createHmac } from 'node:crypto';
import { config } from '#platform/server/config.ts';

/** The secrets of the links to a scan. Only their hashes are stored. */
export interface ScanSecrets {
  /** 128 bits: opens the series. */
  readonly series: string;
  /** The series and 128 bits more: opens the result. */
  readonly scan: string;
}

/**
 * Derived from the random id of the form under the key of the instance, so that a form sent twice leads to the same scan
 * without anything readable being stored for it. `series` is given when the scan joins one.
 */
export function secretsFor(form: string, series?: string): ScanSecrets {
  const opens = series ?? derive(`series ${form}`);
  return { series: opens, scan: `${opens}${derive(`scan ${opens} ${form}`)}` };
}

function derive(purpose: string): string {
  return createHmac('sha256', config().key)
    .update(`maturity ${purpose}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}
