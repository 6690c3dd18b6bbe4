import { config } from '../config.ts';
import { askClamd, clamdAddress } from './clamd.ts';

/** What a scanner says of a file. `unscanned`: there is none here, and whoever opens the file must know. */
export type Verdict =
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'infected'; readonly found: string }
  | { readonly outcome: 'unscanned' };

/** Something that looks for malware. Throws when it cannot say: the file then waits, and is asked about again. */
export interface Scanner {
  readonly name: 'clamd' | 'none';
  scan(bytes: Uint8Array): Promise<Verdict>;
}

/** No scanner: says so of every file. */
const none: Scanner = { name: 'none', scan: () => Promise.resolve({ outcome: 'unscanned' }) };

/**
 * The scanner that this instance is set to.
 * @param setting `VIRUS_SCANNER`: `none`, `clamd://host:port`, or `clamd:/path/of/its/socket`
 */
export function scannerOf(setting = config().virusScanner ?? 'none'): Scanner {
  const address = clamdAddress(setting);
  return address ? { name: 'clamd', scan: (bytes) => askClamd(address, bytes) } : none;
}
