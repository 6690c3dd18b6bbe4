import { InvalidInput, type FieldIssue } from '#platform/server/errors.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { GroupDetails } from '../groupInputs.ts';
import type { EligibilityDetails } from '../inputs.ts';
import type { EligibilityFacts } from '../rules/facts.ts';
import type { GroupFacts, GroupPeriod, Member } from '../rules/group/groupFacts.ts';
import {
  aidProblems,
  groupProblems,
  periodProblems,
  sharesOf,
  withoutPeriods,
  type GivenGroup,
  type Problem,
} from '../rules/group/groupProblems.ts';

/** What the case knows and nobody types. */
export interface CaseFrame {
  readonly date: PlainDate;
  readonly grant: EligibilityFacts['grant'];
  /** Enterprise number of who it is about. */
  readonly number?: string | undefined;
}

/** The name that the enterprise itself has within its group, unless the input gives another. */
export const subjectId = 'subject';

const field = (path: Problem['path']): string => path.join('.');
const refuse = (problems: readonly Problem[]): void => {
  if (problems.length === 0) return;
  const issues = new Map<string, FieldIssue>();
  for (const { path, code, facts = {} } of problems)
    if (!issues.has(field(path)))
      issues.set(field(path), { path: field(path), textKey: `eligibility:error.${code}`, parameters: facts });
  throw new InvalidInput([...issues.values()]);
};
const under = (start: Problem['path'], problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, path: [...start, ...one.path] }));

/**
 * What was answered as facts of a rule. "None" and "not declared yet" are two things; an enterprise without a group is the
 * simplest case. @throws InvalidInput when it does not hold together, one message a field
 */
export function factsOf(details: EligibilityDetails, frame: CaseFrame): EligibilityFacts {
  const { aidDeclared, newEnterpriseEstimate, standAlone, publicHolding25, group: given } = details;
  // Who says that it stands alone has no group, whatever stands in fields that were folded away.
  const group = given && standAlone !== true && isDrawn(given) ? groupOf(given, details, frame) : undefined;
  // Aid without a receiver is its own.
  const own = group?.subject ?? given?.subject ?? subjectId;
  const declaredAid = details.declaredAid.map(({ undertaking, ...line }) =>
    undertaking === undefined || undertaking === own ? line : { ...line, undertaking },
  );
  refuse(under(['declaredAid'], aidProblems(declaredAid, group)));
  if (group && details.organisationKind !== 'local_authority') refuseMissingPeriods(group, given!, frame.date);
  const periods = details.periods.filter(({ estimate }) => estimate !== true);
  const estimate = hasFigure(newEnterpriseEstimate)
    ? newEnterpriseEstimate
    : details.periods.find((period) => period.estimate === true);
  if (!group) refuse(periodProblems(periods, new Set()));
  return {
    date: frame.date,
    organisationKind: details.organisationKind,
    careKind: details.careKind,
    periods: group ? [] : periods.map(({ consolidated: _none, estimate: _closed, ...period }) => period),
    ...(group ? { group } : { standAlone, publicHolding25 }),
    // A form sends the three fields of an estimate also when they are empty: that is no estimate.
    ...(!group && estimate ? { newEnterpriseEstimate: figuresOf(estimate) } : {}),
    jointCommittees: details.jointCommittees,
    declaredAid: aidDeclared || declaredAid.length > 0 ? declaredAid : undefined,
    ...(details.roadFreight ? { roadFreight: true } : {}),
    ...(details.fiscalYearStartMonth ? { fiscalYearStartMonth: details.fiscalYearStartMonth } : {}),
    grant: frame.grant,
  };
}

/** A group that names its enterprise is whole, also with nobody else in it; a form of which nothing was filled in names none. */
const isDrawn = ({ members, holdings, events, subject }: GroupDetails): boolean =>
  subject !== undefined || members.some(({ id }) => id !== subjectId) || holdings.length > 0 || events.length > 0;
const hasFigure = (figures: object | undefined): boolean =>
  Object.values(figures ?? {}).some((figure) => figure !== undefined);
const figuresOf = ({ headcount, turnoverCents, balanceCents }: Omit<GroupPeriod, 'year'>) => ({
  headcount,
  turnoverCents,
  balanceCents,
});

/** The figures of the enterprise itself stand with the case: they come first on the form, with a group or without. */
function groupOf(given: GroupDetails, details: EligibilityDetails, frame: CaseFrame): GroupFacts {
  const { subject = subjectId, members, holdings, events } = given;
  const whole: GivenGroup = { subject, members, holdings, events };
  const known = new Set([subject, ...members.map(({ id }) => id)]);
  if (given.subject !== undefined && members.length > 0 && !members.some(({ id }) => id === subject))
    refuse([{ path: ['group', 'subject'], code: 'unknownEntry', facts: { enterprise: subject } }]);
  refuse([...under(['group'], groupProblems(whole, frame.date)), ...periodProblems(details.periods, known)]);
  const own = members.find(({ id }) => id === subject);
  const estimate: readonly GroupPeriod[] = hasFigure(details.newEnterpriseEstimate)
    ? [{ year: Number(frame.date.slice(0, 4)), ...details.newEnterpriseEstimate, estimate: true }]
    : [];
  const entry = ({ id: _id, ...member }: (typeof members)[number]): Member => member;
  // Entries without a prototype: a name such as "__proto__" is a name.
  const enterprises = Object.create(null) as Record<string, Member>;
  enterprises[subject] = {
    ...(own && entry(own)),
    periods: own && own.periods.length > 0 ? own.periods : [...details.periods, ...estimate],
    number: frame.number,
  };
  for (const member of members) if (member.id !== subject) enterprises[member.id] = entry(member);
  return {
    subject,
    enterprises,
    holdings: holdings.map((holding) => ({ ...holding, ...sharesOf(holding) })),
    ...(events.length > 0 && { events }),
  };
}

function refuseMissingPeriods(group: GroupFacts, { members }: GroupDetails, date: PlainDate): void {
  refuse(
    withoutPeriods(group, date).map((id): Problem => {
      const at = members.findIndex((member) => member.id === id);
      const path = id === group.subject ? ['periods', 0, 'headcount'] : ['group', 'members', at, 'periods'];
      return { path, code: 'periodsMissing', facts: { enterprise: group.enterprises[id]?.name ?? id } };
    }),
  );
}
