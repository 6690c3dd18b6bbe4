import sql from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { notNow } from '#platform/server/errors.ts';
import { codeIds } from '#modules/programmes/index.ts';
import type { ActionPlan } from '../rules/actionPlan.ts';
import { blocking } from '../rules/findings.ts';
import { emptyIntake, reviewIntake, type Intake } from '../rules/intake.ts';
import type { PlanOfApproach } from '../rules/plan.ts';
import { reviewActionPlan } from '../rules/reviewActionPlan.ts';
import { reviewPlan, type PlanFacts } from '../rules/reviewPlan.ts';
import {
  may,
  stateAfter,
  type EligibilityOutcome,
  type TrajectoryAction,
  type TrajectoryFacts,
  type TrajectoryState,
} from '../rules/states.ts';
import type { TrajectoryHandle } from './handle.ts';

interface FactsRow {
  state: TrajectoryState;
  guides: number;
  intake: Intake | null;
  eligibility: EligibilityOutcome | null;
  agreement: 'sent' | 'agreed' | 'withdrawn' | null;
  plan_state: TrajectoryFacts['plan'] | null;
  plan: PlanOfApproach | null;
  sessions: number;
  action_plan_state: TrajectoryFacts['actionPlan'] | null;
  action_plan: ActionPlan | null;
  by_enterprise: boolean;
  by_guide: boolean;
  follow_ups: number;
  follow_ups_done: number;
  bounds: Bounds;
}

/** What the programme allows a plan: its last day, the price and the hours of a trajectory. */
interface Bounds {
  readonly lastDay: PlainDate;
  readonly priceCents: number | null;
  readonly hours: number | null;
}

/** Everything that the table of states speaks about, in one question. */
export async function readFacts(db: Db, trajectory: TrajectoryHandle, today: PlainDate): Promise<TrajectoryFacts> {
  const row = await db.one<FactsRow>(sql`select t.state,
      (select count(*)::int from trajectory_guides g where g.trajectory_id = t.id and g.until is null) as guides,
      (select i.content from intakes i where i.trajectory_id = t.id) as intake,
      (select d.outcome from eligibility_decisions d where d.trajectory_id = t.id order by d.seq desc limit 1) as eligibility,
      (select a.state from agreements a where a.trajectory_id = t.id) as agreement,
      p.state as plan_state, p.content as plan,
      (select count(*)::int from guidance_sessions s where s.trajectory_id = t.id and s.struck_at is null) as sessions,
      ap.state as action_plan_state, ap.content as action_plan,
      exists (select 1 from document_confirmations c where c.document_id = ap.document_id and c.party = 'enterprise') as by_enterprise,
      exists (select 1 from document_confirmations c where c.document_id = ap.document_id and c.party = 'guide') as by_guide,
      (select count(*)::int from follow_ups f where f.trajectory_id = t.id) as follow_ups,
      (select count(*)::int from follow_ups f where f.trajectory_id = t.id and f.done_on is not null) as follow_ups_done,
      (select jsonb_build_object('lastDay', o.ends_on, 'priceCents', (o.definition ->> 'pricePerTrajectoryCents')::float8, 'hours', (o.definition ->> 'hoursPerTrajectory')::float8)
        from programmes o where o.id = t.programme_id) as bounds
    from trajectories t left join plans p on p.trajectory_id = t.id left join action_plans ap on ap.trajectory_id = t.id where t.id = ${trajectory.id}`);
  const planFacts = planFactsOf(trajectory, row.bounds);
  return {
    state: row.state,
    guides: row.guides,
    intakeGaps: blocking(reviewIntake(row.intake ?? emptyIntake, { today })).length,
    eligibility: row.eligibility,
    agreement: row.agreement === 'withdrawn' ? 'none' : (row.agreement ?? 'none'),
    plan: row.plan_state ?? 'none',
    planGaps: row.plan ? blocking(reviewPlan(row.plan, planFacts)).length : 1,
    sessions: row.sessions,
    actionPlan: row.action_plan_state ?? 'none',
    actionPlanGaps: row.action_plan
      ? blocking(
          reviewActionPlan(row.action_plan, { today, agreedGoalIds: (row.plan?.goals ?? []).map((goal) => goal.id) }),
        ).length
      : 1,
    confirmedByEnterprise: row.by_enterprise,
    confirmedByGuide: row.by_guide,
    followUpsDone: row.follow_ups_done,
    followUpsPlanned: row.follow_ups || 3,
  };
}

/** What the review of a plan compares it with; texts of other plans are only looked up where copies are shown. */
export async function readPlanFacts(db: Db, trajectory: TrajectoryHandle): Promise<PlanFacts> {
  const programme = await db.one<Bounds>(
    sql`select ends_on as "lastDay", (definition ->> 'pricePerTrajectoryCents')::float8 as "priceCents", (definition ->> 'hoursPerTrajectory')::float8 as hours
      from programmes where id = ${trajectory.programme}`,
  );
  return planFactsOf(trajectory, programme);
}

const planFactsOf = (trajectory: TrajectoryHandle, { lastDay, priceCents, hours }: Bounds): PlanFacts => ({
  maximumHours: hours,
  maximumCents: priceCents,
  themes: codeIds('needThemes'),
  agreedOn: trajectory.grantedOn,
  lastDay,
  otherPlans: [],
});

/** Throws a refusal with the same reason that the button shows, when the action is not possible now. */
export async function insist(
  db: Db,
  trajectory: TrajectoryHandle,
  action: TrajectoryAction,
  today: PlainDate,
): Promise<TrajectoryFacts> {
  const facts = await readFacts(db, trajectory, today);
  const answer = may(action, facts);
  if (!answer.allowed) throw notNow(`trajectories:${answer.because}`, answer.params);
  return facts;
}

/** Moves the trajectory to the state that follows; gives that state. Two moves at once cannot both happen. */
export async function moveOn(
  db: Db,
  trajectory: TrajectoryHandle,
  action: TrajectoryAction,
  facts: TrajectoryFacts,
  outcome?: EligibilityOutcome,
): Promise<TrajectoryState> {
  const next = stateAfter(action, facts, outcome);
  if (next !== facts.state)
    await db.run(
      sql`update trajectories set state = ${next}, version = version + 1 where id = ${trajectory.id} and state = ${facts.state}`,
    );
  return next;
}
