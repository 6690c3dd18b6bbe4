import {
  singleUndertaking,
  undertakingNumbers,
  type DeclaredAid,
  type EligibilityFacts,
} from '#modules/eligibility/index.ts';
import { compareDeclared, type DeclaredLine } from './declared.ts';
import { liveEntries, noRegulation, type LedgerEntry } from './ledger.ts';
import { asDeclaredAid, countsUntil, keptRegulation, type Ledger } from './room.ts';
import { asGroup } from './undertaking.ts';

type Facts = Pick<EligibilityFacts, 'date' | 'declaredAid' | 'group'>;
type Entry = LedgerEntry & { readonly enterprise: string; readonly decision: string | null };

/** What a decision makes of a declaration and the ledger together. */
export interface Weighed<Kept extends Entry> {
  /** The declaration with every line of the ledger that it does not name. Undefined while nothing was declared. */
  readonly declaredAid: readonly DeclaredAid[] | undefined;
  /** Lines that the ledger does not hold yet. */
  readonly add: readonly DeclaredLine[];
  /** Lines that an earlier decision wrote and that are no longer declared. */
  readonly withdraw: readonly Kept[];
}

/** Lines of a declaration that are whole enough for the ledger: of whom, when and how much. */
export function storable({ declaredAid = [], group }: Facts, own: string): readonly (DeclaredLine | undefined)[] {
  const numberOf = (id: string | undefined) =>
    id === undefined || id === group?.subject ? own : group?.enterprises[id]?.number;
  return declaredAid.map(({ undertaking, usedBy, date, amountCents, regulation, grantor = '' }) => {
    const number = numberOf(undertaking);
    if (number === undefined || date === undefined || !amountCents) return undefined;
    const line = { number, grantedOn: date, regulation: keptRegulation(regulation, date), grantor, amountCents };
    const user = usedBy === undefined ? undefined : numberOf(usedBy);
    return user === undefined ? line : { ...line, usedBy: user };
  });
}

/**
 * Puts the ledger beside what was declared, so that nothing counts twice and nothing is forgotten: a line that both name counts once,
 * one that only the ledger holds is added to the declaration, one that an earlier decision on this enterprise wrote down and that is not
 * declared any more is withdrawn.
 */
export function weigh<Kept extends Entry>(
  facts: Facts,
  ledger: Ledger & { readonly entries: readonly Kept[] },
  enterprise: string,
): Weighed<Kept> {
  if (facts.declaredAid === undefined) return { declaredAid: undefined, add: [], withdraw: [] };
  const lines = storable(facts, ledger.number).filter((line) => line !== undefined);
  const live = liveEntries(ledger.entries).filter(({ regulation }) => regulation !== noRegulation);
  const { add, unnamed } = compareDeclared(live, lines);
  const withdraw = unnamed.filter((entry) => entry.decision !== null && entry.enterprise === enterprise);
  const others = unnamed.filter((entry) => !withdraw.includes(entry));
  return { declaredAid: [...facts.declaredAid, ...asDeclared(others, ledger, facts)], add, withdraw };
}

/** Lines of the ledger as lines of a declaration, after mergers and splits; somebody who is not in the group counts as the enterprise itself. */
function asDeclared(entries: readonly LedgerEntry[], ledger: Ledger, { group, date }: Facts): readonly DeclaredAid[] {
  const ids = new Map(
    Object.entries(group?.enterprises ?? {}).flatMap(([id, { number }]) => (number ? [[number, id]] : [])),
  );
  const members = [...new Set([...ledger.members, ...undertakingNumbers({ group, date }, ledger.number).numbers])];
  return singleUndertaking(asGroup(ledger.number, members, ledger.events), entries.map(asDeclaredAid), date).aid.map(
    (line) => {
      const { grantor, regulation, amountCents, undertaking = '', unclear } = line;
      const id = ids.get(undertaking);
      return {
        grantor,
        regulation,
        amountCents,
        // Without a day it may count: nobody said who used it.
        ...(unclear ? {} : { date: line.date }),
        ...(id === undefined || id === group?.subject ? {} : { undertaking: id }),
      };
    },
  );
}

/**
 * What a form starts from: the lines that still count on a day, of the enterprise and of whom the group names, and of the last
 * declaration only what was not whole enough for the ledger.
 */
export function prefilled(
  last: Facts | null,
  entries: readonly LedgerEntry[],
  own: string,
  date: string,
): readonly DeclaredAid[] {
  const ids = new Map(
    Object.entries(last?.group?.enterprises ?? {}).flatMap(([id, { number }]) => (number ? [[number, id]] : [])),
  );
  const incomplete = last ? (last.declaredAid ?? []).filter((_, at) => storable(last, own)[at] === undefined) : [];
  const known = liveEntries(entries)
    .filter((entry) => entry.regulation !== noRegulation && (countsUntil(entry) ?? '9999') > date)
    .filter(({ number }) => number === own || ids.has(number))
    .map(({ grantedOn, grantor, regulation, amountCents, number, usedBy }): DeclaredAid => {
      const user = usedBy ? (usedBy === own ? last?.group?.subject : ids.get(usedBy)) : undefined;
      return {
        date: grantedOn,
        grantor,
        regulation,
        amountCents,
        ...(number === own ? {} : { undertaking: ids.get(number) }),
        ...(user === undefined ? {} : { usedBy: user }),
      };
    });
  return [...known, ...incomplete];
}
