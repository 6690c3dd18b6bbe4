import { describe, expect, test } from 'vitest';
import type { DeclaredAid, GroupFacts } from '#modules/eligibility/index.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Ledger } from './room.ts';
import { prefilled, storable, weigh } from './weighing.ts';

const own = '0100000001';
const sister = '0100000002';
const here = 'enterprise';
type Entry = LedgerEntry & { enterprise: string; decision: string | null };
const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  number: own,
  source: 'declared',
  state: 'counts',
  regulation: '2023/2831',
  grantedOn: '2025-03-01',
  grantor: 'Stad Gent',
  amountCents: 100_00,
  enterprise: here,
  decision: null,
  ...more,
});
const ledger = (entries: Entry[], members = [own]): Ledger & { entries: Entry[] } => ({
  number: own,
  members,
  entries,
  events: [],
});
const line: DeclaredAid = { date: '2025-03-01', regulation: '2023/2831', amountCents: 100_00, grantor: 'stad gent' };
const group: GroupFacts = {
  subject: 'A',
  enterprises: { A: { number: own }, B: { number: sister }, C: {} },
  holdings: [{ holder: 'A', held: 'B', capital: 60, votes: 60 }],
};
const facts = (declaredAid: readonly DeclaredAid[] | undefined, withGroup?: GroupFacts) => ({
  date: '2026-05-04',
  declaredAid,
  group: withGroup,
});

describe('a declaration beside the ledger', () => {
  test('adds what the ledger does not hold yet, once', () => {
    const weighed = weigh(facts([line]), ledger([]), here);
    expect(weighed.add).toMatchObject([{ number: own, grantedOn: '2025-03-01', amountCents: 100_00 }]);
    expect(weigh(facts([line]), ledger([entry('a')]), here)).toEqual({ declaredAid: [line], add: [], withdraw: [] });
  });

  test('counts what only the ledger holds: our own reservations, and what others of the undertaking received', () => {
    const reserved = entry('r', { source: 'reserved', amountCents: 1_950_255, enterprise: 'elsewhere' });
    const ofSister = entry('s', { number: sister, amountCents: 500_00, enterprise: 'elsewhere' });
    const { declaredAid } = weigh(facts([line], group), ledger([reserved, ofSister], [own, sister]), here);
    expect(declaredAid).toMatchObject([line, { amountCents: 1_950_255 }, { amountCents: 500_00, undertaking: 'B' }]);
  });

  test('withdraws what an earlier decision on this enterprise wrote and that is not declared any more, nothing else', () => {
    const byDecision = entry('d', { decision: 'first', amountCents: 70_00 });
    const typed = entry('t', { amountCents: 80_00 });
    const elsewhere = entry('e', { decision: 'other', enterprise: 'elsewhere', amountCents: 90_00 });
    const weighed = weigh(facts([]), ledger([byDecision, typed, elsewhere]), here);
    expect(weighed.withdraw).toEqual([byDecision]);
    expect(weighed.declaredAid?.map(({ amountCents }) => amountCents)).toEqual([80_00, 90_00]);
  });

  test('says nothing while nothing was declared', () => {
    expect(weigh(facts(undefined), ledger([entry('a', { decision: 'first' })]), here)).toEqual({
      declaredAid: undefined,
      add: [],
      withdraw: [],
    });
  });

  test('keeps out of the ledger a line without a day, an amount, or an enterprise number', () => {
    const lines: DeclaredAid[] = [
      { ...line, date: undefined },
      { ...line, amountCents: undefined },
      { ...line, undertaking: 'C' },
      { ...line, undertaking: 'B' },
      { ...line, regulation: undefined },
    ];
    expect(storable(facts(lines, group), own)).toMatchObject([
      undefined,
      undefined,
      undefined,
      { number: sister },
      { number: own, regulation: '2023/2831' },
    ]);
  });

  test('of what came by a split of which nobody knows who used it says that it may count', () => {
    const before = entry('x', { number: '0100000009', grantedOn: '2024-06-01' });
    const events = [
      { kind: 'split' as const, date: '2025-01-01', from: ['0100000009'], into: [{ id: own }, { id: 'rest' }] },
    ];
    const { declaredAid } = weigh(facts([]), { ...ledger([before]), events }, here);
    expect(declaredAid).toEqual([{ grantor: 'Stad Gent', regulation: '2023/2831', amountCents: 100_00 }]);
  });
});

describe('a form', () => {
  test('starts from the lines that still count, and from what was not whole enough to be kept', () => {
    const old = entry('o', { grantedOn: '2022-01-01' });
    const taken = entry('w', { supersedes: 'x', because: 'corrected', state: 'withdrawn', amountCents: 0 });
    const last = facts([line, { ...line, amountCents: undefined, grantor: 'VLAIO' }], group);
    const known = prefilled(
      last,
      [entry('a'), old, taken, entry('x'), entry('s', { number: sister })],
      own,
      '2026-05-04',
    );
    expect(known).toMatchObject([
      { date: '2025-03-01', amountCents: 100_00 },
      { date: '2025-03-01', undertaking: 'B' },
      { grantor: 'VLAIO' },
    ]);
    expect(known).toHaveLength(3);
  });
});
