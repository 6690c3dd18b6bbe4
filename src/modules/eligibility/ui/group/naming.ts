import type { Reason } from '#shared/decision.ts';
import type { GroupFacts, HolderKind } from '../../rules/group/groupFacts.ts';

/** How an entry is called: by its name, else by what it is and its letter. */
export type NameOf = (id: string) => string;

/** Names for the entries of a group that was frozen; the enterprise itself has the name of its file. */
export function namesIn(
  group: GroupFacts | undefined,
  enterpriseName: string,
  kindName: (kind: HolderKind) => string,
): NameOf {
  return (id) => {
    if (!group || id === group.subject) return enterpriseName;
    const member = group.enterprises[id];
    return member?.name || (member ? `${kindName(member.kind ?? 'enterprise')} ${id}` : id);
  };
}

const naming = ['enterprise', 'person', 'investor'];

/** A reason with the names of who it speaks of, where the rules know letters only. */
export function named<Told extends Pick<Reason, 'code' | 'facts'>>(reason: Told, nameOf: NameOf): Told {
  const facts = Object.entries(reason.facts).map(([key, value]) => [
    key,
    naming.includes(key) && typeof value === 'string' ? nameOf(value) : value,
  ]);
  return { ...reason, facts: Object.fromEntries(facts) as Reason['facts'] };
}
