import { codeLabel } from '#modules/programmes/index.ts';
import { notFound } from '#platform/server/errors.ts';
import { query } from '#platform/server/operation.ts';
import type { Download } from '#platform/server/door.ts';
import { readPeople } from '#platform/server/people.ts';
import { textFor } from '#platform/text/index.ts';
import { dayInBrussels } from '#shared/dates.ts';
import { dayText } from '#shared/dayText.ts';
import { formatEuro, formatHours } from '#shared/hours.ts';
import type { Locale } from '#shared/localised.ts';
import { renderPlanOfApproach, type PlanOfApproachDocument } from '../documents/planOfApproach.ts';
import { TrajectoryInput } from '../inputs.ts';
import { planCost, planPeriod, type PlanAction, type PlanOfApproach } from '../rules/plan.ts';
import { remarkPlace } from '../rules/planView.ts';
import { texts } from '../text/index.ts';
import { trajectoryHandle } from './handle.ts';
import { readKnownFacts } from './knownFacts.ts';
import { listSubmissions, readPlanRow, type SubmissionRow } from './planStore.ts';
import { readPrintedFacts } from './printedFacts.ts';
import { isOffice } from './reader.ts';

/** The plan as tagged PDF in the enterprise's language, in whatever state it is: the state is printed on it. */
export const printPlan = query({
  name: 'trajectories.printPlan',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor }): Promise<Download> {
    const locale = trajectory.enterpriseLocale;
    const t = textFor(texts, locale);
    const row = await readPlanRow(db, trajectory.id);
    if (!row) throw notFound();
    const plan = row.content;
    const [last] = await listSubmissions(db, trajectory.id);
    const known = await readKnownFacts(db, trajectory);
    const bytes = await renderPlanOfApproach(
      {
        facts: await readPrintedFacts(db, trajectory, locale, { period: planPeriod(plan), version: `${row.version}` }),
        title: t('plan.title'),
        lead: known.intake?.question ?? '',
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
          text: await verdictLine(last),
          remarks: isOffice(actor, trajectory) && row.state === 'returned' ? remarks(last, plan, locale) : [],
        },
        createdAt: row.changedAt,
      },
      locale,
    );
    return { name: `${t('plan.title')} ${trajectory.enterpriseName}.pdf`, mediaType: 'application/pdf', bytes };

    async function verdictLine(submission: SubmissionRow | undefined): Promise<string> {
      if (!submission?.judgedAt || !submission.judgedBy || row!.state === 'draft' || row!.state === 'submitted')
        return '';
      const people = await readPeople(db, [submission.judgedBy]);
      return t('plan.page.judgedOn', {
        day: dayText(dayInBrussels(submission.judgedAt), locale),
        name: people.get(submission.judgedBy)?.name ?? '—',
      });
    }
  },
});

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
