import type { PlainDate } from '#shared/dates.ts';
import type { LedgerEntry } from './ledger.ts';

/** One line of a declaration that is whole enough to be kept. */
export interface DeclaredLine {
  readonly number: string;
  readonly grantedOn: PlainDate;
  readonly regulation: string;
  readonly grantor: string;
  readonly amountCents: number;
  readonly usedBy?: string | undefined;
}

type Known = Pick<LedgerEntry, 'id' | 'number' | 'grantedOn' | 'regulation' | 'grantor' | 'amountCents'>;

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const same = (entry: Known, line: DeclaredLine): boolean =>
  entry.number === line.number &&
  entry.grantedOn === line.grantedOn &&
  entry.regulation === line.regulation &&
  entry.amountCents === line.amountCents;

/**
 * What a declaration adds to the lines that hold already: the same aid is known by number, day, regulation and amount, each line
 * once (two equal grants of one day are two). Who granted it only decides which of two equal lines is meant. `unnamed` are the
 * lines that the declaration does not name.
 */
export function compareDeclared<Entry extends Known>(
  live: readonly Entry[],
  declared: readonly DeclaredLine[],
): { readonly add: readonly DeclaredLine[]; readonly unnamed: readonly Entry[] } {
  const free = new Set(live);
  const take = (line: DeclaredLine, fits: (entry: Entry) => boolean): boolean => {
    for (const entry of free)
      if (same(entry, line) && fits(entry)) {
        free.delete(entry);
        return true;
      }
    return false;
  };
  // Those that name the same grantor first, so that they are not taken by others.
  const others = declared.filter((line) => !take(line, (entry) => plain(entry.grantor) === plain(line.grantor)));
  const add = others.filter((line) => !take(line, () => true));
  return { add, unnamed: [...free] };
}
