import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeInto, type FoundMember } from './fromRegister.ts';
import { afterAct } from './groupActs.ts';
import { groupFormOf, type EntryForm, type GroupForm } from './groupForm.ts';

const own = '0190090009';
const found = (more: Partial<FoundMember> = {}): FoundMember => ({
  number: '0190090108',
  name: 'Deegland',
  naturalPerson: false,
  startsOn: '2010-04-01',
  hints: { kind: 'enterprise' },
  ...more,
});
/** The enterprise itself and B, who holds some of it, with `typed` in its fields. */
const groupWith = (typed: Partial<EntryForm> = {}): GroupForm => {
  const group = afterAct(groupFormOf(undefined), 'holder:subject', 2025);
  return { ...group, members: group.members.map((one) => (one.id === 'B' ? { ...one, ...typed } : one)) };
};
const taken = (typed: Partial<EntryForm>, from = found(), group = groupWith(typed)) => {
  const { group: filled, outcome } = takeInto(group, 'B', from, own);
  return { outcome, filled, entry: filled.members.find(({ id }) => id === 'B')! };
};

describe('a member that is chosen in the register', () => {
  test('gets its name, number, country and first day from there', () => {
    const { entry, outcome } = taken({ name: 'deegl' });
    expect(outcome).toBe('filled');
    expect(entry).toMatchObject({
      name: 'Deegland',
      number: '0190.090.108',
      country: 'BE',
      since: '2010-04-01',
      kind: 'enterprise',
    });
  });

  test('keeps its percentages, figures and everything else as they were typed, whatever that is', () => {
    const text = fc.string({ maxLength: 12 });
    const typed = fc.record({
      name: text,
      number: text,
      country: text,
      since: fc.constantFrom('', '1999-01-01', 'ooit'),
      kind: fc.constantFrom('', 'enterprise', 'ventureCapital', 'publicBody'),
      adjacentMarket: fc.constantFrom('', 'yes'),
      linkedInvestors: fc.array(fc.constant('C'), { maxLength: 1 }),
      periods: fc.array(
        fc.record({
          year: text,
          headcount: text,
          turnoverCents: text,
          balanceCents: text,
          consolidated: fc.array(fc.constant('C'), { maxLength: 1 }),
          estimate: fc.boolean(),
        }),
      ),
    });
    fc.assert(
      fc.property(typed, text, (fields, capital) => {
        const before = groupWith(fields);
        before.holdings[0]!.capital = capital;
        const { filled, entry } = taken(fields, found(), before);
        expect(filled.holdings).toEqual(before.holdings);
        expect(entry).toMatchObject({
          periods: fields.periods,
          adjacentMarket: fields.adjacentMarket,
          linkedInvestors: fields.linkedInvestors,
        });
        expect(filled.members.filter(({ id }) => id !== 'B')).toEqual(before.members.filter(({ id }) => id !== 'B'));
      }),
    );
  });

  test('keeps a first day that was typed, until another enterprise takes the place', () => {
    expect(taken({ since: '2009-01-01' }).entry.since).toBe('2009-01-01');
    expect(taken({ since: '2009-01-01', number: '0190.090.108' }).entry.since).toBe('2009-01-01');
    expect(taken({ since: '2009-01-01', number: '0190.090.207' }).entry.since).toBe('2010-04-01');
    expect(taken({ since: '2009-01-01', number: '0190.090.207' }, found({ startsOn: null })).entry.since).toBe('');
  });

  test('is a public body when its legal form says so, unless somebody chose a kind', () => {
    const body = found({ hints: { kind: 'local_authority' } });
    expect(taken({}, body).entry.kind).toBe('publicBody');
    expect(taken({ kind: 'smallLocalAuthority' }, body).entry.kind).toBe('smallLocalAuthority');
    expect(taken({ kind: 'ventureCapital' }).entry.kind).toBe('ventureCapital');
    expect(taken({ kind: 'publicBody' }).entry.kind).toBe('publicBody');
    // The wrong one was chosen first.
    expect(taken({ kind: 'publicBody', number: '0190.090.207' }).entry.kind).toBe('enterprise');
  });

  test('is not filled in twice, nor with the enterprise that it is all about', () => {
    const group = groupWith();
    const both = afterAct(takeInto(group, 'B', found(), own).group, 'held:subject', 2025);
    expect(takeInto(both, 'C', found(), own)).toEqual({ group: both, outcome: 'already' });
    expect(takeInto(group, 'B', found({ number: own }), own)).toEqual({ group, outcome: 'already' });
    // Chosen once more by the same one it is no other.
    expect(takeInto(both, 'B', found(), own).outcome).toBe('filled');
  });

  test('takes nothing over of a natural person, and fills in nobody who is not there', () => {
    const person = groupWith({ kind: 'naturalPerson' });
    expect(takeInto(person, 'B', found(), own)).toEqual({ group: person, outcome: 'nothing' });
    const group = groupWith();
    expect(takeInto(group, 'B', found({ naturalPerson: true }), own)).toEqual({ group, outcome: 'nothing' });
    for (const id of ['Z', 'subject', '']) expect(takeInto(group, id, found(), own).outcome).toBe('nothing');
  });
});
