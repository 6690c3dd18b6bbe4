import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import type { EligibilityFacts } from '#modules/eligibility/index.ts';
import type { CareKind, ContactCapacity, OrganisationKind } from '#modules/enterprises/index.ts';
import type { ProfileId } from '#modules/maturity/index.ts';
import type { CodeIn, CommitteeFact } from '#modules/programmes/index.ts';
import type { ActionPlan } from '../../src/modules/trajectories/rules/actionPlan.ts';
import type { Intake, StaffInformed } from '../../src/modules/trajectories/rules/intake.ts';
import type { PlanOfApproach } from '../../src/modules/trajectories/rules/plan.ts';

/** What the seeder reads. Keys (`bram`, `houtatelier`) link things to one another; the seeder makes the ids. */

export interface SeedPerson {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly phone?: string;
  readonly grants: readonly {
    readonly role:
      | 'enterprise_lead'
      | 'consultant'
      | 'provider_member'
      | 'lot_coordinator'
      | 'programme_manager'
      | 'evaluator'
      | 'auditor';
    readonly scope: 'programme' | 'lot' | 'provider';
    /** Number of the lot or id of the fund; nothing for the programme. */
    readonly of?: number | string;
  }[];
}

export interface SeedContact {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly capacity: ContactCapacity;
}

export interface SeedEnterprise {
  readonly key: string;
  /** Ten digits with right check digits, of a series that the register does not give out. */
  readonly number: string;
  readonly name: string;
  readonly municipality: string;
  readonly organisationKind: OrganisationKind;
  readonly careKind?: CareKind;
  /** Id of a sector of the programme. */
  readonly sector: string;
  readonly jointCommittees: readonly CommitteeFact[];
  readonly workers: number;
  readonly locale: Locale;
  /** The first is the main one. */
  readonly contacts: readonly [SeedContact, ...SeedContact[]];
}

export interface SeedLead {
  readonly enterprise: SeedEnterprise;
  readonly lot: number;
  /** Id of the fund where it lies now. */
  readonly provider: string;
  readonly state: 'new' | 'taken' | 'declined' | 'withdrawn' | 'converted';
  readonly source: CodeIn<'leadSources'>;
  readonly createdOn: PlainDate;
  /** Key of a person. */
  readonly takenBy?: string;
  readonly wantsCall: boolean;
  readonly message?: string;
  readonly nextContactOn?: PlainDate;
  readonly declineReason?: CodeIn<'declineReasons'>;
  readonly declineWords?: string;
  /** The fund that had it first, and why it went on. */
  readonly handedOver?: { readonly from: string; readonly on: PlainDate; readonly by: string; readonly words: string };
  readonly contacts: readonly {
    readonly on: PlainDate;
    readonly by: string;
    readonly channel: CodeIn<'contactChannels'>;
    readonly words: string;
  }[];
}

export interface SeedScan {
  /** Key of a contact. */
  readonly by: string;
  readonly role: 'owner' | 'hr' | 'team_leader';
  readonly on: PlainDate;
  /** The profiles that should fit best (table 7 of the evaluation); see `scanAnswers`. */
  readonly towards: readonly ProfileId[];
  /** 0: as clear as can be; 1 or more: so many statements answered one step otherwise, to make people disagree. */
  readonly wobble: number;
}

/** How the evaluation described the case (annex 9), as codes. */
export interface PublishedCase {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  readonly lot: number;
  readonly approach: CodeIn<'approaches'>;
  readonly fit: CodeIn<'approachFits'>;
  readonly participants: readonly CodeIn<'participants'>[];
  readonly themes: readonly CodeIn<'needThemes'>[];
  readonly climate: readonly CodeIn<'climateDimensions'>[];
  readonly activities: readonly CodeIn<'learningActivities'>[];
  readonly effects: readonly CodeIn<'effects'>[];
  readonly policySteps: readonly CodeIn<'policySteps'>[];
  /** Empty for the case without a profile. */
  readonly profiles: readonly ProfileId[];
}

export interface SeedPart {
  readonly key: string;
  readonly name: string;
  readonly municipality: string;
  readonly workers: number;
  readonly themes: readonly CodeIn<'needThemes'>[];
}

export interface SeedSession {
  readonly on: PlainDate;
  readonly hours: number;
  readonly people: number;
  readonly theme: CodeIn<'sessionThemes'>;
  /** Key of a person who guides. */
  readonly guide: string;
  /** Key of a part; nothing for the whole. */
  readonly part?: string;
  readonly notes: string;
}

export interface SeedDecision {
  readonly on: PlainDate;
  /** Key of a person. */
  readonly by: string;
  readonly facts: EligibilityFacts;
  /** Why an earlier decision is superseded. */
  readonly whyAgain?: string;
}

/** In which stage a case stands on the seed day. */
export type Stage =
  | 'lead_new'
  | 'lead_taken'
  | 'intake_done'
  | 'needs_evidence'
  | 'agreement_sent'
  | 'plan_draft'
  | 'plan_submitted'
  | 'in_guidance'
  | 'follow_up';

export interface SeedCase {
  readonly key: string;
  readonly stage: Stage;
  readonly published: PublishedCase;
  readonly lead: SeedLead;
  readonly scans: readonly SeedScan[];
  readonly guides: readonly {
    readonly person: string;
    readonly capacity: CodeIn<'guideCapacities'>;
    readonly since: PlainDate;
  }[];
  readonly startedOn?: PlainDate;
  readonly intake?: { readonly content: Intake; readonly completedOn: PlainDate };
  readonly informed: readonly StaffInformed[];
  readonly parts: readonly SeedPart[];
  readonly decisions: readonly SeedDecision[];
  readonly agreement?: { readonly sentOn: PlainDate; readonly agreedOn?: PlainDate };
  readonly plan?: {
    readonly content: PlanOfApproach;
    readonly state: 'draft' | 'submitted' | 'returned' | 'approved';
    readonly by: string;
    readonly changedOn: PlainDate;
    readonly submittedOn?: PlainDate;
    readonly verdict?: {
      readonly on: PlainDate;
      readonly by: string;
      readonly outcome: 'approved' | 'returned';
      readonly remarks: readonly { readonly path: string; readonly words: string }[];
    };
  };
  readonly sessions: readonly SeedSession[];
  readonly actionPlan?: {
    readonly content: ActionPlan;
    readonly by: string;
    readonly sentOn: PlainDate;
    readonly confirmedByEnterpriseOn: PlainDate;
    readonly confirmedByGuideOn: PlainDate;
    readonly sealedOn: PlainDate;
  };
  /** Talks that took place; the others follow from the day of sealing. */
  readonly followUpsDone: readonly {
    readonly months: number;
    readonly on: PlainDate;
    readonly by: string;
    readonly words: string;
  }[];
}
