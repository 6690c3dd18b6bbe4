import { command, mayOn, query } from '#platform/server/operation.ts';
import { notNow } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { TrajectoryInput } from '../inputs.ts';
import { PlanDraftInput, PlanFormInput, SubmitPlanFormInput } from '../planInputs.ts';
import { emptyPlan, plannedHours } from '../rules/plan.ts';
import { sourcesThatHold, type PlanSubmission, type PlanVerdict, type PlanView } from '../rules/planView.ts';
import { prefillPlan } from '../rules/prefillPlan.ts';
import { reviewPlan } from '../rules/reviewPlan.ts';
import { mayApprove } from '../rules/approval.ts';
import { may } from '../rules/states.ts';
import { dropDraft, keepDraft, readDraft, type DraftPlace } from './draftStore.ts';
import { insist, readFacts, readPlanFacts } from './facts.ts';
import { trajectoryHandle } from './handle.ts';
import { readKnownFacts } from './knownFacts.ts';
import { savePlanContent } from './planSaving.ts';
import {
  addSubmission,
  listSubmissions,
  otherPlanTexts,
  readPlanRow,
  setPlanState,
  type SubmissionRow,
} from './planStore.ts';
import { nextPlanTask } from './planTasks.ts';
import { isOffice, personOf } from './reader.ts';

type Draft = Pick<NonNullable<PlanView['draft']>, 'version' | 'plan'>;
const draftOf = (person: string, trajectory: string): DraftPlace => ({ person, form: 'trajectories.plan', trajectory });

/** The plan as it stands, or the first one from what is known; what it still misses, and what may happen now. */
export const readPlan = query({
  name: 'trajectories.readPlan',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, today }): Promise<PlanView> {
    const office = isOffice(actor, trajectory);
    const writes = mayOn(actor, 'trajectory.guide', trajectory);
    const facts = await readFacts(db, trajectory, today);
    const row = await readPlanRow(db, trajectory.id);
    // What the enterprise told in confidence to its guide, and half a plan, are not shown to it as if they were agreed.
    const prefilled = office ? prefillPlan(await readKnownFacts(db, trajectory)) : { plan: emptyPlan, sources: [] };
    const plan = row?.content ?? prefilled.plan;
    const submissions = await listSubmissions(db, trajectory.id);
    const people = await readPeople(db, [
      ...(row?.changedBy ? [row.changedBy] : []),
      ...submissions.flatMap(({ by, judgedBy }) => (judgedBy ? [by, judgedBy] : [by])),
    ]);
    const name = (id: string | null) => (id && people.get(id)?.name) || '—';
    const approved = row?.state === 'approved';
    const planFacts = { ...(await readPlanFacts(db, trajectory)), otherPlans: [] };
    const draft =
      writes && actor.kind === 'person' && !approved
        ? await readDraft<Draft>(db, draftOf(actor.id, trajectory.id))
        : undefined;
    const verdicts = submissions.map((one) => verdictOf(one, name));
    return {
      state: row?.state ?? 'none',
      version: row?.version ?? 0,
      plan,
      sources: sourcesThatHold(plan, prefilled),
      findings:
        office && !approved ? reviewPlan(plan, { ...planFacts, otherPlans: await otherPlanTexts(db, trajectory) }) : [],
      changed: row ? { at: row.changedAt, by: name(row.changedBy) } : null,
      writes,
      judges: mayOn(actor, 'trajectory.plan.approve', trajectory),
      versions: row !== undefined && mayOn(actor, 'trajectory.versions', trajectory),
      may: {
        save: may('savePlan', facts),
        submit: may('submitPlan', facts),
        withdraw: may('withdrawPlan', facts),
        approve: mayApprove(facts, submissions[0]?.by ?? null, actor.kind === 'person' ? actor.id : null),
        return: may('returnPlan', facts),
      },
      lastVerdict: office ? (verdicts.find((verdict) => verdict !== null) ?? null) : null,
      submissions: submissions.map((one, at) =>
        submissionOf(one, office ? verdicts[at]! : publicVerdict(verdicts[at]!), name),
      ),
      draft: draft ? { savedAt: draft.savedAt, version: draft.version, plan: draft.plan } : null,
    };
  },
});

type Name = (id: string | null) => string;

function verdictOf({ outcome, remarks, judgedBy, judgedAt }: SubmissionRow, name: Name): PlanVerdict | null {
  return outcome && judgedAt ? { outcome, at: judgedAt, by: name(judgedBy), remarks: remarks ?? [] } : null;
}

/** What an enterprise reads of a verdict: that there was one, not what was said between colleagues. */
const publicVerdict = (verdict: PlanVerdict | null): PlanVerdict | null => verdict && { ...verdict, remarks: [] };

function submissionOf(row: SubmissionRow, verdict: PlanVerdict | null, name: Name): PlanSubmission {
  return {
    submission: row.submission,
    at: row.at,
    by: name(row.by),
    hours: plannedHours(row.content),
    goals: row.content.goals.length,
    verdict,
  };
}

/** Saves the plan's form; two people's edits are merged. Saving the same twice changes nothing. */
export const savePlan = command({
  name: 'trajectories.savePlan',
  input: PlanFormInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']!, version: 0, plan: {} }),
  async run({ trajectory, input, db, actor, now, today }) {
    await insist(db, trajectory, 'savePlan', today);
    const saved = await savePlanContent({ db, actor, now }, trajectory, input);
    const [, add, goal] = /^add\.(needs|goals|actions)(?:\.(.+))?$/u.exec(input.intent ?? '') ?? [];
    return { ...saved, added: add ? { section: add, row: newId(), goal: goal ?? null } : null };
  },
  audit: (_input, result) => ({ fields: result.sections, details: { version: result.version } }),
});

/** Keeps what somebody is typing, for themselves only, until it is saved. */
export const keepPlanDraft = command({
  name: 'trajectories.keepPlanDraft',
  input: PlanDraftInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']!, version: 0, plan: {} }),
  audit: { none: 'a draft is what somebody is typing: nobody else sees it, and saving it leaves a line' },
  async run({ trajectory, input, db, actor, now, today }) {
    await insist(db, trajectory, 'savePlan', today);
    await keepDraft(db, draftOf(personOf(actor), trajectory.id), { version: input.version, plan: input.plan }, now);
    return { savedAt: now };
  },
});

export const dropPlanDraft = command({
  name: 'trajectories.dropPlanDraft',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']! }),
  audit: { none: 'a draft was seen by nobody but its writer, who throws it away' },
  async run({ trajectory, db, actor }) {
    await dropDraft(db, draftOf(personOf(actor), trajectory.id));
    return { dropped: true };
  },
});

/**
 * Puts the plan before who approves it. With `plan`, what was typed is saved first; when that still misses something it stays
 * saved and is not submitted (`submitted: false`), so that the page can say what is missing.
 */
export const submitPlan = command({
  name: 'trajectories.submitPlan',
  input: SubmitPlanFormInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']!, version: 1 }),
  async run({ trajectory, input, db, actor, now, today }) {
    const by = personOf(actor);
    if (input.plan) {
      await insist(db, trajectory, 'savePlan', today);
      await savePlanContent({ db, actor, now }, trajectory, { ...input, plan: input.plan });
      const facts = await readFacts(db, trajectory, today);
      if (!may('submitPlan', facts).allowed) return { submitted: false as const, submission: null };
    } else {
      await insist(db, trajectory, 'submitPlan', today);
      const row = await readPlanRow(db, trajectory.id);
      if (row?.version !== input.version) throw notNow('trajectories:plan.page.changedMeanwhile');
    }
    const row = (await readPlanRow(db, trajectory.id))!;
    const submission = row.submission + 1;
    await addSubmission(db, trajectory.id, submission, { content: row.content, by, at: now });
    await addTimelineEntry(db, trajectory, {
      kind: 'trajectories.planSubmitted',
      day: today,
      textKey: 'trajectories:plan.event.submitted',
      parameters: { byPerson: by, hours: plannedHours(row.content), goals: row.content.goals.length },
      link: `/trajectories/${trajectory.id}/plan`,
    });
    await nextPlanTask(db, trajectory, today, 'read');
    return { submitted: true as const, submission };
  },
  audit: (_input, result) => ({
    fields: result.submitted ? ['state'] : ['plan'],
    details: { submitted: result.submitted, ...(result.submission ? { submission: result.submission } : {}) },
  }),
});

/** Takes a submitted plan back to change it; what was submitted stays on record. */
export const withdrawPlan = command({
  name: 'trajectories.withdrawPlan',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, today }) {
    await insist(db, trajectory, 'withdrawPlan', today);
    await setPlanState(db, trajectory.id, 'draft');
    await addTimelineEntry(db, trajectory, {
      kind: 'trajectories.planWithdrawn',
      day: today,
      textKey: 'trajectories:plan.event.withdrawn',
      parameters: { byPerson: personOf(actor) },
      link: `/trajectories/${trajectory.id}/plan`,
      officeOnly: true,
    });
    await nextPlanTask(db, trajectory, today, 'write');
    return { state: 'draft' as const };
  },
  audit: () => ({ fields: ['state'] }),
});
