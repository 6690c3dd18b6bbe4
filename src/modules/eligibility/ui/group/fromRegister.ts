import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import type { RegisterFacts } from '#modules/register/index.ts';
import type { MembersFound } from '../../rules/membersFound.ts';
import type { EntryForm, GroupForm } from './groupForm.ts';

/** What the register says of an enterprise, as far as a member of a group starts from it. */
export type FoundMember = Pick<RegisterFacts, 'number' | 'name' | 'naturalPerson' | 'startsOn'> & {
  readonly hints: Pick<RegisterFacts['hints'], 'kind'>;
};

export interface Taken {
  readonly group: GroupForm;
  /** `already`: it is in the group, so nothing was filled in; `nothing`: there is nobody to fill in. */
  readonly outcome: 'filled' | 'already' | 'nothing';
}

/** What a button asked of the register for one member, where the page came back for it. */
export interface Sought {
  readonly id: string;
  readonly outcome?: Taken['outcome'] | undefined;
  /** What to choose from. */
  readonly search?: MembersFound | undefined;
}

const bare = (number: string) => number.replaceAll(/\D/g, '');

/**
 * Fills a member in with what the register says. Name, number and country come from there, whatever stood there. The first day
 * and the kind give way only to another enterprise than before, or when nothing was said yet. Percentages, figures and
 * everything else stay as they are typed. Of a natural person nothing is taken over.
 * @param own the number of the enterprise that it is all about
 */
export function takeInto(group: GroupForm, id: string, found: FoundMember, own: string): Taken {
  const member = group.members.find((one) => one.id === id);
  if (!member || id === group.subject || member.kind === 'naturalPerson' || found.naturalPerson)
    return { group, outcome: 'nothing' };
  const others = group.members.filter((one) => one.id !== id && one.id !== group.subject);
  if ([own, ...others.map(({ number }) => number)].some((number) => bare(number) === found.number))
    return { group, outcome: 'already' };
  const filled = fill(member, found);
  return {
    group: { ...group, members: group.members.map((one) => (one === member ? filled : one)) },
    outcome: 'filled',
  };
}

function fill(member: EntryForm, found: FoundMember): EntryForm {
  const before = bare(member.number);
  const another = before !== '' && before !== found.number;
  const isBody = found.hints.kind === 'local_authority';
  // What kind of investor somebody is no register says: that answer stays.
  const open = ['', 'enterprise'].includes(member.kind) || (another && member.kind === 'publicBody');
  return {
    ...member,
    kind: open ? (isBody ? 'publicBody' : 'enterprise') : member.kind,
    name: found.name,
    number: formatEnterpriseNumber(found.number),
    country: 'BE',
    since: member.since === '' || another ? (found.startsOn ?? '') : member.since,
  };
}
