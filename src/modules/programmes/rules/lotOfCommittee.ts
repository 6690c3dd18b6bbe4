import { normaliseCommittee, parentCommittee } from './committeeNumber.ts';
import type { ProgrammeDefinition } from './programmeDefinition.ts';

/** What one committee says: a lot; or that it is no committee, or only half a number (149 instead of 149.01). */
export type CommitteeLot =
  | { readonly kind: 'lot'; readonly lot: number; readonly number: string; readonly rest: boolean }
  | { readonly kind: 'incomplete'; readonly number: string }
  | { readonly kind: 'unreadable'; readonly number: string };

/**
 * The lot of one committee. A lot that names `118` also serves `118.03`, unless another lot names that sub-committee; a
 * number of which lots name only parts (149, 303) is not enough to decide; whatever no lot names goes to the rest lot.
 */
export function lotOfCommittee(programme: Pick<ProgrammeDefinition, 'lots'>, typed: string): CommitteeLot {
  const number = normaliseCommittee(typed);
  if (number === undefined) return { kind: 'unreadable', number: typed.trim().slice(0, 20) };
  const naming = (wanted: string | undefined) =>
    programme.lots.find((lot) => wanted !== undefined && lot.jointCommittees.includes(wanted));
  const lot = naming(number) ?? naming(parentCommittee(number));
  if (lot) return { kind: 'lot', lot: lot.number, number, rest: false };
  const partsNamed = programme.lots.some((each) =>
    each.jointCommittees.some((named) => named.startsWith(`${number}.`)),
  );
  if (partsNamed) return { kind: 'incomplete', number };
  const rest = programme.lots.find((each) => each.rest);
  return rest ? { kind: 'lot', lot: rest.number, number, rest: true } : { kind: 'unreadable', number };
}
