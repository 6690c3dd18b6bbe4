import type { LotGovernance } from '#modules/programmes/index.ts';
import type { Step } from '#modules/trajectories/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { AttentionKind, HomeRole, LeadState, Stage } from './codes.ts';
import type { MonthPoint, Pace, standingOf } from './counts.ts';
import type { SampleAsked } from './sample.ts';
import type { ShownCells } from './smallCells.ts';
import type { Entry, InvolvedPerson, ListedEnterprise, Task } from './views.ts';

/** What home pages show, in the reader's language. */
export interface GuidedTrajectory {
  readonly id: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly providerName: string;
  readonly stage: Stage;
  readonly startedOn: PlainDate;
  readonly lastSession: PlainDate | null;
}

export interface Count<State extends string> {
  readonly state: State;
  readonly count: number;
}

/** A session in somebody's week. */
export interface WeekSession {
  readonly id: string;
  readonly day: PlainDate;
  readonly hours: number;
  readonly people: number;
  readonly theme: string;
  readonly trajectory: string;
  readonly enterpriseName: string;
  readonly providerName: string;
}

/** The week of a consultant: what was done and what is due, by day. */
export interface WeekView {
  readonly monday: PlainDate;
  readonly sunday: PlainDate;
  readonly previous: PlainDate;
  readonly next: PlainDate;
  readonly days: readonly {
    readonly day: PlainDate;
    readonly sessions: readonly WeekSession[];
    readonly due: readonly Task[];
  }[];
  readonly hours: number;
}

export interface DueLead {
  readonly id: string;
  readonly state: LeadState;
  readonly nextContactOn: PlainDate | null;
  readonly wantsCall: boolean;
  readonly enterpriseName: string;
  readonly municipality: string | null;
}

export interface BoardCard {
  readonly id: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly startedOn: PlainDate;
  readonly lastSession: PlainDate | null;
}

/** One column of the board: how many trajectories stand there, and the newest of them. */
export interface BoardColumn {
  readonly stage: Stage;
  readonly count: number;
  readonly cards: readonly BoardCard[];
}

/** What stands at a place, see rules/counts.ts. */
export type Standing = ReturnType<typeof standingOf>;

export interface PartnerView extends Standing {
  readonly id: string;
  readonly lot: string;
  readonly name: string;
  readonly coordinates: boolean;
  /** What it would be if the target of the lot were shared equally, and how many of those by now; null outside the programme's time. */
  readonly share: number;
  readonly expected: number | null;
  readonly pace: Pace | null;
  /** First day of the month in which guidance last began somewhere. */
  readonly lastStart: PlainDate | null;
}

export interface LotView extends Standing {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly programmeName: string;
  readonly target: number;
  /** How many would be reached by now if they came evenly; null outside the programme's time. */
  readonly expected: number | null;
  readonly pace: Pace | null;
}

export interface AttentionItem {
  readonly id: string;
  readonly trajectory: string;
  readonly enterpriseName: string;
  readonly providerName: string;
  readonly since: PlainDate;
}

export interface AttentionGroup {
  readonly kind: AttentionKind;
  /** Counted up to a hundred. */
  readonly count: number;
  readonly items: readonly AttentionItem[];
}

export interface AttentionListView {
  readonly kind: AttentionKind;
  readonly items: readonly AttentionItem[];
  readonly next: string | null;
  readonly continued: boolean;
}

/** A table of counts of which the small ones are hidden (null); the last row and the last column are totals. */
export interface HiddenTable {
  readonly rows: readonly string[];
  readonly cells: ShownCells;
}

/** What others did since somebody last looked, by enterprise. */
export interface News {
  /** Null for who looks for the first time: then it is the last thirty days. */
  readonly since: Date | null;
  readonly groups: readonly {
    readonly enterprise: string;
    readonly name: string;
    readonly entries: readonly Entry[];
    readonly more: number;
  }[];
  /** There is more than is shown. */
  readonly more: boolean;
}

/** The meetings of a lot, with its name in the reader's language. */
export type GovernanceView = LotGovernance & { readonly lot: number; readonly name: string };

/** What is theirs, by role. */
export type HomePart =
  | {
      readonly role: 'enterprise_lead';
      readonly enterprises: readonly ListedEnterprise[];
      readonly steps: readonly Step[] | null;
      /** Who guides them, when there is one enterprise. */
      readonly guides: readonly InvolvedPerson[];
    }
  | {
      readonly role: 'consultant';
      readonly week: WeekView;
      readonly agreements: readonly {
        readonly trajectory: string;
        readonly enterpriseName: string;
        readonly sentOn: PlainDate;
      }[];
      readonly guided: readonly GuidedTrajectory[];
      readonly next: string | null;
    }
  | {
      readonly role: 'provider_member';
      readonly standing: Standing;
      readonly leads: readonly Count<LeadState>[];
      readonly dueLeads: readonly DueLead[];
      readonly board: readonly BoardColumn[];
    }
  | {
      readonly role: 'lot_coordinator';
      readonly lots: readonly LotView[];
      readonly partners: readonly PartnerView[];
      readonly months: readonly MonthPoint[];
      readonly attention: readonly AttentionGroup[];
      readonly governance: readonly GovernanceView[];
    }
  | {
      readonly role: 'programme_manager';
      readonly lots: readonly LotView[];
      readonly attention: readonly AttentionGroup[];
      readonly leads: readonly Count<LeadState>[];
      readonly stages: readonly Count<Stage>[];
      readonly governance: readonly GovernanceView[];
    }
  | {
      readonly role: 'evaluator';
      readonly lots: HiddenTable;
      /** Targets of the lots, as the call published them; in the order of the rows. */
      readonly targets: readonly number[];
      readonly sectors: HiddenTable;
    }
  | {
      readonly role: 'auditor';
      readonly lots: readonly { readonly id: string; readonly number: number; readonly name: string }[];
      readonly trajectories: number;
      readonly entries: readonly Entry[];
      readonly next: string | null;
    };

export interface HomeView {
  readonly name: string;
  readonly role: HomeRole;
  readonly roles: readonly HomeRole[];
  readonly today: PlainDate;
  /** The one thing to do first; null on a later page, where all tasks stand in the list. */
  readonly first: Task | null;
  readonly tasks: readonly Task[];
  readonly next: string | null;
  readonly continued: boolean;
  /** Null for who sees no enterprise. */
  readonly news: News | null;
  readonly part: HomePart;
}

export interface SearchView {
  /** As typed. */
  readonly words: string;
  /** Something was asked that can be searched for. */
  readonly asked: boolean;
  /** No name holds the typed letters: what is shown looks like them. */
  readonly alike: boolean;
  readonly enterprises: readonly {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly municipality: string | null;
    readonly stage: Stage;
  }[];
  readonly trajectories: readonly {
    readonly id: string;
    readonly enterpriseName: string;
    readonly stage: Stage;
    readonly startedOn: PlainDate;
  }[];
  readonly people: readonly {
    readonly person: string;
    readonly name: string;
    readonly side: 'contact' | 'guide';
    readonly enterprise: string;
    readonly enterpriseName: string;
  }[];
}

export interface SampleView {
  readonly asked: SampleAsked | null;
  readonly population: number;
  readonly files: readonly {
    readonly id: string;
    readonly enterpriseName: string;
    readonly enterpriseNumber: string;
    readonly providerName: string;
    readonly lotNumber: number;
    readonly stage: Stage;
    readonly startedOn: PlainDate;
  }[];
  readonly lots: readonly { readonly id: string; readonly number: number; readonly name: string }[];
  readonly today: PlainDate;
}
