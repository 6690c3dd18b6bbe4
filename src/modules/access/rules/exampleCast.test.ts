import { describe, expect, test } from 'vitest';
import { exampleCast, type ExampleHolder } from './exampleCast.ts';

const holder = (
  person: string,
  role: ExampleHolder['role'],
  kind: ExampleHolder['place']['kind'],
  id: string,
  lot: number | null,
  provider: string | null = null,
): ExampleHolder => ({
  person,
  name: person,
  role,
  place: { kind, id, name: id, lot },
  provider,
});

const holders = [
  holder('manager', 'programme_manager', 'programme', 'p', null),
  holder('both', 'lot_coordinator', 'lot', 'l1', 1),
  holder('both', 'provider_member', 'provider', 'fund-a', 1, 'fund-a'),
  holder('other coordinator', 'lot_coordinator', 'lot', 'l2', 2),
  holder('other member', 'provider_member', 'provider', 'fund-b', 2, 'fund-b'),
  holder('second member', 'provider_member', 'provider', 'fund-a', 1, 'fund-a'),
  holder('alone', 'enterprise_lead', 'enterprise', 'unhelped', 2, 'fund-b'),
  holder('owner', 'enterprise_lead', 'enterprise', 'bakery', 1, 'fund-a'),
  holder('far consultant', 'consultant', 'enterprise', 'far', 2, 'fund-b'),
  holder('consultant', 'consultant', 'enterprise', 'other', 1, 'fund-a'),
  holder('consultant', 'consultant', 'enterprise', 'bakery', 1, 'fund-a'),
];

describe('the people of the example', () => {
  const cast = exampleCast(holders);
  const people = (role: ExampleHolder['role']) => cast.find((group) => group.role === role)!.people;

  test('begin with those around one enterprise that is being helped', () => {
    expect(people('enterprise_lead')[0]!.name).toBe('owner');
    expect(people('consultant')[0]!.name).toBe('consultant');
    expect(people('lot_coordinator')[0]!.name).toBe('both');
  });

  test('begin with somebody who has one role only, where there is a choice', () => {
    expect(people('provider_member').map((member) => member.name)).toEqual(['second member', 'both', 'other member']);
  });

  test('are there once a role, with all their places', () => {
    expect(people('consultant')[0]!.places.map((place) => place.id)).toEqual(['bakery', 'other']);
    expect(people('consultant')).toHaveLength(2);
  });

  test('leave out a role that nobody holds', () => {
    expect(cast.map((group) => group.role)).not.toContain('auditor');
    expect(exampleCast([])).toEqual([]);
  });
});
