import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionRules,
  freshTrajectory,
  isFinal,
  may,
  stateAfter,
  trajectoryActions,
  trajectoryStates,
  type EligibilityOutcome,
  type TrajectoryAction,
  type TrajectoryFacts,
} from './states.ts';
import { currentStep, stations, stepper } from './stepper.ts';

const state = fc.constantFrom(...trajectoryStates);
const action = fc.constantFrom(...trajectoryActions);
const facts: fc.Arbitrary<TrajectoryFacts> = fc.record({
  state,
  guides: fc.nat(2),
  intakeGaps: fc.nat(2),
  eligibility: fc.constantFrom(null, 'eligible', 'not_eligible', 'needs_evidence'),
  agreement: fc.constantFrom('none', 'sent', 'agreed'),
  plan: fc.constantFrom('none', 'draft', 'submitted', 'returned', 'approved'),
  planGaps: fc.nat(2),
  sessions: fc.nat(2),
  actionPlan: fc.constantFrom('none', 'draft', 'to_confirm', 'sealed'),
  actionPlanGaps: fc.nat(2),
  confirmedByEnterprise: fc.boolean(),
  confirmedByGuide: fc.boolean(),
  followUpsDone: fc.nat(3),
  followUpsPlanned: fc.constant(3),
});

/** What each action does to the facts, as the operations will: the table is tried against this model. */
function happens(done: TrajectoryAction, before: TrajectoryFacts, outcome: EligibilityOutcome): TrajectoryFacts {
  const changes: Partial<Record<TrajectoryAction, Partial<TrajectoryFacts>>> = {
    recordIntake: { intakeGaps: 0 },
    addGuide: { guides: before.guides + 1 },
    removeGuide: { guides: before.guides - 1 },
    decideEligibility: { eligibility: outcome },
    sendAgreement: { agreement: 'sent' },
    agree: { agreement: 'agreed' },
    savePlan: { plan: 'draft', planGaps: 0 },
    submitPlan: { plan: 'submitted' },
    withdrawPlan: { plan: 'draft' },
    returnPlan: { plan: 'returned' },
    approvePlan: { plan: 'approved' },
    recordSession: { sessions: before.sessions + 1 },
    strikeSession: { sessions: before.sessions - 1 },
    saveActionPlan: { actionPlan: 'draft', actionPlanGaps: 0, confirmedByEnterprise: false, confirmedByGuide: false },
    sendActionPlan: { actionPlan: 'to_confirm' },
    confirmActionPlan: { confirmedByEnterprise: true, confirmedByGuide: before.confirmedByEnterprise },
    sealActionPlan: { actionPlan: 'sealed' },
    recordFollowUp: { followUpsDone: before.followUpsDone + 1 },
  };
  return { ...before, ...changes[done], state: stateAfter(done, before, outcome) };
}

/** Everything that can be reached from some facts in allowed steps. Counters are capped, so the search ends. */
function reachableFrom(start: TrajectoryFacts): readonly TrajectoryFacts[] {
  const seen = new Map([[JSON.stringify(start), start]]);
  const open = [start];
  for (let at = open.pop(); at; at = open.pop())
    for (const done of trajectoryActions)
      for (const outcome of ['eligible', 'not_eligible', 'needs_evidence'] as const) {
        if (!may(done, at).allowed) continue;
        const next = happens(done, at, outcome);
        const capped = { ...next, guides: Math.min(next.guides, 1), sessions: Math.min(next.sessions, 1) };
        const name = JSON.stringify(capped);
        if (!seen.has(name)) open.push(capped);
        seen.set(name, capped);
      }
  return [...seen.values()];
}

describe('the road of a trajectory', () => {
  const reachable = reachableFrom(freshTrajectory);

  test('reaches every state from a new trajectory', () => {
    expect(new Set(reachable.map((at) => at.state))).toEqual(new Set(trajectoryStates));
  });

  test('has a way on to its end from everywhere, without stopping', () => {
    const canEnd = new Set(reachable.filter((at) => at.state === 'completed').map((at) => JSON.stringify(at)));
    for (let grew = true; grew;) {
      const before = canEnd.size;
      for (const at of reachable) {
        if (canEnd.has(JSON.stringify(at))) continue;
        const steps = trajectoryActions.filter((done) => done !== 'stop' && may(done, at).allowed);
        const nexts = steps.map((done) => happens(done, at, 'eligible'));
        const named = nexts.map((next) =>
          JSON.stringify({ ...next, guides: Math.min(next.guides, 1), sessions: Math.min(next.sessions, 1) }),
        );
        if (named.some((name) => canEnd.has(name))) canEnd.add(JSON.stringify(at));
      }
      grew = canEnd.size > before;
    }
    expect(reachable.filter((at) => at.state !== 'stopped' && !canEnd.has(JSON.stringify(at)))).toEqual([]);
  });

  test('never runs backwards, but from agreement to a new decision', () => {
    fc.assert(
      fc.property(action, facts, fc.constantFrom('eligible', 'not_eligible', 'needs_evidence'), (done, at, outcome) => {
        if (!may(done, at).allowed) return;
        const steps = trajectoryStates.indexOf(stateAfter(done, at, outcome)) - trajectoryStates.indexOf(at.state);
        expect(steps >= 0 || done === 'decideEligibility').toBe(true);
      }),
    );
  });

  test('is over in a final state: nothing may happen any more, but mending what a follow-up said', () => {
    fc.assert(
      fc.property(action, facts, (done, at) => {
        if (isFinal(at.state) && may(done, at).allowed)
          expect([done, at.state]).toEqual(['correctFollowUp', 'completed']);
      }),
    );
  });

  test('can be stopped anywhere else', () => {
    fc.assert(fc.property(facts, (at) => may('stop', at).allowed !== isFinal(at.state)));
  });

  test('says why when something may not happen, with the number it speaks of', () => {
    fc.assert(
      fc.property(action, facts, (done, at) => {
        const permission = may(done, at);
        if (permission.allowed) return;
        expect(permission.because).toMatch(/^may\.[a-zA-Z]+$/);
        if (permission.because.endsWith('Gaps')) expect(permission.params.count).toBeGreaterThan(0);
      }),
    );
  });

  test('gives every action at least one state', () => {
    for (const rule of Object.values(actionRules)) expect(rule.in.length).toBeGreaterThan(0);
  });
});

describe('what may not happen', () => {
  const at = (change: Partial<TrajectoryFacts>): TrajectoryFacts => ({ ...freshTrajectory, ...change });

  test.each([
    ['recordSession', at({ state: 'agreement' }), 'may.agreementFirst'],
    ['sendAgreement', at({ state: 'eligibility' }), 'may.eligibleFirst'],
    ['sendAgreement', at({ state: 'agreement', eligibility: 'needs_evidence' }), 'may.eligibleFirst'],
    ['agree', at({ state: 'agreement', eligibility: 'eligible' }), 'may.agreementNotSent'],
    ['submitPlan', at({ state: 'planning', plan: 'draft', planGaps: 2 }), 'may.planGaps'],
    ['savePlan', at({ state: 'planning', plan: 'submitted' }), 'may.planIsRead'],
    ['approvePlan', at({ state: 'planning', plan: 'returned' }), 'may.planNotSubmitted'],
    ['saveActionPlan', at({ state: 'guidance' }), 'may.sessionFirst'],
    [
      'sealActionPlan',
      at({ state: 'closing', actionPlan: 'to_confirm', confirmedByGuide: true }),
      'may.enterpriseNotConfirmed',
    ],
    [
      'sealActionPlan',
      at({ state: 'closing', actionPlan: 'to_confirm', confirmedByEnterprise: true }),
      'may.guideNotConfirmed',
    ],
    ['correctSession', at({ state: 'follow_up', sessions: 3 }), 'may.sessionsFixed'],
    ['stop', at({ state: 'stopped' }), 'may.stopped'],
  ] as const)('%s is refused with its own reason (case %#)', (done, before, because) => {
    expect(may(done, before)).toMatchObject({ allowed: false, because });
  });
});

describe('the stepper', () => {
  test('shows seven stations with at most one current', () => {
    fc.assert(
      fc.property(state, fc.boolean(), state, (now, scanDone, stoppedIn) => {
        const steps = stepper(now, { scanDone, stoppedIn });
        expect(steps.map((step) => step.station)).toEqual(stations);
        expect(steps.filter((step) => step.status === 'current').length).toBe(isFinal(now) ? 0 : 1);
        expect(
          steps.filter((step) => step.status === 'upcoming').every((step) => step.number >= currentStep(steps).number),
        ).toBe(true);
      }),
    );
  });

  test('says that guidance is step 5 of 7', () => {
    expect(currentStep(stepper('guidance', { scanDone: true }))).toEqual({
      station: 'guidance',
      number: 5,
      status: 'current',
    });
  });

  test('keeps the scan open while the plan is being made and calls it skipped afterwards', () => {
    const scan = (now: TrajectoryFacts['state'], scanDone = false) => stepper(now, { scanDone })[2]!.status;
    expect([scan('agreement'), scan('planning'), scan('guidance'), scan('guidance', true)]).toEqual([
      'upcoming',
      'open',
      'skipped',
      'done',
    ]);
  });

  test('shows where a stopped trajectory ended', () => {
    expect(currentStep(stepper('stopped', { stoppedIn: 'planning' }))).toMatchObject({
      station: 'plan',
      status: 'stopped',
    });
  });
});
