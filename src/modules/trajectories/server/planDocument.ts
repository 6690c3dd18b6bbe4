import type { Actor } from '#platform/server/actor.ts';
import { codeLabel } from '#modules/programmes/index.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { readPeople } from '#platform/server/people.ts';
import { textFor } from '#platform/text/index.ts';
import { dayInBrussels } from '#shared/dates.ts';
import { dayText } from '#shared/dayText.ts';
import { formatEuro, formatHours } from '#shared/hours.ts';
import type { Locale } from '#shared/localised.ts';
import type { PlanOfApproachDocument } from '../documents/planOfApproach.ts';
import { planCost, planPeriod, type PlanAction, type PlanOfApproach } from '../rules/plan.ts';
import { remarkPlace } from '../rules/planView.ts';
import { texts } from '../text/index.ts';
import type { TrajectoryHandle } from './handle.ts';
import { readKnownFacts } from './knownFacts.ts';
import { listSubmissions, readPlanRow, type PlanRow, type SubmissionRow } from './planStore.ts';
import { readPrintedFacts } from './printedFacts.ts';
import { isOffice } from './reader.ts';

/** The plan as it stands on paper, in the enterprise's language; undefined while there is none. Remarks are for the office. */
export async function planDocument(
  db: Db,
  trajectory: TrajectoryHandle,
  actor: Actor,
): Promise<PlanOfApproachDocument | undefined> {
  const locale = trajectory.enterpriseLocale;
  const t = textFor(texts, locale);
  const row = await readPlanRow(db, trajectory.id);
  if (!row) return undefined;
  const plan = row.content;
  const [last] = await listSubmissions(db, trajectory.id);
  const { intake } = await readKnownFacts(db, trajectory);
  return {
    facts: await readPrintedFacts(db, trajectory, locale, { period: planPeriod(plan), version: `${row.version}` }),
    title: t('plan.title'),
    lead: intake?.question ?? '',
    needs: plan.needs.map((need, at) => ({ theme: themeOf(need.theme, at, locale), text: need.words })),
    goals: plan.goals.map((goal, at) => ({
      number: `${at + 1}`,
      title: goal.title,
      needs: plan.needs.flatMap((need, nth) =>
        goal.needIds.includes(need.id) ? [themeOf(need.theme, nth, locale)] : [],
      ),
      actions: plan.actions.filter((action) => action.goalId === goal.id).map((action) => printed(action, locale)),
    })),
    ...money(plan, locale),
    expectations: {
      ofEnterprise: paragraphs(plan.expectations.enterprise),
      ofGuide: paragraphs(plan.expectations.guide),
    },
    approval: {
      status: row.state,
      text: await verdictLine(db, row, last, locale),
      remarks: isOffice(actor, trajectory) && row.state === 'returned' ? remarks(last, plan, locale) : [],
    },
    createdAt: row.changedAt,
  };
}

/** By whom and when the plan was judged, while that verdict stands. */
async function verdictLine(db: Db, row: PlanRow, last: SubmissionRow | undefined, locale: Locale): Promise<string> {
  if (!last?.judgedAt || !last.judgedBy || row.state === 'draft' || row.state === 'submitted') return '';
  const people = await readPeople(db, [last.judgedBy]);
  return textFor(texts, locale)('plan.page.judgedOn', {
    day: dayText(dayInBrussels(last.judgedAt), locale),
    name: people.get(last.judgedBy)?.name ?? '—',
  });
}

const paragraphs = (text: string): readonly string[] => text.split(/\n+/u).filter((line) => line !== '');

function themeOf(theme: string, at: number, locale: Locale): string {
  return theme === ''
    ? textFor(texts, locale)('plan.need', { number: at + 1 })
    : codeLabel('needThemes', theme, locale);
}

function printed(action: PlanAction, locale: Locale) {
  const who = [...action.roles.map((role) => codeLabel('participants', role, locale)), action.who, action.partner];
  const days = [action.start, action.end].flatMap((day) => (day ? [dayText(day, locale, 'short')] : []));
  return {
    what: action.what,
    hours: action.hours === null ? '' : formatHours(action.hours, locale),
    who: who.filter((one) => one !== '').join(', '),
    when: days.join(' – '),
    expected: action.expectedResult,
  };
}

function money(plan: PlanOfApproach, locale: Locale): Pick<PlanOfApproachDocument, 'totalHours' | 'cost'> {
  const t = textFor(texts, locale);
  const { hours, totalCents, ownContributionCents, programmeCents } = planCost(plan);
  const written = formatHours(hours, locale);
  const notes = [
    t('plan.page.own', { amount: formatEuro(ownContributionCents, locale) }),
    ...(programmeCents === null ? [] : [t('plan.page.aid', { amount: formatEuro(programmeCents, locale) })]),
    plan.cost.remark,
  ];
  return {
    totalHours: written,
    cost: {
      rows:
        totalCents === null
          ? []
          : [{ item: t('plan.page.guidanceHours', { hours: written }), amount: formatEuro(totalCents, locale) }],
      total: totalCents === null ? '—' : formatEuro(totalCents, locale),
      note: notes.filter((note) => note !== '').join('\n'),
    },
  };
}

/** The remarks with the name of their place, as it is numbered in the plan. */
function remarks(submission: SubmissionRow | undefined, plan: PlanOfApproach, locale: Locale) {
  const t = textFor(texts, locale);
  return (submission?.remarks ?? []).map(({ section, words }) => {
    const { key, params } = remarkPlace(section, plan);
    return { section: t(key, params), text: words };
  });
}
