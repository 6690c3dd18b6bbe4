import { emailLookup, newPersonKey, sealValues } from '#platform/server/sealing.ts';
import type { Random } from './random.ts';
import { mailbox, personName } from './words.ts';

/** A person as lines for `people` and `person_keys`: sealed under a key of their own, as everybody is. */
export function personLines(id: string, name: string, email: string, locale = 'nl'): { person: string; key: string } {
  const { key, wrapped } = newPersonKey(id);
  const sealed = sealValues(key, id, { name, email });
  return {
    person: [id, locale, emailLookup(email), bytes(sealed)].join('\t'),
    key: [id, bytes(wrapped)].join('\t'),
  };
}

/** COPY reads a backslash twice. */
const bytes = (buffer: Buffer): string => String.raw`\\x` + buffer.toString('hex');

export const personColumns = ['id', 'locale', 'email_lookup', 'sealed'] as const;
export const keyColumns = ['person_id', 'wrapped'] as const;

export interface Staff {
  readonly consultants: readonly string[];
  /** Members by the id of their fund; the one who was there already stands first. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** A consultant for a trajectory: some guide far more than others. */
  consultant(random: Random): string;
}

/** A consultant guides about so many trajectories over the years, a sector consultant follows more of them. */
const casesAConsultant = 125;
const casesAMember = 250;

/** Draws consultants and members of funds, with the lines that make them. */
export function drawStaff(
  random: Random,
  trajectories: number,
  funds: readonly { readonly id: string; readonly member: string | undefined; readonly cases: number }[],
  newId: () => string,
) {
  const lines = { people: [] as string[], keys: [] as string[], members: [] as { person: string; fund: string }[] };
  let sequence = 0;
  const add = (house: string) => {
    const id = newId();
    const name = personName(random);
    const { person, key } = personLines(id, name, `${mailbox(name, ++sequence)}@${house}.example.org`);
    lines.people.push(person);
    lines.keys.push(key);
    return id;
  };
  const count = Math.max(12, Math.round(trajectories / casesAConsultant));
  const consultants = Array.from({ length: count }, () => add('guidance'));
  const members = new Map(
    funds.map(({ id, member, cases }) => {
      const more = Array.from({ length: Math.floor(cases / casesAMember) }, () => add('fund'));
      for (const person of more) lines.members.push({ person, fund: id });
      return [id, [...(member ? [member] : []), ...more]] as const;
    }),
  );
  const staff: Staff = {
    consultants,
    members,
    consultant: (random) => consultants[Math.floor(consultants.length * random.next() ** 1.25)]!,
  };
  return { staff, lines };
}
