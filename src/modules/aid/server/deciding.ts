import { undertakingNumbers, type DeclaredAid, type EligibilityFacts } from '#modules/eligibility/index.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { dayInBrussels } from '#shared/dates.ts';
import { prefilled, weigh } from '../rules/weighing.ts';
import { readAgreedEvidence } from './declarationStore.ts';
import { addEntry, readEntries, withdrawEntry, type EntryPlace } from './ledgerStore.ts';
import { personOf } from './person.ts';
import type { AidWork } from './reserving.ts';
import { addStatement, readLedger, readNewestStatement, takeTurns } from './undertakingStore.ts';

const why =
  'aid counts for all enterprises that count as one; what others received is told as far as the decision rests on it';

/** What a form on eligibility starts from: nobody types aid that the ledger holds. Only lines in sight. */
export async function knownAid(
  db: Db,
  about: { readonly number: string; readonly last: EligibilityFacts | null; readonly date: string },
): Promise<readonly DeclaredAid[]> {
  const { number, last, date } = about;
  const others = Object.values(last?.group?.enterprises ?? {}).flatMap((member) => member.number ?? []);
  return prefilled(last, await readEntries(db, [number, ...others]), number, date);
}

const asEvidence = ({ document, hash, at }: { document: string; hash: string; at: Date }) => ({
  document,
  hash,
  on: dayInBrussels(at),
});

/**
 * Puts the ledger beside what was declared (see `weigh`). `keep` writes down what the ledger did not hold yet, once the decision has its
 * id, and who counts as one.
 */
export async function weighAid(
  work: Pick<AidWork, 'db' | 'beyond'>,
  place: EntryPlace,
  number: string,
  facts: EligibilityFacts,
): Promise<{
  readonly facts: EligibilityFacts;
  readonly keep: (decision: string, by: Pick<AidWork, 'actor' | 'now'>) => Promise<void>;
}> {
  const { db } = work;
  const { numbers } = undertakingNumbers(facts, number);
  const ledger = await work.beyond(why, () => readLedger(db, number, numbers));
  const { declaredAid, add, withdraw } = weigh(facts, ledger, place.enterprise);
  const evidence = place.trajectory ? await readAgreedEvidence(db, place.trajectory) : undefined;
  return {
    facts: {
      ...facts,
      ...(declaredAid && { declaredAid }),
      ...(evidence && {
        provenance: { figures: [], files: [], ...facts.provenance, declaration: asEvidence(evidence) },
      }),
    },
    keep: (decision, { actor, now }) =>
      work.beyond(why, async () => {
        const stated = await readNewestStatement(db, number);
        const isNew = stated ? stated.join() !== numbers.join() : numbers.length > 1;
        if (add.length + withdraw.length === 0 && !isNew) return;
        await takeTurns(db, [...ledger.members, ...numbers, ...add.map((line) => line.number)]);
        const by = personOf(actor);
        const own = { ...place, trajectory: null };
        for (const line of withdraw)
          await withdrawEntry(db, own, line, { because: 'declaredAnew', decision, by, at: now });
        for (const line of add) await addEntry(db, own, { ...line, source: 'declared', decision, by, at: now });
        if (isNew) await addStatement(db, place, { number, members: numbers, source: 'decision', by, at: now });
      }),
  };
}
