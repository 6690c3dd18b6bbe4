import type { EligibilityFacts } from '#modules/eligibility/index.ts';
import type { CodeIn } from '#modules/programmes/index.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';
import type { ActionPlan, GoalOutcome } from '../../../src/modules/trajectories/rules/actionPlan.ts';
import type { PlanOfApproach } from '../../../src/modules/trajectories/rules/plan.ts';
import { euro } from '../build.ts';
import type { SeedEnterprise, SeedSession } from '../shape.ts';
import { drawSessions } from './shares.ts';
import type { Random } from './random.ts';

const notes = [
  'Samen bekeken wat er al is en wat ontbreekt.',
  'In kleine groepen gewerkt. Iedereen kwam aan het woord.',
  'De ploeg koos zelf waarmee ze begint.',
  'Goed op weg. Tegen de volgende keer proberen ze het zelf uit.',
  'Moeilijke dag: er waren mensen ziek. We hielden het kort en spraken af hoe het verder gaat.',
] as const;

/** The sessions of a trajectory: a start, some on the themes of its plan, and the closing one when it came that far. */
export function drawSessionsOf(
  random: Random,
  plan: PlanOfApproach,
  from: PlainDate,
  course: { readonly guide: string; readonly share: number },
): SeedSession[] {
  const themes = plan.needs.map((need) => need.theme).filter((theme) => theme !== 'other');
  const all = drawSessions(random);
  const count = Math.max(1, Math.round(all * course.share));
  let on = from;
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) on = addDays(on, random.whole(9, 23));
    const theme = index === 0 ? 'kick_off' : index === all - 1 ? 'action_plan' : random.pick(themes);
    return {
      on,
      hours: random.whole(4, 14) / 4,
      people: random.whole(2, 12),
      theme: theme as CodeIn<'sessionThemes'>,
      guide: course.guide,
      notes: random.chance(0.7) ? random.pick(notes) : '',
    };
  });
}

const results: Readonly<Record<GoalOutcome, string>> = {
  done: 'Dit staat er nu en de ploeg werkt er elke week mee.',
  partly: 'De helft van de ploegen is klaar, de andere beginnen na de zomer.',
  different: 'We vonden samen een eenvoudiger manier die beter past.',
  not_done: '',
};

/** What came of the goals of a plan, and what stays. */
export function drawActionPlan(random: Random, plan: PlanOfApproach, sentOn: PlainDate, owner: string): ActionPlan {
  return {
    goals: plan.goals.map(({ id, title, expectedResult }) => {
      const outcome = random.weighted({ done: 60, partly: 25, different: 9, not_done: 6 });
      const asPlanned = outcome === 'done';
      return {
        id,
        title,
        agreed: expectedResult,
        outcome,
        result: results[outcome],
        reason: asPlanned ? '' : random.pick(['little_time', 'other_priority', 'people_changed'] as const),
        why: asPlanned ? '' : 'Er kwam een drukke periode tussen en twee mensen vertrokken.',
      };
    }),
    practices: [
      {
        id: 'p1',
        what: 'Elke maand een kwartier leren op het ploegoverleg',
        embedding: random.pick(['fixed_meeting', 'in_planning'] as const),
        owner,
        since: addDays(sentOn, -random.whole(5, 60)),
      },
      ...(random.chance(0.6)
        ? [{ id: 'p2', what: 'Wie nieuw is, krijgt een meter of peter', embedding: 'in_onboarding', owner, since: addDays(sentOn, -10) }] // prettier-ignore
        : []),
    ],
    next: [{ id: 'x1', what: 'De matrix opnieuw invullen met iedereen', owner, on: addDays(sentOn, 180) }],
    embedding: 'Het staat op de agenda van elk overleg en wordt elk half jaar samen herbekeken.',
  };
}

/** What is known of an enterprise when eligibility is decided: figures that fit its size. */
export function drawFacts(random: Random, firm: SeedEnterprise, on: PlainDate, enough: boolean): EligibilityFacts {
  const year = Number(on.slice(0, 4));
  const perWorker = random.whole(90_000, 190_000);
  const period = (back: number) => ({
    year: year - back,
    headcount: Math.round(firm.workers * random.whole(80, 98)) / 100,
    turnoverCents: euro(firm.workers * perWorker),
    balanceCents: euro(firm.workers * perWorker * 0.6),
  });
  const socialProfit = firm.organisationKind === 'social_profit';
  return {
    date: on,
    organisationKind: firm.organisationKind,
    periods: [period(2), period(1)],
    // Whether it stands alone is what is missing when the decision has to wait.
    ...(enough ? { standAlone: true } : {}),
    publicHolding25: false,
    jointCommittees: firm.jointCommittees,
    declaredAid:
      random.chance(0.4) && !socialProfit
        ? [{ date: addDays(on, -random.whole(200, 900)), grantor: 'Vlaamse overheid', regulation: '2023/2831', amountCents: euro(random.whole(2, 60) * 1000) }] // prettier-ignore
        : [],
    grant: { amountCents: euro(19_502.55), regulation: '2023/2831' },
  };
}
