import { daysBetween, type PlainDate } from '#shared/dates.ts';
import { missing, thin, type Finding } from './findings.ts';
import { plannedHours, type PlanOfApproach } from './plan.ts';

/** A session of guidance: what is billed and what is told later. */
export interface Session {
  readonly id?: string;
  readonly guideId: string;
  readonly on: PlainDate;
  /** In quarters of an hour, 0.25 to 12. */
  readonly hours: number;
  /** People of the enterprise who were there. */
  readonly people: number;
  /** `sessionThemes` of the code book. */
  readonly theme: string;
  readonly notes: string;
}

export interface SessionFacts {
  readonly today: PlainDate;
  /** The granting date: what was done before it cannot be billed. Null before the agreement. */
  readonly agreedOn: PlainDate | null;
  readonly guideIds: readonly string[];
  /** Codes of the code book; empty when they are not checked. */
  readonly themes: readonly string[];
  /** Sessions of this trajectory that are recorded already. */
  readonly recorded: readonly Session[];
}

export const sessionBounds = { leastHours: 0.25, mostHours: 12, mostPeople: 500 } as const;

const inQuarters = (hours: number): boolean => Number.isFinite(hours) && hours * 4 === Math.round(hours * 4);

/**
 * What keeps a session from being recorded (`missing`), and what one may want to look at again (`thin`): the same session
 * twice, a day of more than twelve hours, a session of more than a year ago. Paths are the fields of the form.
 */
export function checkSession(session: Session, facts: SessionFacts): readonly Finding[] {
  const found: Finding[] = [];
  const { leastHours, mostHours, mostPeople } = sessionBounds;
  if (facts.agreedOn === null) found.push(missing('on', 'finding.session.noAgreement'));
  else if (session.on < facts.agreedOn)
    found.push(missing('on', 'finding.session.beforeAgreement', { day: facts.agreedOn }));
  if (session.on > facts.today) found.push(missing('on', 'finding.session.future'));
  else if (daysBetween(session.on, facts.today) > 366)
    found.push(thin('on', 'finding.session.longAgo', { day: session.on }));
  if (!inQuarters(session.hours) || session.hours < leastHours || session.hours > mostHours)
    found.push(missing('hours', 'finding.session.hours', { least: leastHours, most: mostHours }));
  if (!Number.isInteger(session.people) || session.people < 1 || session.people > mostPeople)
    found.push(missing('people', 'finding.session.people', { most: mostPeople }));
  if (session.theme === '' || (facts.themes.length > 0 && !facts.themes.includes(session.theme)))
    found.push(missing('theme', 'finding.session.theme'));
  if (!facts.guideIds.includes(session.guideId)) found.push(missing('guideId', 'finding.session.guide'));

  const others = facts.recorded.filter((other) => other.id === undefined || other.id !== session.id);
  const sameDay = others.filter((other) => other.on === session.on && other.guideId === session.guideId);
  if (sameDay.some((other) => other.hours === session.hours && other.theme === session.theme))
    found.push(thin('', 'finding.session.twice', { day: session.on }));
  else if (inQuarters(session.hours) && sumHours([...sameDay, session]) > mostHours)
    found.push(thin('hours', 'finding.session.longDay', { hours: sumHours([...sameDay, session]), day: session.on }));
  return found;
}

/** Hours together, exact to the quarter. */
export function sumHours(sessions: readonly Pick<Session, 'hours'>[]): number {
  return sessions.reduce((quarters, session) => quarters + Math.round(session.hours * 4), 0) / 4;
}

/** Hours per guide, most hours first. */
export function hoursPerGuide(
  sessions: readonly Pick<Session, 'hours' | 'guideId'>[],
): readonly { readonly guideId: string; readonly hours: number }[] {
  const guides = [...new Set(sessions.map((session) => session.guideId))];
  return guides
    .map((guideId) => ({ guideId, hours: sumHours(sessions.filter((session) => session.guideId === guideId)) }))
    .sort((a, b) => b.hours - a.hours || (a.guideId < b.guideId ? -1 : 1));
}

/** Hours of the plan, used and left. `left` is never negative; what goes beyond the plan is `over`. */
export function hoursLeft(
  plan: Pick<PlanOfApproach, 'actions'>,
  sessions: readonly Pick<Session, 'hours'>[],
): { readonly planned: number; readonly used: number; readonly left: number; readonly over: number } {
  const planned = plannedHours(plan);
  const used = sumHours(sessions);
  return { planned, used, left: Math.max(0, planned - used), over: Math.max(0, used - planned) };
}
