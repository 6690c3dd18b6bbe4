import sql from 'sql-template-tag';
import { decide } from '#modules/eligibility/server/operations.ts';
import { agree, sendAgreement } from '#modules/trajectories/server/agreementOperations.ts';
import {
  addGuide,
  completeIntake,
  recordStaffInformed,
  saveIntake,
} from '#modules/trajectories/server/intakeOperations.ts';
import { saveParts } from '#modules/trajectories/server/partOperations.ts';
import { savePlan, submitPlan } from '#modules/trajectories/server/planOperations.ts';
import { approvePlan, returnPlan } from '#modules/trajectories/server/planVerdictOperations.ts';
import { recordSession } from '#modules/trajectories/server/sessionOperations.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import type { PlainDate } from '#shared/dates.ts';
import { momentOn, personOf, play, type Cast } from './cast.ts';
import { replayActionPlan } from './replayActionPlan.ts';
import { replayLead, replayScans, startTrajectory } from './replayLead.ts';
import type { SeedCase, SeedDecision } from './shape.ts';

/** Lives one case from the first question to the stage in which it stands. */
export async function replayCase(cast: Cast, seed: SeedCase): Promise<void> {
  const lead = await replayLead(cast, {
    ...seed.lead,
    state: seed.lead.state === 'converted' ? 'taken' : seed.lead.state,
  });
  await replayScans(seed.lead.enterprise.number, seed.scans);
  if (!seed.startedOn) return;
  const trajectory = await startTrajectory(cast, seed.lead, lead, seed.startedOn);
  const member = { as: personOf(cast, seed.lead.takenBy!) };
  const start = seed.startedOn;
  for (const { person, capacity, since } of seed.guides)
    await play(
      addGuide,
      member,
      { trajectory, personId: personOf(cast, person), capacity, since },
      momentOn(since < start ? start : since, 5),
    );
  const guide = { as: personOf(cast, seed.guides[0]!.person) };

  if (seed.intake) {
    const { content, completedOn } = seed.intake;
    await play(saveIntake, guide, { trajectory, version: 0, ...content }, momentOn(completedOn, 10));
    if (seed.parts.length > 0)
      await play(
        saveParts,
        guide,
        {
          trajectory,
          version: 0,
          parts: seed.parts.map(({ key: _key, ...part }) => ({ ...part, themes: [...part.themes] })),
        },
        momentOn(completedOn, 11),
      );
    await play(completeIntake, guide, { trajectory }, momentOn(completedOn, 12));
  }
  const informed = [...seed.informed];
  const informUntil = async (day: PlainDate | null) => {
    while (informed[0] && (day === null || informed[0].on <= day)) {
      const note = informed.shift()!;
      await play(recordStaffInformed, guide, { trajectory, ...note }, momentOn(note.on, 40));
    }
  };
  for (const decision of seed.decisions) await replayDecision(cast, trajectory, decision);
  if (seed.agreement) {
    const contact = personOf(cast, seed.lead.enterprise.contacts[0].key);
    const { document } = await play(
      sendAgreement,
      member,
      { trajectory, contact },
      momentOn(seed.agreement.sentOn, 20),
    );
    if (seed.agreement.agreedOn)
      await play(
        agree,
        { as: contact },
        { trajectory, document, mayAgree: 'on' },
        momentOn(seed.agreement.agreedOn, 20),
      );
  }
  if (seed.plan) await replayPlan(cast, trajectory, seed.plan);
  const parts = await partsOf(trajectory, seed);
  for (const [index, session] of seed.sessions.entries()) {
    const { on, hours, people, theme, notes, guide: by, part } = session;
    const guideId = personOf(cast, by);
    await play(
      recordSession,
      { as: guideId },
      { trajectory, on, hours, people, theme, notes, guideId, part: part && parts.get(part), sure: 'on' },
      momentOn(on, 480 + index),
    );
  }
  await informUntil(seed.actionPlan?.sealedOn ?? null);
  if (seed.actionPlan)
    await replayActionPlan(
      cast,
      trajectory,
      seed.actionPlan,
      seed.followUpsDone,
      personOf(cast, seed.lead.enterprise.contacts[0].key),
    );
  await informUntil(null);
}

async function replayDecision(cast: Cast, trajectory: string, seed: SeedDecision): Promise<void> {
  const { date: _date, grant: _grant, declaredAid, periods, ...facts } = seed.facts;
  await play(
    decide,
    { as: personOf(cast, seed.by) },
    {
      trajectory,
      ...facts,
      periods: [...periods],
      aidDeclared: declaredAid !== undefined,
      declaredAid: [...(declaredAid ?? [])],
      whyAgain: seed.whyAgain,
    },
    momentOn(seed.on, 15),
  );
}

async function replayPlan(cast: Cast, trajectory: string, plan: NonNullable<SeedCase['plan']>): Promise<void> {
  const writer = { as: personOf(cast, plan.by) };
  const saved = await play(
    savePlan,
    writer,
    { trajectory, version: 0, plan: plan.content },
    momentOn(plan.changedOn, 60),
  );
  if (!plan.submittedOn) return;
  await play(submitPlan, writer, { trajectory, version: saved.version }, momentOn(plan.submittedOn, 90));
  if (!plan.verdict) return;
  const reader = { as: personOf(cast, plan.verdict.by) };
  if (plan.verdict.outcome === 'approved')
    await play(approvePlan, reader, { trajectory, version: saved.version, words: '' }, momentOn(plan.verdict.on, 30));
  else
    await play(
      returnPlan,
      reader,
      {
        trajectory,
        version: saved.version,
        remarks: plan.verdict.remarks.map(({ path, words }) => ({ section: path, words })),
      },
      momentOn(plan.verdict.on, 30),
    );
}

/** Ids of the parts by the keys under which sessions name them. */
async function partsOf(trajectory: string, seed: SeedCase): Promise<ReadonlyMap<string, string>> {
  if (seed.parts.length === 0) return new Map();
  const rows = await inTransaction('read', async (db: Db) => {
    await enterScope(db, { actor: 'system:seed', system: true });
    return db.many<{ id: string; name: string }>(
      sql`select id, name from trajectory_parts where trajectory_id = ${trajectory}`,
    );
  });
  return new Map(seed.parts.map(({ key, name }) => [key, rows.find((row) => row.name === name)!.id]));
}
