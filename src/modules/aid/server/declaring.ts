import { addMonths, type PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { invalid } from '#platform/server/errors.ts';
import type { TrajectoryHandle } from '#modules/trajectories/index.server.ts';
import type { DeclarationTyped } from '../declarationInputs.ts';
import { compareDeclared } from '../rules/declared.ts';
import type { DeclarationContent, DeclarationDraft, DeclarationLine } from '../rules/declarationView.ts';
import { liveEntries, noRegulation } from '../rules/ledger.ts';
import { countsUntil, keptRegulation } from '../rules/room.ts';
import { readDeclarant } from './declarationStore.ts';
import { addEntry, withdrawEntry, type EntryPlace, type EntryRow } from './ledgerStore.ts';
import { addStatement, readLedger, readNewestStatement, takeTurns, type WholeLedger } from './undertakingStore.ts';

/** The last three years, from the same day on: fiscal years of before 2024 begin at most a year earlier. */
const asked = (today: PlainDate): PlainDate => `${Number(addMonths(today, -36).slice(0, 4))}-01-01`;

const shownLine = ({ number, grantedOn, grantor, regulation, amountCents }: EntryRow): DeclarationLine => ({
  number,
  grantedOn,
  grantor,
  regulation,
  amountCents,
});

/** What we know already, to be corrected: only lines that came in through this enterprise, and aid of our own beside it. */
export async function draftOf(
  db: Db,
  trajectory: TrajectoryHandle,
  today: PlainDate,
): Promise<{ draft: DeclarationDraft; shown: readonly EntryRow[]; ledger: WholeLedger }> {
  const { number, programme } = await readDeclarant(db, trajectory.id);
  const ledger = await readLedger(db, number);
  const counting = liveEntries(ledger.entries)
    .filter((entry) => entry.enterprise === trajectory.enterprise && entry.regulation !== noRegulation)
    .filter((entry) => (countsUntil(entry) ?? '9999') > today);
  const shown = counting.filter((entry) => entry.trajectory === null);
  const own = counting.filter((entry) => entry.trajectory !== null);
  return {
    ledger,
    shown,
    draft: {
      enterprise: { name: trajectory.enterpriseName, number },
      programme,
      members: ledger.members,
      since: asked(today),
      lines: shown.map(shownLine),
      own: own.map(shownLine),
    },
  };
}

/** What was typed as it will be frozen. @throws InvalidInput beside the field */
export function declaredContent(
  typed: DeclarationTyped,
  { own, ...draft }: DeclarationDraft,
  today: PlainDate,
): DeclarationContent {
  const members = [...new Set([draft.enterprise.number, ...typed.members.map(({ number }) => number)])].sort();
  const lines = typed.lines.map(
    ({ number = draft.enterprise.number, grantedOn, grantor, regulation, amountCents }, at) => {
      if (grantedOn > today) throw invalid(`lines.${at}.grantedOn`, 'aid:error.later');
      if (!members.includes(number)) throw invalid(`lines.${at}.number`, 'aid:error.notDeclaredMember');
      return { number, grantedOn, grantor, regulation: keptRegulation(regulation, grantedOn), amountCents };
    },
  );
  return { form: 'aid-declaration-1', ...draft, members, changed: typed.changed, lines, own };
}

/**
 * Brings the ledger into line with what was declared: new lines are added once, lines that were shown and are no longer named are
 * withdrawn, and who counts as one is kept. Needs the system's sight.
 */
export async function landDeclaration(
  db: Db,
  place: EntryPlace,
  declared: { readonly content: DeclarationContent; readonly document: string; readonly shown: readonly string[] },
  ledger: WholeLedger,
  by: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  const { content, document, shown } = declared;
  const { number } = content.enterprise;
  await takeTurns(db, [...ledger.members, ...content.members]);
  const live = liveEntries(ledger.entries).filter(({ regulation }) => regulation !== noRegulation);
  const { add, unnamed } = compareDeclared(live, content.lines);
  const own = { ...place, trajectory: null };
  for (const line of unnamed.filter(({ id, trajectory }) => trajectory === null && shown.includes(id)))
    await withdrawEntry(db, own, line, { because: 'declaredAnew', document, ...by });
  for (const line of add) await addEntry(db, own, { ...line, source: 'declared', document, ...by });
  const stated = await readNewestStatement(db, number);
  if (stated ? stated.join() !== content.members.join() : content.members.length > 1)
    await addStatement(db, place, { number, members: content.members, source: 'declaration', ...by });
}
