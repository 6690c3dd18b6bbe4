import sql from 'sql-template-tag';
import { newId } from '#platform/server/ids.ts';
import { allOperations } from '#platform/server/operation.ts';
import type { TrajectoryState } from '#modules/trajectories/index.ts';
import { saveActionPlan } from '#modules/trajectories/server/actionPlanOperations.ts';
import { sendAgreement } from '#modules/trajectories/server/agreementOperations.ts';
import {
  closingDay,
  closingWorld,
  sealedPlan,
  sentPlan,
  wholeActionPlan,
} from '#modules/trajectories/server/closingWorld.testing.ts';
import { savePlan, submitPlan } from '#modules/trajectories/server/planOperations.ts';
import { approvePlan, returnPlan } from '#modules/trajectories/server/planVerdictOperations.ts';
import {
  addContact,
  as,
  at,
  bakery,
  inSystem,
  planWorld,
  wholePlan,
  type PlanWorld,
} from '#modules/trajectories/server/planWorld.testing.ts';

/** A trajectory somewhere on its road, and the day on which its pages are opened. */
export interface Stage {
  readonly world: PlanWorld;
  readonly day: string;
}

const planDay = '2023-10-02';
const here = ({ trajectory }: PlanWorld) => ({ trajectory });

async function eligible(): Promise<PlanWorld> {
  const world = await planWorld('eligibility');
  await inSystem((db) => db.run(sql`update trajectories set granted_on = null where id = ${world.trajectory}`));
  await addContact(world.enterprise, { name: 'Bart Ovenier', email: `bart.${newId()}@example.org` });
  const decide = allOperations().find(({ name }) => name === 'eligibility.decide')!;
  await decide.call(as(world.colleague), { ...here(world), ...bakery }, at(planDay));
  return world;
}

async function agreementSent(): Promise<PlanWorld> {
  const world = await eligible();
  const { person } = await inSystem((db) =>
    db.one<{ person: string }>(
      sql`select person_id as person from enterprise_people where enterprise_id = ${world.enterprise}`,
    ),
  );
  await sendAgreement.call(as(world.colleague), { ...here(world), contact: person }, at(planDay));
  return world;
}

async function planDrafted(): Promise<PlanWorld & { version: number }> {
  const world = await planWorld('planning');
  const { version } = await savePlan.call(
    as(world.consultant),
    { ...here(world), version: 0, plan: wholePlan },
    at(planDay),
  );
  return { ...world, version };
}

async function planSubmitted() {
  const world = await planDrafted();
  await submitPlan.call(as(world.consultant), { ...here(world), version: world.version }, at(planDay));
  return world;
}

async function planReturned() {
  const world = await planSubmitted();
  const input = { ...here(world), version: world.version, words: 'Doel 2 is mager.' };
  await returnPlan.call(as(world.coordinator), input, at(planDay));
  return world;
}

async function planApproved() {
  const world = await planSubmitted();
  await approvePlan.call(as(world.coordinator), { ...here(world), version: world.version, words: '' }, at(planDay));
  return world;
}

async function actionPlanDrafted() {
  const world = await closingWorld();
  const input = { ...here(world), version: 0, actionPlan: wholeActionPlan };
  await saveActionPlan.call(as(world.consultant), input, at(closingDay));
  return world;
}

async function ended(state: TrajectoryState) {
  const world = await closingWorld();
  await sealedPlan(world);
  await inSystem((db) => db.run(sql`update trajectories set state = ${state} where id = ${world.trajectory}`));
  return world;
}

const on = (day: string, make: () => Promise<PlanWorld>) => async (): Promise<Stage> => ({ world: await make(), day });

/** Every state of a trajectory, and within one the standings of its documents that the table of actions looks at. */
export const stages: Readonly<Record<string, () => Promise<Stage>>> = {
  'in its intake': on(planDay, () => planWorld('intake')),
  'in its intake with one guide': on(planDay, async () => {
    const world = await planWorld('intake');
    await inSystem((db) =>
      db.run(
        sql`update trajectory_guides set until = '2023-09-02' where trajectory_id = ${world.trajectory} and person_id = ${world.colleague}`,
      ),
    );
    return world;
  }),
  'waiting for its eligibility': on(planDay, () => planWorld('eligibility')),
  'eligible, without an agreement': on(planDay, eligible),
  'with an agreement on its way': on(planDay, agreementSent),
  'agreed, without a plan': on(planDay, () => planWorld('planning')),
  'with half a plan': on(planDay, planDrafted),
  'with a plan that is read': on(planDay, planSubmitted),
  'with a plan that came back': on(planDay, planReturned),
  'with an approved plan': on(planDay, planApproved),
  'with a session': on(closingDay, closingWorld),
  'with half an action plan': on(closingDay, actionPlanDrafted),
  'with an action plan before both sides': on(closingDay, async () => {
    const world = await closingWorld();
    // Sent by somebody who does not guide, so that both sides still have to say yes.
    await inSystem((db) =>
      db.run(
        sql`update trajectory_guides set until = '2023-09-02' where trajectory_id = ${world.trajectory} and person_id = ${world.colleague}`,
      ),
    );
    await sentPlan(world, world.colleague);
    return world;
  }),
  'sealed this day': on(closingDay, () => ended('follow_up')),
  'sealed three months ago': on('2024-03-22', () => ended('follow_up')),
  completed: on('2024-03-22', () => ended('completed')),
  stopped: on(closingDay, async () => {
    const world = await actionPlanDrafted();
    await inSystem((db) =>
      db.run(sql`update trajectories set state = 'stopped', stopped_on = ${closingDay},
        stopped_in = 'closing', stop_reason = 'no_time', stop_words = 'Geen tijd.' where id = ${world.trajectory}`),
    );
    return world;
  }),
};
