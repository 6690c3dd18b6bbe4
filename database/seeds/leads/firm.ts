import { contact, enterprise } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedEnterprise } from '../shape.ts';

type Facts = Pick<SeedEnterprise, 'key' | 'name' | 'municipality' | 'sector' | 'jointCommittees' | 'workers'> &
  Partial<SeedEnterprise>;

/** An enterprise with one contact. `sequence` gives the enterprise number: never the same twice. */
export function firm(
  sequence: number,
  facts: Facts,
  person: string,
  capacity: 'owner' | 'hr' | 'director' = 'owner',
  phone?: string,
): SeedEnterprise {
  const first = person.split(' ')[0]!.toLowerCase();
  const number = fictionalNumber(sequence);
  return enterprise({
    ...facts,
    number,
    contacts: [contact(`${facts.key}-${first}`, person, facts.key, capacity, phone)],
  });
}
