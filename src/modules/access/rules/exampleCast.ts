import type { GrantPlace } from './inviting.ts';
import type { PersonRole } from './who.ts';

/** A role somebody of the example holds; `provider` and the lot in `place` say around which case they work. */
export interface ExampleHolder {
  readonly person: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly place: GrantPlace;
  readonly provider: string | null;
}

export interface CastMember {
  readonly person: string;
  readonly name: string;
  readonly places: readonly GrantPlace[];
}

/** In the order of the story: who finds and helps an enterprise, the enterprise itself, who follows the whole. */
const order: readonly PersonRole[] = [
  'provider_member',
  'consultant',
  'enterprise_lead',
  'lot_coordinator',
  'programme_manager',
  'evaluator',
  'auditor',
];

/**
 * The people of the example by role, each once with all their places. First come the people around one case, so that a
 * visitor who takes the first of each role sees the same enterprise from every side; of those, who has one role only.
 */
export function exampleCast(holders: readonly ExampleHolder[]): { role: PersonRole; people: CastMember[] }[] {
  const helped = new Set(holders.filter(({ role }) => role === 'consultant').map(({ place }) => place.id));
  const leads = holders.filter(({ role }) => role === 'enterprise_lead');
  const main = leads.find(({ place }) => helped.has(place.id)) ?? leads[0];
  const rolesOf = new Map<string, Set<PersonRole>>();
  for (const { person, role } of holders) rolesOf.set(person, (rolesOf.get(person) ?? new Set()).add(role));

  const distance = (holder: ExampleHolder): number => {
    if (!main) return 0;
    if (holder.place.id === main.place.id) return 0;
    if (holder.provider !== null && holder.provider === main.provider) return 2;
    return holder.place.lot !== null && holder.place.lot === main.place.lot ? 4 : 6;
  };
  const rank = (holder: ExampleHolder) => distance(holder) + (rolesOf.get(holder.person)!.size > 1 ? 1 : 0);

  return order
    .map((role) => {
      const people = new Map<string, CastMember>();
      const inRole = holders.filter((holder) => holder.role === role).sort((a, b) => rank(a) - rank(b));
      for (const { person, name, place } of inRole)
        people.set(person, { person, name, places: [...(people.get(person)?.places ?? []), place] });
      return { role, people: [...people.values()] };
    })
    .filter(({ people }) => people.length > 0);
}
