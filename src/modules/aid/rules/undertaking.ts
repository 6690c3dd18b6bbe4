import type { GroupFacts } from '#modules/eligibility/index.ts';
import type { PlainDate } from '#shared/dates.ts';

/** Who was stated to form one undertaking with `number`, the number itself among them. */
export interface UndertakingStatement {
  readonly number: string;
  readonly members: readonly string[];
}

/** A merger takes whole enterprises in; a split divides one, by the share of the equity (percent) where it is known. */
export interface AidEvent {
  readonly kind: 'merger' | 'split';
  readonly date: PlainDate;
  readonly from: readonly string[];
  readonly into: readonly { readonly id: string; readonly share?: number | undefined }[];
}

/**
 * Everybody who counts as one with `number`: whom it was stated to belong with, who was stated to belong with it, and so on.
 * A statement about another member counts as well as its own: the safe side. Sorted; `statements` holds the newest of each number.
 */
export function membersOf(number: string, statements: readonly UndertakingStatement[]): readonly string[] {
  const members = new Set([number]);
  for (let grew = true; grew;) {
    const before = members.size;
    for (const statement of statements)
      if (members.has(statement.number) || statement.members.some((one) => members.has(one)))
        for (const one of [statement.number, ...statement.members]) members.add(one);
    grew = members.size > before;
  }
  return [...members].sort();
}

/** Everybody whose aid may have come to the members by mergers and splits, themselves among them. Sorted. */
export function forebearsOf(members: readonly string[], events: readonly AidEvent[]): readonly string[] {
  const found = new Set(members);
  for (let grew = true; grew;) {
    const before = found.size;
    for (const { from, into } of events)
      if (into.some(({ id }) => found.has(id))) for (const one of from) found.add(one);
    grew = found.size > before;
  }
  return [...found].sort();
}

/** Whoever else came out of a split; who that is does not matter for the room of one part. */
const rest = 'rest';

/** The parts of a split as one of them knows it: its own share of the equity in percent, where known, and the rest. */
export function otherParts(number: string, share: number | undefined): AidEvent['into'] {
  return share === undefined
    ? [{ id: number }, { id: rest }]
    : [
        { id: number, share },
        { id: rest, share: 100 - share },
      ];
}

/** The undertaking as the eligibility rules take it: every member controlled by the first, with what happened to them. */
export function asGroup(subject: string, members: readonly string[], events: readonly AidEvent[]): GroupFacts {
  const others = members.filter((one) => one !== subject);
  const named = [
    ...members,
    ...events.flatMap(({ from, into }) => [...from, ...into.map(({ id }) => id)]),
    subject,
  ].sort();
  return {
    subject,
    enterprises: Object.fromEntries(named.map((one) => [one, {}])),
    holdings: others.map((held) => ({ holder: subject, held, capital: 0, votes: 0, control: true })),
    events,
  };
}
