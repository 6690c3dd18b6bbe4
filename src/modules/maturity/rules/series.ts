import { addDays, type PlainDate } from '#shared/dates.ts';

/** How a scan joined its series. */
export const relations = ['first', 'again', 'colleague'] as const;
export type Relation = (typeof relations)[number];

/** What is known of a scan to decide what it may be laid beside. */
export interface SeriesMember {
  readonly id: string;
  readonly role: string;
  readonly relation: Relation;
  readonly finishedOn: PlainDate;
}

export interface SideBySide {
  /** `change`: the same role looked again later. `disagreement`: somebody else looked. */
  readonly kind: 'change' | 'disagreement';
  /** The earlier one, or the other person's. */
  readonly a: string;
  readonly b: string;
}

/**
 * With which scans of its series one scan is laid side by side. `members` in the order in which they were made. Change: the
 * one before it in the same role, when that person looked again. Disagreement: the latest of each other role, and a colleague
 * in the same role. Who looks at an older scan sees no change: it had not happened yet.
 */
export function sideBySide(members: readonly SeriesMember[], own: string): SideBySide[] {
  const place = members.findIndex(({ id }) => id === own);
  const me = members[place];
  if (!me) return [];
  const before = members.slice(0, place).findLast(({ role }) => role === me.role);
  const change = me.relation === 'again' && before ? [{ kind: 'change', a: before.id, b: own } as const] : [];
  const others = members.filter((member) => member.id !== own && isSomebodyElse(member, me));
  const latest = new Map(others.map((member) => [member.role, member.id]));
  return [...change, ...[...latest.values()].map((a) => ({ kind: 'disagreement', a, b: own }) as const)];
}

/** Nobody gives a name, so this is as near as it gets: another role, or one of the two came in as a colleague of the first. */
function isSomebodyElse(member: SeriesMember, me: SeriesMember): boolean {
  if (member.role !== me.role) return true;
  return new Set([member.relation, me.relation, 'first', 'colleague']).size === 2 && member.relation !== me.relation;
}

/** Days that a scan is kept when no enterprise takes it up. */
export const keptDays = 30;

/** The day on which an unclaimed scan is deleted. */
export function deletionDay(finishedOn: PlainDate): PlainDate {
  return addDays(finishedOn, keptDays);
}
