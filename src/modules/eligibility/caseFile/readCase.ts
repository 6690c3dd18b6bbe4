import { type CareKind, type OrganisationKind } from '#modules/enterprises/index.ts';
import type { CommitteeFact, ProgrammeDefinition } from '#modules/programmes/index.ts';
import { quoted } from '#platform/datafiles/problem.ts';
import type { PlainDate } from '#shared/dates.ts';
import { aidRegulationIds, regulationId } from '../rules/aidParameters.ts';
import type { DeclaredAid, EligibilityFacts } from '../rules/facts.ts';
import type { GroupFacts } from '../rules/group/groupFacts.ts';
import { withoutPeriods } from '../rules/group/groupProblems.ts';
import { careOf, carriesByRoad } from './activities.ts';
import { Field } from './field.ts';
import { readGroup, refuseOtherCurrency } from './readGroup.ts';

export interface EligibilityCase {
  readonly facts: EligibilityFacts;
  readonly programme: ProgrammeDefinition;
}

const caseFields = [
  'date',
  'subject',
  'programme',
  'organisation',
  'careKind',
  'enterprises',
  'holdings',
  'events',
  'jointCommittees',
  'aid',
  'grant',
  'fiscalYearStartMonth',
  'currency',
];
const aidFields = ['undertaking', 'date', 'regulation', 'amount', 'grantor', 'usedBy', 'currency'];
const localAuthorities = ['localAuthority', 'smallLocalAuthority'];

/**
 * Reads a case as issue and guide describe it (docs/eligibility.md): euro, percent, `YYYY-MM-DD`.
 * @throws CaseRefusal for what cannot be decided on; a figure that is merely not known is no refusal
 */
export function readCase(json: unknown, programmes: readonly ProgrammeDefinition[]): EligibilityCase {
  const file = new Field(json, []);
  refuseOtherCurrency(file);
  file.refuseSlips(caseFields);
  const date = file.at('date').date();
  const programme = programmeOf(file.at('programme'), programmes);
  const group = readGroup(file, date);
  const subject = group.enterprises[group.subject]!;
  const organisationKind = kindOf(file, group);
  const given = file.at('enterprises').at(group.subject);
  const activities = given.at('activities').maybe((field) => field.items().map((item) => item.text())) ?? [];
  const care = given.at('careKind').given ? given.at('careKind') : file.at('careKind');
  const facts: EligibilityFacts = {
    date,
    organisationKind,
    careKind: care.maybe(readCare) ?? careOf(activities),
    periods: subject.periods ?? [],
    group,
    jointCommittees: file.at('jointCommittees').maybe((field) => field.items().map(readCommittee)) ?? [],
    declaredAid: file.at('aid').maybe((field) => field.items().map((line) => readAid(line, group))),
    roadFreight: carriesByRoad(activities) || undefined,
    fiscalYearStartMonth: file.at('fiscalYearStartMonth').maybe((field) => field.number({ minimum: 1, maximum: 12 })),
    grant: readGrant(file.at('grant'), programme),
  };
  if (organisationKind !== 'local_authority') refuseMissingPeriods(file, group, date);
  return { facts, programme };
}

function programmeOf(field: Field, programmes: readonly ProgrammeDefinition[]): ProgrammeDefinition {
  if (!field.given && programmes.length === 1) return programmes[0]!;
  const code = field.choice(
    programmes.map((each) => each.code),
    'programme that we know',
  );
  return programmes.find((each) => each.code === code)!;
}

function kindOf(file: Field, group: GroupFacts): OrganisationKind {
  const { subject, enterprises } = group;
  const kind = enterprises[subject]?.kind ?? 'enterprise';
  if (localAuthorities.includes(kind)) return 'local_authority';
  const place = file.at('enterprises').at(subject).at('kind');
  if (kind === 'naturalPerson')
    place.refuse('a person is no enterprise', 'Write "enterprise" for somebody who is self-employed.');
  if (kind === 'publicBody')
    place.refuse('this programme is not for public bodies', 'Write "localAuthority" for a municipality.');
  const organisation = file
    .at('organisation')
    .maybe((field) => field.choice(['enterprise', 'socialProfit'], 'kind of organisation'));
  return organisation === 'socialProfit' ? 'social_profit' : 'enterprise';
}

const cares: Readonly<Record<string, CareKind>> = {
  childcare: 'childcare',
  homeCare: 'home_care',
  elderlyCare: 'elderly_care',
  other: 'other',
};

const readCare = (field: Field): CareKind => cares[field.choice(Object.keys(cares), 'care that we know')]!;

function readCommittee(field: Field): CommitteeFact {
  const number = field.at('number');
  return {
    // Who types 303.1 without quotes means 303.01.
    number: typeof number.value === 'number' ? String(number.value) : number.text(),
    workers: field.at('workers').maybe((workers) => workers.number()),
  };
}

function readAid(line: Field, group: GroupFacts): DeclaredAid {
  refuseOtherCurrency(line);
  line.refuseSlips(aidFields);
  const named = new Set([
    ...Object.keys(group.enterprises),
    ...(group.events ?? []).flatMap(({ from, into }) => [...from, ...into.map(({ id }) => id)]),
  ]);
  const who = (field: Field): string => {
    const id = field.text();
    if (!named.has(id))
      field.refuse(`there is no enterprise ${quoted(id)}`, 'Add it to "enterprises", or mend the name.');
    return id;
  };
  return {
    date: line.at('date').maybe((field) => field.date()),
    undertaking: line.at('undertaking').maybe(who) ?? group.subject,
    usedBy: line.at('usedBy').maybe(who),
    grantor: line.at('grantor').maybe((field) => field.text()),
    regulation: line.at('regulation').maybe(readRegulation),
    amountCents: line.at('amount').maybe((field) => field.euro()),
  };
}

function readRegulation(field: Field): string {
  const id = regulationId(field.text());
  if (!aidRegulationIds.includes(id))
    field.refuse(
      `"${id}" is no de minimis regulation that we know`,
      `Write one of: ${aidRegulationIds.join(', ')}; leave other aid out.`,
    );
  return id;
}

function readGrant(field: Field, programme: ProgrammeDefinition): EligibilityFacts['grant'] {
  if (!field.given) return { amountCents: programme.pricePerTrajectoryCents, regulation: programme.aidRegulation };
  refuseOtherCurrency(field);
  return {
    amountCents: field.at('amount').maybe((amount) => amount.euro()),
    regulation: field.at('regulation').maybe(readRegulation) ?? programme.aidRegulation,
  };
}

/** Whoever counts for the size has figures; which ones is known only once the ownership is read. */
function refuseMissingPeriods(file: Field, group: GroupFacts, date: PlainDate): void {
  for (const id of withoutPeriods(group, date))
    file
      .at('enterprises')
      .at(id)
      .at('periods')
      .refuse(
        'the periods are missing, and its figures count',
        'Add the last closed accounting periods, or an estimate ("estimate": true) when it has none.',
      );
}
