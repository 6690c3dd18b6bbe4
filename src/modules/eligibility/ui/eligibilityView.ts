import type { Localised } from '#shared/localised.ts';
import type { OrganisationKind, CareKind } from '#modules/enterprises/index.ts';
import type { CommitteeFact, JointCommittee } from '#modules/programmes/index.ts';
import type { Permission } from '#modules/trajectories/index.ts';
import type { EligibilityDecision } from '../rules/decideEligibility.ts';
import type { MembersFound } from '../rules/membersFound.ts';
import type { Standing } from '../rules/validity.ts';
import type { RunAgain } from '../rules/versions/runAgain.ts';
import type { AccountingPeriod, DeclaredAid, EligibilityFacts } from '../rules/facts.ts';

/** A decision as it was frozen, with the name of who decided (empty when nobody did, as in an import). */
export interface ShownDecision {
  readonly id: string;
  readonly outcome: EligibilityDecision['outcome'];
  readonly facts: EligibilityFacts;
  readonly decision: EligibilityDecision;
  readonly ruleVersion: string;
  readonly hash: string;
  readonly checkCode: string;
  /** Last day on which it can be relied on; null when nothing was decided yet. */
  readonly validUntil: string | null;
  readonly decidedAt: Date;
  readonly decidedByName: string;
  /** The law that each reason rests on, by its code. */
  readonly sources: Readonly<Record<string, string>>;
  readonly whyAgain: string | null;
}

/** What the operation `eligibility.readEligibility` gives. */
export interface EligibilityView {
  readonly trajectory: { readonly id: string; readonly enterpriseName: string; readonly state: string };
  readonly known: {
    readonly organisationKind: OrganisationKind;
    readonly careKind?: CareKind | null | undefined;
    readonly jointCommittees: readonly CommitteeFact[];
    readonly workers: number | null;
    /** Ten figures. */
    readonly number: string;
  };
  /** What the enterprise register says; null when it is not in there, or for whoever cannot look it up. */
  readonly registered?: {
    readonly number: string;
    readonly legalForm: string | null;
    readonly activity: string | null;
    readonly startsOn: string | null;
    /** What its legal form points to. */
    readonly kind: OrganisationKind;
  } | null;
  /** What is usual in the sector that is known, the usual one first; shown as a suggestion, never as a fact. */
  readonly suggested: { readonly sector: Localised; readonly committees: readonly string[] } | null;
  readonly lastFacts: EligibilityFacts | null;
  /** Aid that is known already, from the ledger: nobody types it twice. */
  readonly knownAid?: readonly DeclaredAid[];
  /** The declaration of earlier aid that the enterprise agreed to. */
  readonly declaration?: { readonly checkCode: string; readonly at: Date } | null;
  /** A decision on the same enterprise in another trajectory or programme; while it is valid its facts stand in the form. */
  readonly reuse: {
    readonly on: string;
    readonly validUntil: string | null;
    readonly programme: Localised;
    readonly standing: Standing;
    readonly trajectory: string;
  } | null;
  /** What the bookkeeper gave since the last decision: it stands in the form already. */
  readonly given: readonly AccountingPeriod[];
  readonly newestYear: number;
  /** The one that counts first. */
  readonly decisions: readonly ShownDecision[];
  readonly committees: readonly JointCommittee[];
  readonly lots: readonly { readonly number: number; readonly name: Localised }[];
  /** Providers by the id that stands in a decision. */
  readonly funds: readonly { readonly id: string; readonly name: string }[];
  readonly grantCents: number;
  readonly agreement: 'none' | 'sent' | 'agreed';
  readonly today: string;
  readonly mayDecide: boolean;
  readonly mayRunAgain: boolean;
  readonly may: { readonly decideEligibility: Permission };
}

/** What the operation `eligibility.tryOut` gives. */
export interface Tried {
  readonly facts: EligibilityFacts;
  readonly sources: Readonly<Record<string, string>>;
  readonly decision: EligibilityDecision;
}

/** What the operation `eligibility.runDecisionAgain` gives. */
export type RanAgain = RunAgain & {
  readonly decision: string;
  readonly ruleVersion: string;
  readonly hashFits: boolean;
  readonly programmeFrozen: boolean;
};

/** The form that was not accepted, or that only tried something. */
export interface EligibilityAnswer {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
  readonly result?: Tried | RanAgain | MembersFound;
}
