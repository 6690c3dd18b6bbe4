import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/dates.ts';
import { sizeBands } from './codes.ts';
import { equalShares, paceOf, reachByMonth, standingOf, sumOf, type CountRow } from './counts.ts';
import { groupNews } from './groupNews.ts';
import { hideSmallCells, smallestShown, withTotals } from './smallCells.ts';
import { holds, readAsked } from './searchWords.ts';
import type { Entry } from './views.ts';
import { newSince, sittingGap, visitAfterLook } from './visit.ts';
import { askedDay, weekOf } from './week.ts';

const at = (minutes: number) => new Date(Date.parse('2026-11-18T08:00:00Z') + minutes * 60_000);

describe('what is new', () => {
  test('a first look has nothing before it', () => {
    expect(visitAfterLook(undefined, at(0))).toEqual({ seenAt: at(0), since: null });
    expect(newSince(undefined, at(0))).toBeUndefined();
  });
  test('looking again in the same sitting keeps what was new', () => {
    const first = { seenAt: at(0), since: at(-900) };
    expect(visitAfterLook(first, at(5))).toBeNull();
    expect(visitAfterLook(first, at(60))).toEqual({ seenAt: at(60), since: at(-900) });
    expect(newSince(first, at(60))).toEqual(at(-900));
  });
  test('after two hours away, what came since the last look is new', () => {
    expect(newSince({ seenAt: at(0), since: at(-900) }, at(120))).toEqual(at(0));
  });
  test('whatever the rhythm of looking, nothing is skipped: new begins no later than the last look but one sitting', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 20 }), (gaps) => {
        let now = at(0);
        let visit = visitAfterLook(undefined, now)!;
        for (const gap of gaps) {
          const before = visit;
          now = new Date(now.getTime() + gap * 60_000);
          const since = newSince(visit, now);
          if (since) expect(since.getTime()).toBeLessThanOrEqual(before.seenAt.getTime());
          if (now.getTime() - before.seenAt.getTime() >= sittingGap) expect(since).toEqual(before.seenAt);
          visit = visitAfterLook(visit, now) ?? visit;
        }
      }),
    );
  });
  test('entries stand together by enterprise, the one with the newest line first', () => {
    const entry = (id: string, enterprise: string): Entry => ({
      id,
      text: id,
      day: '2026-11-18',
      link: null,
      icon: 'flag',
      officeOnly: false,
      enterprise,
      about: enterprise.toUpperCase(),
    });
    const all = [entry('1', 'b'), entry('2', 'a'), entry('3', 'b'), entry('4', 'b'), entry('5', 'b')];
    const { groups, more } = groupNews(all, false);
    expect(groups.map(({ name, entries, more: rest }) => [name, entries.map(({ id }) => id), rest])).toEqual([
      ['B', ['1', '3', '4'], 1],
      ['A', ['2'], 0],
    ]);
    expect(more).toBe(false);
    expect(groupNews(all, true).more).toBe(true);
  });
});

describe('a week', () => {
  test('runs from Monday to Sunday, whatever day one asks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const day = addDays('2001-01-01', days);
        const week = weekOf(day);
        expect(new Date(`${week.monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(week.days).toContain(day);
        expect(weekOf(week.next).previous).toBe(week.monday);
      }),
    );
  });
  test('an address that asks for no day shows this week', () => {
    for (const asked of [undefined, '', 'soon', '2026-02-30', '9999-12-31'])
      expect(askedDay(asked, '2026-11-18')).toBe('2026-11-18');
    expect(askedDay('2026-01-05', '2026-11-18')).toBe('2026-01-05');
  });
});

const row = (change: Partial<CountRow>): CountRow => ({
  what: 'reached',
  lot: 'l',
  provider: 'p',
  state: '',
  size: '',
  month: '0001-01-01',
  amount: 1,
  ...change,
});

describe('kept counts', () => {
  test('a place adds up its own rows only, and small is under fifty workers', () => {
    const rows = [
      ...sizeBands.map((size) => row({ size })),
      row({ size: 'micro', lot: 'other', amount: 9 }),
      row({ what: 'hours', amount: 12.5 }),
      row({ what: 'trajectories', state: 'planning', amount: 3 }),
      row({ what: 'trajectories', state: 'closing', amount: 2 }),
      row({ what: 'leads', state: 'declined', amount: 7 }),
      row({ what: 'leads', state: 'taken', amount: 4 }),
    ];
    expect(standingOf(rows, { lot: 'l' })).toEqual({
      openLeads: 4,
      starting: 3,
      guided: 2,
      ended: 0,
      reached: 5,
      small: 2,
      known: 4,
      hours: 12.5,
    });
  });
  test('shares are whole, differ by one at most and are the target together', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 30 }), (target, parts) => {
        const shares = equalShares(target, parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(target);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });
  test('one enterprise more or less makes nobody slow', () => {
    expect(paceOf(0, 1)).toBe('on');
    expect(paceOf(2, 5)).toBe('behind');
    expect(paceOf(15, 16)).toBe('on');
    expect(paceOf(9, 5)).toBe('ahead');
    expect(paceOf(9, null)).toBeNull();
  });
  test('reach by month ends with everything that was reached until now', () => {
    const rows = [
      row({ what: 'reached_in_month', month: '2026-02-01', amount: 2 }),
      row({ what: 'reached_in_month', month: '2026-04-01', amount: 3 }),
    ];
    const points = reachByMonth(rows, 24, { startsOn: '2026-01-01', endsOn: '2026-12-31' }, '2026-04-20');
    expect(points.map(({ reached }) => reached)).toEqual([0, 2, 2, 5]);
    expect(points.at(-1)!.reached).toBe(sumOf(rows, { what: 'reached_in_month' }));
    expect(points[0]!.expected).toBe(2);
    expect(reachByMonth(rows, 24, { startsOn: '2026-01-01', endsOn: '2026-12-31' }, '2025-04-20')).toEqual([]);
  });
});

describe('small cells', () => {
  const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

  test('one to four is never shown, and what is shown is true', () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const full = withTotals(cells);
        hideSmallCells(cells).forEach((line, at) =>
          line.forEach((count, column) => {
            const real = full[at]![column]!;
            if (real > 0 && real < smallestShown) expect(count).toBeNull();
            if (count !== null) expect(count).toBe(real);
          }),
        );
      }),
    );
  });

  test('no hidden cell follows from the sums: another table with the same shown cells and sums exists', () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const full = withTotals(cells);
        const shown = hideSmallCells(cells);
        const hidden = shown.flatMap((line, at) =>
          line.flatMap((count, column) => (count === null ? [{ at, column }] : [])),
        );
        for (const cell of hidden)
          expect(movable(cell, hidden, full), JSON.stringify({ full, shown, cell })).toBe(true);
      }),
    );
  });

  test('a table without small cells is shown whole', () => {
    expect(
      hideSmallCells([
        [10, 0],
        [7, 30],
      ]),
    ).toEqual([
      [10, 0, 10],
      [7, 30, 37],
      [17, 30, 47],
    ]);
  });

  /**
   * By elimination over the sums that a reader knows: is there a change of the hidden cells that leaves every row and
   * column in balance and moves this cell? (Totals stand on the other side of their line, so they count negatively.)
   */
  function movable(
    cell: { at: number; column: number },
    hidden: readonly { at: number; column: number }[],
    full: readonly (readonly number[])[],
  ): boolean {
    const [lastRow, lastColumn] = [full.length - 1, full[0]!.length - 1];
    const lines = [
      ...full.map((_, at) => hidden.map((one) => (one.at !== at ? 0 : one.column === lastColumn ? -1 : 1))),
      ...full[0]!.map((_, column) => hidden.map((one) => (one.column !== column ? 0 : one.at === lastRow ? -1 : 1))),
    ];
    const asked = hidden.map((one) => (one.at === cell.at && one.column === cell.column ? 1 : 0));
    // Fixed exactly when the cell by itself is a combination of the sums: then adding it does not raise the rank.
    return rank([...lines, asked]) > rank(lines);
  }

  function rank(rows: readonly (readonly number[])[]): number {
    const left = rows.map((line) => [...line]);
    let found = 0;
    for (let column = 0; column < (left[0]?.length ?? 0); column++) {
      const pivot = left.findIndex((line, at) => at >= found && Math.abs(line[column]!) > 1e-9);
      if (pivot < 0) continue;
      [left[found], left[pivot]] = [left[pivot]!, left[found]!];
      const head = left[found]!;
      for (const line of left.slice(found + 1)) {
        const factor = line[column]! / head[column]!;
        for (let at = column; at < line.length; at++) line[at] = line[at]! - factor * head[at]!;
      }
      found += 1;
    }
    return found;
  }
});

describe('the search box', () => {
  test('reads a number with dots, spaces or BE, an e-mail address, a pasted page, a check code, or words', () => {
    expect(readAsked('BE 0123.456.749')).toEqual({ kind: 'number', digits: '0123456749' });
    expect(readAsked('0123.4')).toEqual({ kind: 'number', digits: '01234' });
    expect(readAsked(' nadia@zaak.example ')).toEqual({ kind: 'email', email: 'nadia@zaak.example' });
    const id = '019864a5-2000-7000-8001-846100000000';
    expect(readAsked(`https://krachtlijn.example/trajectories/${id}/plan`)).toEqual({ kind: 'trajectory', id });
    expect(readAsked('bakkerij')).toEqual({ kind: 'words', words: 'bakkerij' });
    for (const little of ['', ' ', 'a', '--', '%']) expect(readAsked(little)).toEqual({ kind: 'nothing' });
  });
  test('never breaks, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (typed) => void readAsked(typed)));
  });
  test('a name holds words whatever their capitals and accents', () => {
    expect(holds('Café d’Été', 'cafe d ete')).toBe(true);
    expect(holds('Bakkerij', 'bakerij')).toBe(false);
  });
});
