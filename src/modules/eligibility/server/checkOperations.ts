import { z } from 'zod';
import { euroCents, id, maybe, plainDate, text } from '#shared/inputs.ts';
import { query } from '#platform/server/operation.ts';
import { notFound } from '#platform/server/errors.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import { weighAid } from '#modules/aid/index.server.ts';
import { placeOf, trajectoryHandle } from '#modules/trajectories/index.server.ts';
import { answerFacts } from '../caseFile/answerCase.ts';
import { EligibilityInput } from '../inputs.ts';
import { decideEligibility } from '../rules/decideEligibility.ts';
import { runAgain } from '../rules/versions/runAgain.ts';
import { factsOf } from './decisionFacts.ts';
import './permissions.ts';
import { sourcesOf } from './reasonSources.ts';
import { hashOfDecision, readDecision, readKnownEnterprise } from './store.ts';

/**
 * What the decision would be, without taking it: nothing is kept. On another day or for another grant when those are named.
 * `answer` has the shape of `krachtlijn eligibility`, with every reason in four languages.
 */
export const tryOut = query({
  name: 'eligibility.tryOut',
  input: EligibilityInput.extend({
    trajectory: id(),
    date: maybe(plainDate()),
    grant: maybe(z.object({ amountCents: maybe(euroCents()), regulation: maybe(text(40)) })),
  }),
  on: trajectoryHandle,
  needs: 'eligibility.decide',
  example: (world) => ({
    trajectory: world['trajectory']!,
    organisationKind: 'enterprise',
    aidDeclared: true,
    periods: [{ year: 2025, headcount: 20, turnoverCents: 300_000_000, balanceCents: 200_000_000 }],
    group: {
      members: [
        {
          id: 'B',
          name: 'Holding De Proefkorrel',
          periods: [{ year: 2025, headcount: 40, turnoverCents: 800_000_000 }],
        },
      ],
      holdings: [{ holder: 'B', held: 'subject', capital: 25, votes: 25 }],
    },
    jointCommittees: [{ number: '118', workers: 18 }],
  }),
  async run({ trajectory, input, db, today, beyond, actor }) {
    const { definition } = (await readProgramme(db, trajectory.programme))!;
    const { number } = await readKnownEnterprise(db, trajectory.enterprise);
    const grant = {
      amountCents: input.grant?.amountCents ?? definition.pricePerTrajectoryCents,
      regulation: input.grant?.regulation ?? definition.aidRegulation,
    };
    const given = factsOf(input, { date: input.date ?? today, grant, number });
    const { facts } = await weighAid({ db, beyond }, placeOf(trajectory), number, given);
    const decision = decideEligibility(facts, definition);
    const sources = sourcesOf({ facts, decision }, actor.locale);
    return { facts, decision, sources, answer: answerFacts(facts, decision) };
  },
});

/**
 * Runs the rules that took a decision again, on its frozen facts and on what the programme asked for then: the same, or what
 * differs. Tells too whether the hash still belongs to what is stored.
 */
export const runDecisionAgain = query({
  name: 'eligibility.runDecisionAgain',
  input: z.object({ trajectory: id(), decision: id() }),
  on: trajectoryHandle,
  needs: 'eligibility.runAgain',
  example: (world) => ({ trajectory: world['trajectory']!, decision: world['decision'] ?? world['trajectory']! }),
  async run({ trajectory, input, db }) {
    const frozen = await readDecision(db, trajectory.id, input.decision);
    if (!frozen) throw notFound();
    const programme = frozen.programmeRules ?? (await readProgramme(db, trajectory.programme))!.definition;
    return {
      decision: frozen.id,
      ruleVersion: frozen.ruleVersion,
      hashFits: hashOfDecision(frozen.facts, frozen.decision) === frozen.hash,
      programmeFrozen: frozen.programmeRules !== null,
      ...runAgain(frozen, programme),
    };
  },
});
