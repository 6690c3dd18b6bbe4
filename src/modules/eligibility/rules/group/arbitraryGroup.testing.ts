import fc from 'fast-check';
import type { GroupFacts, HolderKind, Holding, Member } from './groupFacts.ts';

const kinds: readonly HolderKind[] = [
  'enterprise',
  'enterprise',
  'enterprise',
  'naturalPerson',
  'ventureCapital',
  'businessAngel',
  'university',
  'publicBody',
  'smallLocalAuthority',
];
const ids = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const cents = fc.integer({ min: 0, max: 6_000 }).map((value) => value * 1_000_000);

const period = fc.record({
  year: fc.constantFrom(2023, 2024, 2025),
  headcount: fc.integer({ min: 0, max: 30_000 }).map((value) => value / 100),
  turnoverCents: cents,
  balanceCents: cents,
  consolidated: maybe(fc.subarray([...ids], { maxLength: 2 })),
});

const member = (ends: fc.Arbitrary<HolderKind>): fc.Arbitrary<Member> =>
  fc.record({
    kind: ends,
    periods: fc.uniqueArray(period, { minLength: 1, maxLength: 3, selector: ({ year }) => year }),
    adjacentMarket: maybe(fc.boolean()),
    linkedInvestors: maybe(fc.subarray([...ids], { maxLength: 1 })),
  });

const holding: fc.Arbitrary<Holding> = fc.record({
  holder: fc.constantFrom(...ids),
  held: fc.constantFrom(...ids),
  capital: fc.constantFrom(0, 5, 10, 24.99, 25, 33.33, 49, 50, 50.01, 66, 100),
  votes: fc.constantFrom(0, 10, 24.99, 25, 50, 51),
  control: maybe(fc.constantFrom(false, false, true)),
  investedCents: maybe(fc.constantFrom(100, 125_000_000)),
});

/** Any ownership of six around A, cycles and cross-holdings included, in which nobody owns more than the whole. */
export const arbitraryGroup: fc.Arbitrary<GroupFacts> = fc
  .record({
    subject: member(fc.constant('enterprise' as const)),
    others: fc.array(member(fc.constantFrom(...kinds)), { minLength: 5, maxLength: 5 }),
    holdings: fc.array(holding, { maxLength: 10 }),
  })
  .map(({ subject, others, holdings }) => ({
    subject: 'A',
    enterprises: Object.fromEntries(ids.map((id, at) => [id, at === 0 ? subject : others[at - 1]!])),
    holdings: withinHundred(holdings),
  }));

/** Holdings that fit beside those before them. */
export function withinHundred(holdings: readonly Holding[]): readonly Holding[] {
  const left = new Map<string, { capital: number; votes: number }>();
  return holdings.filter(({ holder, held, capital, votes }) => {
    const room = left.get(held) ?? { capital: 100, votes: 100 };
    if (holder === held || capital > room.capital || votes > room.votes) return false;
    left.set(held, { capital: room.capital - capital, votes: room.votes - votes });
    return true;
  });
}
