import type { PlainDate } from '#shared/dates.ts';
import { missing, textFindings, thin, wordCount, type Finding } from './findings.ts';
import { planCost, plannedHours, type PlanOfApproach } from './plan.ts';
import { fingerprint, looksCopied, type Fingerprint } from './similarity.ts';

export interface PlanFacts {
  /** The most hours that the programme pays for in one trajectory; null when it sets none. */
  readonly maximumHours: number | null;
  /** What the programme pays for one trajectory; null when it fixes no price. */
  readonly maximumCents: number | null;
  /** The themes of the programme's code book; empty when they are not checked. */
  readonly themes: readonly string[];
  readonly agreedOn: PlainDate | null;
  /** The last day on which guidance can be given. */
  readonly lastDay: PlainDate | null;
  /** Texts of other plans (of the same guide or fund), to recognise what was copied. */
  readonly otherPlans: readonly { readonly texts: readonly string[] }[];
}

function reviewNeeds(plan: PlanOfApproach, { themes }: PlanFacts): readonly Finding[] {
  if (plan.needs.length === 0) return [missing('needs', 'finding.needs.none')];
  return plan.needs.flatMap((need, at) => {
    const path = `needs.${at}`;
    const number = at + 1;
    const found: Finding[] = [];
    if (need.theme === '') found.push(missing(`${path}.theme`, 'finding.need.theme', { number }));
    else if (themes.length > 0 && !themes.includes(need.theme))
      found.push(missing(`${path}.theme`, 'finding.need.themeUnknown', { number }));
    found.push(
      ...textFindings(
        `${path}.words`,
        need.words,
        { empty: 'finding.need.words', short: 'finding.need.wordsShort' },
        5,
        { number },
      ),
    );
    // A need that waits for later stays in the plan: it is known, and the next plan begins with it.
    if (!plan.goals.some((goal) => goal.needIds.includes(need.id)))
      found.push(thin(path, 'finding.need.noGoal', { number }));
    return found;
  });
}

function reviewGoals(plan: PlanOfApproach): readonly Finding[] {
  if (plan.goals.length === 0) return [missing('goals', 'finding.goals.none')];
  return plan.goals.flatMap((goal, at) => {
    const path = `goals.${at}`;
    const number = at + 1;
    const found: Finding[] = [
      ...textFindings(
        `${path}.title`,
        goal.title,
        { empty: 'finding.goal.title', short: 'finding.goal.titleShort' },
        2,
        { number },
      ),
      ...textFindings(
        `${path}.expectedResult`,
        goal.expectedResult,
        { empty: 'finding.goal.result', short: 'finding.goal.resultShort' },
        5,
        { number },
      ),
    ];
    if (!goal.needIds.some((id) => plan.needs.some((need) => need.id === id)))
      found.push(missing(`${path}.needIds`, 'finding.goal.noNeed', { number }));
    if (!plan.actions.some((action) => action.goalId === goal.id))
      found.push(missing(path, 'finding.goal.noAction', { number }));
    return found;
  });
}

function reviewActions(plan: PlanOfApproach, { agreedOn, lastDay }: PlanFacts): readonly Finding[] {
  return plan.actions.flatMap((action, at) => {
    const path = `actions.${at}`;
    const number = at + 1;
    const found: Finding[] = [
      ...textFindings(
        `${path}.what`,
        action.what,
        { empty: 'finding.action.what', short: 'finding.action.whatShort' },
        3,
        { number },
      ),
    ];
    const add = (field: string, key: string, params: Finding['params'] = {}) =>
      found.push(missing(`${path}.${field}`, key, { number, ...params }));
    if (!plan.goals.some((goal) => goal.id === action.goalId)) add('goalId', 'finding.action.noGoal');
    if (action.hours === null || action.hours <= 0) add('hours', 'finding.action.hours');
    if (action.roles.length === 0 && wordCount(action.who) === 0) add('who', 'finding.action.who');
    if (action.start === null) add('start', 'finding.action.start');
    if (action.end === null) add('end', 'finding.action.end');
    if (action.start !== null && action.end !== null && action.end < action.start)
      add('end', 'finding.action.endFirst', { start: action.start });
    if (agreedOn !== null && action.start !== null && action.start < agreedOn)
      add('start', 'finding.action.beforeAgreement', { day: agreedOn });
    if (lastDay !== null && action.end !== null && action.end > lastDay)
      add('end', 'finding.action.afterProgramme', { day: lastDay });
    if (wordCount(action.expectedResult) === 0)
      found.push(thin(`${path}.expectedResult`, 'finding.action.result', { number }));
    return found;
  });
}

function reviewWhole(plan: PlanOfApproach, { maximumHours, maximumCents }: PlanFacts): readonly Finding[] {
  const found: Finding[] = [];
  const hours = plannedHours(plan);
  if (maximumHours !== null && hours > maximumHours)
    found.push(missing('actions', 'finding.hours.over', { hours, maximum: maximumHours, over: hours - maximumHours }));
  for (const side of ['enterprise', 'guide'] as const)
    found.push(
      ...textFindings(
        `expectations.${side}`,
        plan.expectations[side],
        { empty: `finding.expectations.${side}`, short: 'finding.expectations.short' },
        5,
      ),
    );
  if (plan.approach.participation === '') found.push(thin('approach.participation', 'finding.approach.participation'));
  if (plan.approach.tailoring === '') found.push(thin('approach.tailoring', 'finding.approach.tailoring'));
  if (plan.approach.effects.length === 0) found.push(thin('approach.effects', 'finding.approach.effects'));
  const { totalCents } = planCost(plan);
  const own = plan.cost.ownContributionCents;
  if (totalCents === null) found.push(missing('cost.rateCents', 'finding.cost.rate'));
  if (own === null) found.push(missing('cost.ownContributionCents', 'finding.cost.own'));
  else if (totalCents !== null && own > totalCents)
    found.push(missing('cost.ownContributionCents', 'finding.cost.ownOver', { total: totalCents / 100 }));
  // What the enterprise pays itself is no cost of the programme.
  const granted = totalCents === null ? 0 : totalCents - Math.min(own ?? 0, totalCents);
  if (maximumCents !== null && granted > maximumCents)
    found.push(thin('cost.rateCents', 'finding.cost.over', { granted: granted / 100, price: maximumCents / 100 }));
  return found;
}

interface PlacedText {
  readonly path: string;
  readonly section: 'needs' | 'goals' | 'actions' | 'expectations';
  readonly number: number;
  readonly print: Fingerprint;
}

function placedTexts(plan: PlanOfApproach): readonly PlacedText[] {
  const place = (section: PlacedText['section'], path: string, number: number, text: string): PlacedText => ({
    section,
    path,
    number,
    print: fingerprint(text),
  });
  return [
    ...plan.needs.map((need, at) => place('needs', `needs.${at}.words`, at + 1, need.words)),
    ...plan.goals.flatMap((goal, at) => [
      place('goals', `goals.${at}.title`, at + 1, goal.title),
      place('goals', `goals.${at}.expectedResult`, at + 1, goal.expectedResult),
    ]),
    ...plan.actions.flatMap((action, at) => [
      place('actions', `actions.${at}.what`, at + 1, action.what),
      place('actions', `actions.${at}.expectedResult`, at + 1, action.expectedResult),
    ]),
    place('expectations', 'expectations.enterprise', 1, plan.expectations.enterprise),
    place('expectations', 'expectations.guide', 2, plan.expectations.guide),
  ];
}

/** Every text of a plan that is compared with others; hand them on as `otherPlans`. */
export function planTexts(plan: PlanOfApproach): readonly string[] {
  return [
    ...plan.needs.map((need) => need.words),
    ...plan.goals.flatMap((goal) => [goal.title, goal.expectedResult]),
    ...plan.actions.flatMap((action) => [action.what, action.expectedResult]),
    plan.expectations.enterprise,
    plan.expectations.guide,
  ].filter((text) => text !== '');
}

function reviewCopies(plan: PlanOfApproach, { otherPlans }: PlanFacts): readonly Finding[] {
  const texts = placedTexts(plan);
  const others = otherPlans.map((other) => other.texts.map(fingerprint));
  return texts.flatMap(({ path, print }, at): readonly Finding[] => {
    const earlier = texts.slice(0, at).find((before) => looksCopied(before.print, print));
    const plans = others.filter((other) => other.some((text) => looksCopied(text, print))).length;
    return [
      ...(earlier
        ? [
            {
              path,
              severity: 'copied',
              key: 'finding.copied.within',
              params: { section: earlier.section, number: earlier.number },
            } as const,
          ]
        : []),
      ...(plans > 0
        ? [{ path, severity: 'copied', key: 'finding.copied.plans', params: { count: plans } } as const]
        : []),
    ];
  });
}

/**
 * What a plan of approach still needs before it is submitted, in the order of its sections. `missing` blocks; `thin` (few
 * words, or something that most plans tell) and `copied` (nearly the same text elsewhere) only warn: the reader decides.
 */
export function reviewPlan(plan: PlanOfApproach, facts: PlanFacts): readonly Finding[] {
  return [
    ...reviewNeeds(plan, facts),
    ...reviewGoals(plan),
    ...reviewActions(plan, facts),
    ...reviewWhole(plan, facts),
    ...reviewCopies(plan, facts),
  ];
}
