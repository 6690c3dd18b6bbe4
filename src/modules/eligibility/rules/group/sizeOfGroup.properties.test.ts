import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SmeClass } from '../sizeClass.ts';
import { arbitraryGroup, withinHundred } from './arbitraryGroup.testing.ts';
import type { GroupFacts, Member } from './groupFacts.ts';
import { singleUndertaking } from './singleUndertaking.ts';
import { sizeOfGroup } from './sizeOfGroup.ts';

const date = '2026-05-04';
const order: readonly SmeClass[] = ['micro', 'small', 'medium', 'notSme'];
const rank = (value: SmeClass | undefined) => (value === undefined ? undefined : order.indexOf(value));
/** Unless more were asked for (`PROPERTY_RUNS`). */
const runs = process.env['PROPERTY_RUNS'] === undefined ? { numRuns: 1500 } : {};

const everyMember = (facts: GroupFacts, change: (member: Member) => Member): GroupFacts => ({
  ...facts,
  enterprises: Object.fromEntries(Object.entries(facts.enterprises).map(([id, member]) => [id, change(member)])),
});

describe('the size of any group', () => {
  test('does not change by a shareholder below 25 % who is linked to nobody and no public body', () => {
    const share = fc.constantFrom(0.01, 5, 20, 24.99);
    fc.assert(
      fc.property(
        arbitraryGroup,
        share,
        fc.constantFrom('enterprise' as const, 'naturalPerson' as const),
        (facts, percent, kind) => {
          const holding = { holder: 'Z', held: 'A', capital: percent, votes: percent };
          fc.pre(withinHundred([...facts.holdings, holding]).length === facts.holdings.length + 1);
          const large = { year: 2025, headcount: 9000, turnoverCents: 1e12, balanceCents: 1e12 };
          const before = sizeOfGroup(facts, date);
          const after = sizeOfGroup(
            {
              ...facts,
              enterprises: { ...facts.enterprises, Z: { kind, periods: [large], adjacentMarket: true } },
              holdings: [...facts.holdings, holding],
            },
            date,
          );
          expect(after.size).toEqual(before.size);
          expect(after.years).toEqual(before.years);
          expect(after.publicHolding).toEqual(before.publicHolding);
        },
      ),
      runs,
    );
  });

  test('never gets smaller when all figures are scaled up', () => {
    fc.assert(
      fc.property(arbitraryGroup, fc.constantFrom(1.01, 1.5, 2, 10), (facts, factor) => {
        const scaled = everyMember(facts, (member) => ({
          ...member,
          periods: member.periods!.map((period) => ({
            ...period,
            headcount: period.headcount! * factor,
            turnoverCents: Math.ceil(period.turnoverCents! * factor),
            balanceCents: Math.ceil(period.balanceCents! * factor),
          })),
        }));
        const before = rank(sizeOfGroup(facts, date).size.class);
        const after = rank(sizeOfGroup(scaled, date).size.class);
        if (before !== undefined && after !== undefined) expect(after).toBeGreaterThanOrEqual(before);
      }),
      runs,
    );
  });

  test('does not depend on the order of entries, periods, holdings and investors', () => {
    fc.assert(
      fc.property(arbitraryGroup, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (facts, keys) => {
        const shuffled = <Value>(list: readonly Value[]): readonly Value[] =>
          list
            .map((value, at) => ({ value, key: keys[at % 10]! }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
        const turned: GroupFacts = {
          subject: facts.subject,
          enterprises: Object.fromEntries(
            shuffled(Object.entries(facts.enterprises)).map(([id, member]) => [
              id,
              {
                ...member,
                periods: shuffled(member.periods!),
                linkedInvestors: member.linkedInvestors && shuffled(member.linkedInvestors),
              },
            ]),
          ),
          holdings: shuffled(facts.holdings),
        };
        expect(sizeOfGroup(turned, date)).toEqual(sizeOfGroup(facts, date));
      }),
      runs,
    );
  });

  test('is the same on facts that were kept as JSON', () => {
    fc.assert(
      fc.property(arbitraryGroup, (facts) => {
        const kept = JSON.parse(JSON.stringify(facts)) as GroupFacts;
        expect(JSON.stringify(sizeOfGroup(kept, date))).toBe(JSON.stringify(sizeOfGroup(facts, date)));
      }),
    );
  });

  test('counts nobody twice: no share over 100, and without consolidated accounts the totals are the sum of the roles', () => {
    fc.assert(
      fc.property(arbitraryGroup, (given) => {
        const facts = everyMember(given, ({ adjacentMarket, ...member }) => ({
          ...member,
          adjacentMarket: adjacentMarket ?? false,
          periods: [{ ...member.periods![0]!, year: 2025, consolidated: undefined }],
        }));
        const { roles, years, open } = sizeOfGroup(facts, date);
        const sum = roles.reduce(
          (total, { id, share }) => total + (facts.enterprises[id]!.periods![0]!.headcount! * share) / 100,
          0,
        );
        expect(new Set(roles.map(({ id }) => id)).size).toBe(roles.length);
        for (const { share } of roles) expect(share === 0 || (share >= 25 && share <= 50) || share === 100).toBe(true);
        if (open.length === 0) expect(years.at(-1)!.headcount).toBeCloseTo(sum, 5);
      }),
      runs,
    );
  });

  test('tells of everybody why it counts or not, with a way that ends at the enterprise', () => {
    fc.assert(
      fc.property(arbitraryGroup, (facts) => {
        const { roles, linked, partners, autonomous } = sizeOfGroup(facts, date);
        const byId = new Map(roles.map((role) => [role.id, role]));
        expect([...byId.keys()].sort()).toEqual(Object.keys(facts.enterprises).sort());
        expect(autonomous).toBe(linked.length === 0 && partners.length === 0);
        for (const { id, share } of roles) {
          if (share === 0) continue;
          let at = byId.get(id)!;
          for (let steps = 0; at.role !== 'subject'; steps++) {
            expect(steps).toBeLessThan(roles.length);
            expect(at.via).toBeDefined();
            at = byId.get(at.via!)!;
          }
        }
      }),
      runs,
    );
  });

  test('asks about markets and investments whenever an answer could change the class', () => {
    fc.assert(
      fc.property(arbitraryGroup, fc.boolean(), (facts, answer) => {
        const asked = sizeOfGroup(facts, date);
        const answered = sizeOfGroup(
          everyMember(facts, (member) => ({ ...member, adjacentMarket: member.adjacentMarket ?? answer })),
          date,
        );
        if (asked.open.length === 0) expect(answered.size.class).toBe(asked.size.class);
      }),
      runs,
    );
  });
});

describe('the single undertaking of any group', () => {
  test('lies within what is linked for the size: it knows no capital, no partners, no persons', () => {
    fc.assert(
      fc.property(arbitraryGroup, (facts) => {
        const { members } = singleUndertaking(facts, [], date);
        const { linked } = sizeOfGroup(facts, date);
        expect(members).toContain('A');
        for (const id of members) expect(['A', ...linked]).toContain(id);
      }),
      runs,
    );
  });

  test('never loses aid of its own, whatever the events', () => {
    const event = fc.record({
      kind: fc.constantFrom('merger' as const, 'split' as const),
      date: fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01'),
      from: fc.subarray(['A', 'B', 'C'], { minLength: 1, maxLength: 2 }),
      into: fc
        .subarray(['A', 'B', 'C'], { minLength: 1, maxLength: 2 })
        .map((ids) => ids.map((id) => ({ id, share: 100 / ids.length }))),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 3 }), (events) => {
        const facts: GroupFacts = {
          subject: 'A',
          enterprises: { A: {}, B: {}, C: {} },
          // One undertaking of all three: whatever moves between them stays.
          holdings: [
            { holder: 'A', held: 'B', capital: 100, votes: 100 },
            { holder: 'A', held: 'C', capital: 100, votes: 100 },
          ],
          events,
        };
        const lines = ['A', 'B', 'C'].map((undertaking) => ({ date: '2023-06-01', undertaking, amountCents: 100_000 }));
        const total = singleUndertaking(facts, lines, date).aid.reduce((sum, { amountCents }) => sum + amountCents!, 0);
        expect(total).toBeGreaterThanOrEqual(300_000);
      }),
    );
  });
});
