import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/dates.ts';
import { liveEntries, usedCents, type LedgerEntry } from './ledger.ts';
import { countsUntil, roomAhead, roomOn, type Ledger } from './room.ts';
import { asGroup, forebearsOf, membersOf } from './undertaking.ts';

const numbers = ['0100000001', '0100000002', '0100000003', '0100000004'];
const day = fc.integer({ min: 0, max: 2600 }).map((days) => addDays('2021-01-01', days));
const amountCents = fc.integer({ min: 0, max: 40_000_000 });
const fresh = fc.record({
  number: fc.constantFrom(...numbers),
  grantedOn: day,
  amountCents,
  regulation: fc.constantFrom('2023/2831', '1407/2013', '2023/2832', '1408/2013', 'none'),
});
type Fresh = { number: string; grantedOn: string; amountCents: number; regulation: string };
const entry = (id: string, line: Fresh, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id,
  source: 'declared',
  state: 'counts',
  grantor: '',
  ...line,
  ...more,
});

/** A ledger in which some lines replace or take away earlier ones, as a store would hold it. */
const entries = fc
  .array(fc.record({ line: fresh, replaces: fc.option(fc.nat(30)), takesAway: fc.boolean() }), { maxLength: 14 })
  .map((steps) => {
    const made: LedgerEntry[] = [];
    for (const [at, { line, replaces, takesAway }] of steps.entries()) {
      const live = liveEntries(made);
      const before = replaces === null || live.length === 0 ? undefined : live[replaces % live.length];
      if (!before) made.push(entry(`e${at}`, line));
      else
        made.push(
          entry(
            `e${at}`,
            {
              ...line,
              number: before.number,
              grantedOn: before.grantedOn,
              amountCents: takesAway ? 0 : line.amountCents,
            },
            { supersedes: before.id, because: 'corrected', state: takesAway ? 'withdrawn' : 'counts' },
          ),
        );
    }
    return made;
  });
const event = fc.record({
  kind: fc.constantFrom('merger' as const, 'split' as const),
  date: day,
  from: fc.constantFrom(...numbers).map((one) => [one]),
  into: fc
    .record({ id: fc.constantFrom(...numbers), share: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }) })
    .map((part) => [part]),
});
const ledger = fc
  .record({ entries, members: fc.subarray(numbers.slice(1)), events: fc.array(event, { maxLength: 2 }) })
  .map((drawn): Ledger => ({ ...drawn, number: numbers[0]!, members: [numbers[0]!, ...drawn.members] }));
const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length });

describe('the lines of a ledger', () => {
  test('that hold add up to what is used, and each road counts once', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const live = liveEntries(all);
        const aid = live.filter(({ regulation }) => regulation !== 'none');
        expect(usedCents(all)).toBe(aid.reduce((sum, one) => sum + one.amountCents, 0));
        // Whoever was replaced holds no more, and of a chain at most the last line holds.
        for (const { id } of live) expect(all.some(({ supersedes }) => supersedes === id)).toBe(false);
      }),
    );
  });

  test('count a reservation, its estimate and its settlement once: the last of them', () => {
    fc.assert(
      fc.property(fresh, amountCents, amountCents, (line, estimate, settled) => {
        const road = [
          entry('r', line, { source: 'reserved' }),
          entry(
            'p',
            { ...line, amountCents: estimate },
            { source: 'reserved', supersedes: 'r', because: 'planApproved' },
          ),
          entry('s', { ...line, amountCents: settled }, { source: 'settled', supersedes: 'p', because: 'sealed' }),
        ];
        const counted = (amount: number) => (line.regulation === 'none' ? 0 : amount);
        expect(usedCents(road.slice(0, 1))).toBe(counted(line.amountCents));
        expect(usedCents(road.slice(0, 2))).toBe(counted(estimate));
        expect(usedCents(road)).toBe(counted(settled));
      }),
    );
  });

  test('hold whatever their order', () => {
    fc.assert(
      fc.property(
        entries.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        ([all, mixed]) => {
          const ids = (some: readonly LedgerEntry[]) =>
            liveEntries(some)
              .map(({ id }) => id)
              .sort();
          expect(ids(mixed)).toEqual(ids(all));
          expect(usedCents(mixed)).toBe(usedCents(all));
        },
      ),
    );
  });
});

describe('room', () => {
  test('never grows on any day when a line is added', () => {
    fc.assert(
      fc.property(ledger, fresh, day, (before, line, date) => {
        const after = { ...before, entries: [...before.entries, entry('new', line)] };
        expect(roomOn(after, date)?.roomCents ?? 0).toBeLessThanOrEqual(roomOn(before, date)?.roomCents ?? 0);
      }),
    );
  });

  test('does not depend on the order of lines, members and events', () => {
    fc.assert(
      fc.property(
        ledger.chain((one) =>
          fc.tuple(fc.constant(one), shuffled(one.entries), shuffled(one.members), shuffled(one.events), day),
        ),
        ([one, lines, members, events, date]) => {
          // Two events of one day have no order of their own.
          if (new Set(one.events.map((each) => each.date)).size < one.events.length) return;
          const mixed = roomOn({ ...one, entries: lines, members, events }, date);
          expect(mixed?.roomCents).toBe(roomOn(one, date)?.roomCents);
          expect(mixed?.usedCents).toBe(roomOn(one, date)?.usedCents);
        },
      ),
    );
  });

  test('and what is used come to the ceiling, as long as the ceiling is not reached', () => {
    fc.assert(
      fc.property(ledger, day, (one, date) => {
        const room = roomOn(one, date);
        if (!room || room.together) return;
        expect(room.roomCents).toBe(Math.max(0, room.ceilingCents - room.usedCents));
      }),
    );
  });

  test('of an undertaking of one is what is left of the ceiling after the lines in the window', () => {
    const line = { number: numbers[0]!, regulation: '2023/2831' };
    const one: Ledger = {
      number: numbers[0]!,
      members: [numbers[0]!],
      events: [],
      entries: [
        entry('a', { ...line, grantedOn: '2024-03-15', amountCents: 15_000_000 }),
        entry('b', { ...line, grantedOn: '2025-06-01', amountCents: 5_000_000 }),
      ],
    };
    expect(roomOn(one, '2026-05-04')?.roomCents).toBe(10_000_000);
    // The day three years later still counts (safe side), the next does not.
    expect(roomOn(one, '2027-03-15')?.roomCents).toBe(10_000_000);
    expect(roomOn(one, '2027-03-16')?.roomCents).toBe(25_000_000);
    expect(roomAhead(one, '2026-05-04')).toEqual([
      { date: '2026-05-04', roomCents: 10_000_000, usedCents: 20_000_000 },
      { date: '2027-03-16', roomCents: 25_000_000, usedCents: 5_000_000 },
      { date: '2028-06-02', roomCents: 30_000_000, usedCents: 0 },
    ]);
  });

  test('of the members together is one: a grant to any of them takes room of all', () => {
    const granted = entry('a', {
      number: numbers[1]!,
      grantedOn: '2025-01-10',
      amountCents: 29_000_000,
      regulation: '2023/2831',
    });
    const ledgerOf = (number: string): Ledger => ({
      number,
      members: numbers.slice(0, 2),
      events: [],
      entries: [granted],
    });
    for (const number of numbers.slice(0, 2)) expect(roomOn(ledgerOf(number), '2026-01-01')?.roomCents).toBe(1_000_000);
    expect(roomOn({ ...ledgerOf(numbers[2]!), members: [numbers[2]!] }, '2026-01-01')?.roomCents).toBe(30_000_000);
  });

  test('takes along the aid of who merged into a member, from the first day on', () => {
    const one: Ledger = {
      number: numbers[0]!,
      members: [numbers[0]!],
      events: [{ kind: 'merger', date: '2025-05-01', from: [numbers[3]!], into: [{ id: numbers[0]! }] }],
      entries: [
        entry('a', { number: numbers[3]!, grantedOn: '2025-01-10', amountCents: 20_000_000, regulation: '2023/2831' }),
      ],
    };
    expect(roomOn(one, '2026-01-01')?.roomCents).toBe(10_000_000);
    expect(roomOn({ ...one, events: [] }, '2026-01-01')?.roomCents).toBe(30_000_000);
  });

  test('changes on the days that are named ahead, and on no other', () => {
    fc.assert(
      fc.property(ledger, fc.integer({ min: 0, max: 1000 }), fc.nat(1090), (one, start, later) => {
        const from = addDays('2026-01-01', start);
        const points = roomAhead(one, from);
        const date = addDays(from, later);
        if (date > addMonths(from, 36)) return;
        const named = points.filter((point) => point.date <= date).at(-1)!;
        expect(roomOn(one, date)?.roomCents).toBe(named.roomCents);
      }),
      { numRuns: 60 },
    );
  });
});

test('a line counts until the day that is told, and no longer', () => {
  fc.assert(
    fc.property(day, (grantedOn) => {
      const until = countsUntil({ grantedOn });
      if (!until || until > '2030-12-01') return;
      const one: Ledger = {
        number: numbers[0]!,
        members: [numbers[0]!],
        events: [],
        entries: [entry('a', { number: numbers[0]!, grantedOn, amountCents: 100, regulation: '2023/2831' })],
      };
      expect(roomOn(one, addDays(until, -1))?.usedCents).toBe(100);
      expect(roomOn(one, until)?.usedCents).toBe(0);
    }),
  );
});

describe('an undertaking', () => {
  test('is the same seen from each of its members', () => {
    const statement = fc.record({ number: fc.constantFrom(...numbers), members: fc.subarray(numbers) });
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 4 }), (statements) => {
        for (const number of numbers) {
          const members = membersOf(number, statements);
          expect(members).toContain(number);
          for (const other of members) expect(membersOf(other, statements)).toEqual(members);
        }
      }),
    );
  });

  test('has among its forebears its members and whoever went into them', () => {
    const events = [
      { kind: 'merger' as const, date: '2024-01-01', from: ['x'], into: [{ id: 'y' }] },
      {
        kind: 'split' as const,
        date: '2025-01-01',
        from: ['y'],
        into: [
          { id: 'a', share: 40 },
          { id: 'rest', share: 60 },
        ],
      },
    ];
    expect(forebearsOf(['a'], events)).toEqual(['a', 'x', 'y']);
    expect(forebearsOf(['b'], events)).toEqual(['b']);
    expect(asGroup('a', ['a', 'b'], events).holdings).toEqual([
      { holder: 'a', held: 'b', capital: 0, votes: 0, control: true },
    ]);
  });
});
