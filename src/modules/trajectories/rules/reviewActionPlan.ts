import type { PlainDate } from '#shared/dates.ts';
import type { ActionPlan } from './actionPlan.ts';
import { missing, textFindings, thin, wordCount, type Finding } from './findings.ts';

export interface ActionPlanFacts {
  readonly today: PlainDate;
  /** Ids of the goals of the approved plan. */
  readonly agreedGoalIds: readonly string[];
}

function reviewGoals(actionPlan: ActionPlan, { agreedGoalIds }: ActionPlanFacts): readonly Finding[] {
  const gone = agreedGoalIds.filter((id) => !actionPlan.goals.some((goal) => goal.id === id));
  const found: Finding[] =
    gone.length > 0 ? [missing('goals', 'finding.outcome.goalGone', { count: gone.length })] : [];
  for (const [at, goal] of actionPlan.goals.entries()) {
    const path = `goals.${at}`;
    const number = at + 1;
    if (goal.outcome === '') {
      found.push(missing(`${path}.outcome`, 'finding.outcome.open', { number }));
      continue;
    }
    if (goal.outcome === 'not_done') {
      if (wordCount(goal.why) === 0) found.push(missing(`${path}.why`, 'finding.outcome.why', { number }));
    } else
      found.push(
        ...textFindings(
          `${path}.result`,
          goal.result,
          { empty: 'finding.outcome.result', short: 'finding.outcome.resultShort' },
          4,
          { number },
        ),
      );
    if (goal.outcome === 'done') continue;
    if (goal.reason === '') found.push(missing(`${path}.reason`, 'finding.outcome.reason', { number }));
    if (goal.outcome !== 'not_done' && wordCount(goal.why) === 0)
      found.push(missing(`${path}.why`, 'finding.outcome.why', { number }));
  }
  return found;
}

function reviewPractices({ practices }: ActionPlan, { today }: ActionPlanFacts): readonly Finding[] {
  return practices.flatMap((practice, at) => {
    const path = `practices.${at}`;
    const number = at + 1;
    const found: Finding[] = [
      ...textFindings(
        `${path}.what`,
        practice.what,
        { empty: 'finding.practice.what', short: 'finding.practice.whatShort' },
        2,
        { number },
      ),
    ];
    if (practice.embedding === '') found.push(missing(`${path}.embedding`, 'finding.practice.embedding', { number }));
    if (wordCount(practice.owner) === 0) found.push(missing(`${path}.owner`, 'finding.practice.owner', { number }));
    if (practice.since === null) found.push(thin(`${path}.since`, 'finding.practice.since', { number }));
    else if (practice.since > today) found.push(missing(`${path}.since`, 'finding.practice.future', { number }));
    return found;
  });
}

function reviewNext({ next }: ActionPlan, { today }: ActionPlanFacts): readonly Finding[] {
  return next.flatMap((action, at) => {
    const path = `next.${at}`;
    const number = at + 1;
    const found: Finding[] = [
      ...textFindings(`${path}.what`, action.what, { empty: 'finding.next.what', short: 'finding.next.whatShort' }, 2, {
        number,
      }),
    ];
    if (wordCount(action.owner) === 0) found.push(missing(`${path}.owner`, 'finding.next.owner', { number }));
    if (action.on === null) found.push(missing(`${path}.on`, 'finding.next.on', { number }));
    else if (action.on < today) found.push(missing(`${path}.on`, 'finding.next.past', { number }));
    return found;
  });
}

/**
 * What an action plan still needs before both sides are asked to confirm it: the outcome of each agreed goal (and why, when
 * it went otherwise), at least one practice that stays or one next action, each with an owner, and how it stays alive.
 */
export function reviewActionPlan(actionPlan: ActionPlan, facts: ActionPlanFacts): readonly Finding[] {
  const nothingStays = actionPlan.practices.length === 0 && actionPlan.next.length === 0;
  return [
    ...reviewGoals(actionPlan, facts),
    ...(nothingStays
      ? [missing('practices', 'finding.practices.none')]
      : [
          ...(actionPlan.practices.length === 0 ? [thin('practices', 'finding.practices.few')] : []),
          ...(actionPlan.next.length === 0 ? [thin('next', 'finding.next.none')] : []),
        ]),
    ...reviewPractices(actionPlan, facts),
    ...reviewNext(actionPlan, facts),
    ...textFindings(
      'embedding',
      actionPlan.embedding,
      { empty: 'finding.embedding.missing', short: 'finding.embedding.short' },
      5,
    ),
  ];
}
