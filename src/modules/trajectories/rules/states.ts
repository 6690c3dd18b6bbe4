/** The road of a trajectory, in order; `stopped` can follow each of them but `completed`. */
export const trajectoryStates = [
  'intake',
  'eligibility',
  'agreement',
  'planning',
  'guidance',
  'closing',
  'follow_up',
  'completed',
  'stopped',
] as const;
export type TrajectoryState = (typeof trajectoryStates)[number];

export const finalStates: readonly TrajectoryState[] = ['completed', 'stopped'];
export const isFinal = (state: TrajectoryState): boolean => finalStates.includes(state);

export type EligibilityOutcome = 'eligible' | 'not_eligible' | 'needs_evidence';
export type PlanState = 'none' | 'draft' | 'submitted' | 'returned' | 'approved';
export type ActionPlanState = 'none' | 'draft' | 'to_confirm' | 'sealed';

/** What the table of actions reads. The counts come from the reviews of the documents. */
export interface TrajectoryFacts {
  readonly state: TrajectoryState;
  readonly guides: number;
  /** Blocking findings of `reviewIntake`. */
  readonly intakeGaps: number;
  /** The decision that counts, null before the first. */
  readonly eligibility: EligibilityOutcome | null;
  readonly agreement: 'none' | 'sent' | 'agreed';
  readonly plan: PlanState;
  /** Blocking findings of `reviewPlan`. */
  readonly planGaps: number;
  readonly sessions: number;
  readonly actionPlan: ActionPlanState;
  /** Blocking findings of `reviewActionPlan`. */
  readonly actionPlanGaps: number;
  readonly confirmedByEnterprise: boolean;
  readonly confirmedByGuide: boolean;
  readonly followUpsDone: number;
  readonly followUpsPlanned: number;
}

/** The facts of a trajectory that begins. */
export const freshTrajectory: TrajectoryFacts = {
  state: 'intake',
  guides: 0,
  intakeGaps: 1,
  eligibility: null,
  agreement: 'none',
  plan: 'none',
  planGaps: 1,
  sessions: 0,
  actionPlan: 'none',
  actionPlanGaps: 1,
  confirmedByEnterprise: false,
  confirmedByGuide: false,
  followUpsDone: 0,
  followUpsPlanned: 3,
};

/** Yes, or the key of a text that says why not and what would help. */
export type Permission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: string; readonly params: Readonly<Record<string, string | number>> };

interface Guard {
  readonly holds: (facts: TrajectoryFacts) => boolean;
  readonly because: string;
  readonly params?: (facts: TrajectoryFacts) => Readonly<Record<string, number>>;
}

interface ActionRule {
  readonly in: readonly TrajectoryState[];
  /** Why not before the first of these states, and why not after the last. */
  readonly early?: string;
  readonly late: string;
  readonly guards?: readonly Guard[];
}

const underWay = ['intake', 'eligibility', 'agreement', 'planning', 'guidance', 'closing', 'follow_up'] as const;

const planReadable: Guard = { holds: ({ plan }) => plan === 'submitted', because: 'may.planNotSubmitted' };
const planOpen: Guard = { holds: ({ plan }) => plan !== 'submitted', because: 'may.planIsRead' };

/** What may happen in which state. One table for the server and for the button; a button that is off shows the text. */
export const actionRules = {
  recordIntake: { in: ['intake', 'eligibility', 'agreement', 'planning'], late: 'may.intakeFixed' },
  addGuide: { in: underWay, late: 'may.ended' },
  removeGuide: {
    in: underWay,
    late: 'may.ended',
    guards: [{ holds: ({ guides }) => guides > 1, because: 'may.lastGuide' }],
  },
  addPart: { in: ['intake', 'eligibility', 'agreement', 'planning', 'guidance'], late: 'may.partsFixed' },
  recordStaffInformed: { in: underWay, late: 'may.ended' },
  completeIntake: {
    in: ['intake'],
    late: 'may.intakeDone',
    guards: [
      {
        holds: ({ intakeGaps }) => intakeGaps === 0,
        because: 'may.intakeGaps',
        params: ({ intakeGaps }) => ({ count: intakeGaps }),
      },
      { holds: ({ guides }) => guides > 0, because: 'may.noGuide' },
    ],
  },
  decideEligibility: {
    in: ['eligibility', 'agreement'],
    early: 'may.intakeFirst',
    late: 'may.agreedAlready',
  },
  sendAgreement: {
    in: ['agreement'],
    early: 'may.eligibleFirst',
    late: 'may.agreedAlready',
    guards: [{ holds: ({ eligibility }) => eligibility === 'eligible', because: 'may.eligibleFirst' }],
  },
  agree: {
    in: ['agreement'],
    early: 'may.eligibleFirst',
    late: 'may.agreedAlready',
    guards: [
      { holds: ({ eligibility }) => eligibility === 'eligible', because: 'may.eligibleFirst' },
      { holds: ({ agreement }) => agreement === 'sent', because: 'may.agreementNotSent' },
    ],
  },
  savePlan: { in: ['planning'], early: 'may.agreementFirst', late: 'may.planApproved', guards: [planOpen] },
  submitPlan: {
    in: ['planning'],
    early: 'may.agreementFirst',
    late: 'may.planApproved',
    guards: [
      planOpen,
      { holds: ({ plan }) => plan !== 'none', because: 'may.noPlan' },
      {
        holds: ({ planGaps }) => planGaps === 0,
        because: 'may.planGaps',
        params: ({ planGaps }) => ({ count: planGaps }),
      },
    ],
  },
  withdrawPlan: { in: ['planning'], early: 'may.agreementFirst', late: 'may.planApproved', guards: [planReadable] },
  remarkOnPlan: { in: ['planning'], early: 'may.agreementFirst', late: 'may.planApproved', guards: [planReadable] },
  approvePlan: { in: ['planning'], early: 'may.agreementFirst', late: 'may.planApproved', guards: [planReadable] },
  returnPlan: { in: ['planning'], early: 'may.agreementFirst', late: 'may.planApproved', guards: [planReadable] },
  recordSession: { in: ['planning', 'guidance', 'closing'], early: 'may.agreementFirst', late: 'may.sessionsFixed' },
  correctSession: {
    in: ['planning', 'guidance', 'closing'],
    early: 'may.agreementFirst',
    late: 'may.sessionsFixed',
    guards: [{ holds: ({ sessions }) => sessions > 0, because: 'may.noSession' }],
  },
  strikeSession: {
    in: ['planning', 'guidance', 'closing'],
    early: 'may.agreementFirst',
    late: 'may.sessionsFixed',
    guards: [{ holds: ({ sessions }) => sessions > 0, because: 'may.noSession' }],
  },
  saveActionPlan: {
    in: ['guidance', 'closing'],
    early: 'may.planFirst',
    late: 'may.sealed',
    guards: [{ holds: ({ sessions }) => sessions > 0, because: 'may.sessionFirst' }],
  },
  sendActionPlan: {
    in: ['closing'],
    early: 'may.noActionPlan',
    late: 'may.sealed',
    guards: [
      {
        holds: ({ actionPlanGaps }) => actionPlanGaps === 0,
        because: 'may.actionPlanGaps',
        params: ({ actionPlanGaps }) => ({ count: actionPlanGaps }),
      },
    ],
  },
  confirmActionPlan: {
    in: ['closing'],
    early: 'may.noActionPlan',
    late: 'may.sealed',
    guards: [{ holds: ({ actionPlan }) => actionPlan === 'to_confirm', because: 'may.actionPlanNotSent' }],
  },
  sealActionPlan: {
    in: ['closing'],
    early: 'may.noActionPlan',
    late: 'may.sealed',
    guards: [
      { holds: ({ actionPlan }) => actionPlan === 'to_confirm', because: 'may.actionPlanNotSent' },
      { holds: ({ confirmedByEnterprise }) => confirmedByEnterprise, because: 'may.enterpriseNotConfirmed' },
      { holds: ({ confirmedByGuide }) => confirmedByGuide, because: 'may.guideNotConfirmed' },
    ],
  },
  recordFollowUp: {
    in: ['follow_up'],
    early: 'may.sealFirst',
    late: 'may.ended',
    guards: [
      {
        holds: ({ followUpsDone, followUpsPlanned }) => followUpsDone < followUpsPlanned,
        because: 'may.followUpsDone',
      },
    ],
  },
  // The last one ends the trajectory: a slip in it can be mended all the same.
  correctFollowUp: {
    in: ['follow_up', 'completed'],
    early: 'may.sealFirst',
    late: 'may.ended',
    guards: [{ holds: ({ followUpsDone }) => followUpsDone > 0, because: 'may.noFollowUp' }],
  },
  stop: { in: underWay, late: 'may.ended' },
} as const satisfies Record<string, ActionRule>;

export type TrajectoryAction = keyof typeof actionRules;
export const trajectoryActions = Object.keys(actionRules) as readonly TrajectoryAction[];

const refuse = (because: string, params: Readonly<Record<string, string | number>> = {}): Permission => ({
  allowed: false,
  because,
  params,
});

/** May this happen now? Looks at the state first, then at the facts; the first reason that stands in the way is given. */
export function may(action: TrajectoryAction, facts: TrajectoryFacts): Permission {
  const rule: ActionRule = actionRules[action];
  if (facts.state === 'stopped') return refuse('may.stopped');
  if (!rule.in.includes(facts.state)) {
    if (facts.state === 'completed') return refuse('may.ended');
    const isEarly = trajectoryStates.indexOf(facts.state) < trajectoryStates.indexOf(rule.in[0]!);
    return refuse(isEarly && rule.early ? rule.early : rule.late);
  }
  const broken = rule.guards?.find((guard) => !guard.holds(facts));
  return broken ? refuse(broken.because, broken.params?.(facts)) : { allowed: true };
}

/**
 * The state after an action that was allowed. `outcome` is needed for a decision on eligibility only: what is not eligible,
 * or needs evidence, stays where it can be decided again.
 */
export function stateAfter(
  action: TrajectoryAction,
  facts: TrajectoryFacts,
  outcome?: EligibilityOutcome,
): TrajectoryState {
  switch (action) {
    case 'completeIntake':
      return 'eligibility';
    case 'decideEligibility':
      return outcome === 'eligible' ? 'agreement' : 'eligibility';
    case 'agree':
      return 'planning';
    case 'approvePlan':
      return 'guidance';
    case 'saveActionPlan':
      return 'closing';
    case 'sealActionPlan':
      return 'follow_up';
    case 'recordFollowUp':
      return facts.followUpsDone + 1 >= facts.followUpsPlanned ? 'completed' : 'follow_up';
    case 'stop':
      return 'stopped';
    default:
      return facts.state;
  }
}
