import { z } from 'zod';
import { id, maybe, text } from '#shared/inputs.ts';
import { command, mayOn, query } from '#platform/server/operation.ts';
import { invalid } from '#platform/server/errors.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry, closeTask, openTask } from '#platform/server/registries.ts';
import { knownAid, readAgreedEvidence, weighAid } from '#modules/aid/index.server.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import { factsFromRegister } from '#modules/register/index.server.ts';
import type { Sector } from '#modules/programmes/index.ts';
import type { Localised } from '#shared/localised.ts';
import { may } from '#modules/trajectories/index.ts';
import {
  insist,
  moveOn,
  placeOf,
  readFacts,
  trajectoryHandle,
  withdrawSentAgreement,
} from '#modules/trajectories/index.server.ts';
import { EligibilityInput } from '../inputs.ts';
import { decideEligibility } from '../rules/decideEligibility.ts';
import { readGiven } from './bookkeeperStore.ts';
import { factsOf } from './decisionFacts.ts';
import './permissions.ts';
import { withProvenance } from './provenance.ts';
import { sourcesOf } from './reasonSources.ts';
import { mayReuse, takenOver } from '../rules/reuse.ts';
import { readReusable } from './reuseStore.ts';
import { freezeDecision, noteOnEnterprise, readDecisions, readKnownEnterprise } from './store.ts';

/** The joint committees that are usual in the sector that is known, the usual one first; null when nothing is known of it. */
function suggestedCommittees(
  sectors: readonly Sector[],
  { sectorCode, organisationKind }: { sectorCode: string | null; organisationKind: string },
): { readonly sector: Localised; readonly committees: readonly string[] } | null {
  const sector = sectors.find(({ id: code }) => code === sectorCode);
  // A local authority has no joint committee: its service decides the lot.
  if (!sector || organisationKind === 'local_authority' || sector.jointCommittees.length === 0) return null;
  return { sector: sector.name, committees: sector.jointCommittees };
}

const DecideInput = EligibilityInput.extend({ trajectory: id(), whyAgain: maybe(text(500)) });

/** What is known, what was decided and why; the last facts stand ready to be completed. */
export const readEligibility = query({
  name: 'eligibility.readEligibility',
  input: z.object({ trajectory: id() }),
  on: trajectoryHandle,
  needs: 'eligibility.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, today, actor }) {
    const programme = (await readProgramme(db, trajectory.programme))!;
    const decisions = await readDecisions(db, trajectory.id);
    const known = await readKnownEnterprise(db, trajectory.enterprise);
    const people = await readPeople(
      db,
      decisions.flatMap((one) => (one.decidedBy ? [one.decidedBy] : [])),
    );
    const facts = await readFacts(db, trajectory, today);
    const mayDecide = mayOn(actor, 'eligibility.decide', trajectory);
    const decideEligibility = may('decideEligibility', facts);
    // What only stands ready in the form is read for who fills it in.
    const fillsIn = mayDecide && decideEligibility.allowed;
    const reusable = decisions.length === 0 ? await readReusable(db, trajectory.id) : undefined;
    const reuse = reusable && { ...reusable, standing: mayReuse(reusable, today) };
    const lastFacts = decisions[0]?.facts ?? (reuse?.standing === 'valid' ? takenOver(reuse.facts) : null);
    return {
      trajectory: { id: trajectory.id, enterpriseName: trajectory.enterpriseName, state: facts.state },
      known,
      registered: fillsIn && mayOn(actor, 'register.read', trajectory) ? await inRegister() : null,
      suggested: suggestedCommittees(programme.definition.sectors, known),
      lastFacts,
      /** A decision elsewhere on the same enterprise, that stands ready or is too old to. */
      reuse: reuse
        ? {
            on: reuse.facts.date,
            validUntil: reuse.validUntil,
            programme: reuse.programme,
            standing: reuse.standing,
            trajectory: reuse.trajectory,
          }
        : null,
      /** Aid that is known already, of the ledger and of the last declaration. */
      knownAid: fillsIn
        ? await knownAid(db, { number: known.number, last: decisions[0]?.facts ?? null, date: today })
        : [],
      given: fillsIn ? await readGiven(db, trajectory.id, decisions[0]?.decidedAt) : [],
      /** Accounts of last year are seldom approved already before summer; the page offers the two years before. */
      newestYear: Number(today.slice(0, 4)) - 1,
      decisions: decisions.map((one) => ({
        ...one,
        sources: sourcesOf(one, actor.locale),
        decidedByName: one.decidedBy ? (people.get(one.decidedBy)?.name ?? '') : '',
      })),
      committees: programme.definition.jointCommittees,
      /** What the enterprise declared itself about earlier aid: then it was asked. */
      declaration: (fillsIn ? await readAgreedEvidence(db, trajectory.id) : undefined) ?? null,
      lots: programme.lots.map(({ number, name }) => ({ number, name })),
      funds: programme.definition.funds.map(({ id: fund, name }) => ({ id: fund, name })),
      grantCents: programme.definition.pricePerTrajectoryCents,
      agreement: facts.agreement,
      today,
      mayDecide,
      mayRunAgain: mayOn(actor, 'eligibility.runAgain', trajectory),
      may: { decideEligibility },
    };

    async function inRegister() {
      const [said] = await factsFromRegister(db, [known.number], actor.locale);
      if (!said) return null;
      const { legalForm, activity, startsOn, hints } = said;
      return { number: said.number, legalForm, activity: activity?.words ?? null, startsOn, kind: hints.kind };
    }
  },
});

/** Decides, freezes the facts and the reasons, and moves on when the answer is yes. A second decision needs a reason. */
export const decide = command({
  name: 'eligibility.decide',
  input: DecideInput,
  on: trajectoryHandle,
  needs: 'eligibility.decide',
  example: (world) => ({
    trajectory: world['trajectory']!,
    organisationKind: 'enterprise',
    standAlone: 'yes',
    aidDeclared: 'on',
    periods: [{ year: 2025, headcount: 14, turnoverCents: '1900000', balanceCents: '800000' }],
    jointCommittees: [{ number: '118' }],
  }),
  async run({ trajectory, input, db, actor, now, today, beyond }) {
    const states = await insist(db, trajectory, 'decideEligibility', today);
    const earlier = await readDecisions(db, trajectory.id);
    if (earlier[0] && earlier[0].outcome !== 'needs_evidence' && !input.whyAgain)
      throw invalid('whyAgain', 'eligibility:error.whyAgain');
    const programme = (await readProgramme(db, trajectory.programme))!;
    const { pricePerTrajectoryCents: amountCents, aidRegulation: regulation } = programme.definition;
    const { number } = await readKnownEnterprise(db, trajectory.enterprise);
    const given = factsOf(input, { date: today, grant: { amountCents, regulation }, number });
    const { facts: weighed, keep } = await weighAid({ db, beyond }, placeOf(trajectory), number, given);
    const facts = await withProvenance(db, trajectory.id, weighed, { now, first: earlier.length === 0 });
    const decision = decideEligibility(facts, programme.definition);
    const frozen = await freezeDecision(db, trajectory.id, {
      facts,
      decision,
      programme: programme.definition,
      by: actor.kind === 'person' ? actor.id : null,
      at: now,
      whyAgain: input.whyAgain ?? null,
    });
    await keep(frozen.id, { actor, now });
    await noteOnEnterprise(db, trajectory.enterprise, input);
    if (await withdrawSentAgreement(db, trajectory.id, now)) await closeTask(db, 'trajectories.agree', trajectory.id);
    const state = await moveOn(db, trajectory, 'decideEligibility', states, decision.outcome);
    await announce();
    return { decision: frozen.id, outcome: decision.outcome, state };

    async function announce(): Promise<void> {
      const place = placeOf(trajectory);
      const link = `/trajectories/${trajectory.id}/eligibility`;
      const texts = {
        eligible: 'timeline.eligible',
        not_eligible: 'timeline.notEligible',
        needs_evidence: 'timeline.needsEvidence',
      } as const;
      await addTimelineEntry(db, place, {
        kind: 'decision',
        day: today,
        textKey: `trajectories:${texts[decision.outcome]}`,
        link,
      });
      await closeTask(db, 'eligibility.decide', trajectory.id);
      await closeTask(db, 'trajectories.sendAgreement', trajectory.id);
      const waiting = {
        subject: trajectory.id,
        roles: ['provider_member'],
        parameters: { enterprise: trajectory.enterpriseName },
      } as const;
      if (decision.outcome === 'needs_evidence')
        await openTask(db, place, {
          ...waiting,
          kind: 'eligibility.decide',
          textKey: 'trajectories:task.addEvidence',
          link,
        });
      if (decision.outcome === 'eligible')
        await openTask(db, place, {
          ...waiting,
          kind: 'trajectories.sendAgreement',
          due: today,
          textKey: 'trajectories:task.sendAgreement',
          link: `/trajectories/${trajectory.id}/agreement`,
        });
    }
  },
  audit: (input, result) => ({
    subject: { kind: 'decision', id: result.decision },
    fields: (
      [
        'organisationKind',
        'periods',
        'standAlone',
        'publicHolding25',
        'group',
        'jointCommittees',
        'declaredAid',
      ] as const
    ).filter((field) => input[field] !== undefined),
    details: { outcome: result.outcome },
  }),
});
