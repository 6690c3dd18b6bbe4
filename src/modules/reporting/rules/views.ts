import type { FilesBeside, Threads } from '#modules/timeline/index.ts';
import type { Step } from '#modules/trajectories/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Stage } from './codes.ts';
import type { EntryIcon } from './entryKinds.ts';
import type { Choices, ListPart, Size } from './lists.ts';
import type { TimelineFilters } from './timelineFilters.ts';
import type { TrajectoryPage } from './trajectoryPages.ts';
import type { Urgency } from './urgency.ts';

export type * from './homeViews.ts';

/** What the pages show, in the reader's language: sentences are made, names are filled in, days are `YYYY-MM-DD`. */
export interface Task {
  readonly id: string;
  readonly text: string;
  readonly due: PlainDate | null;
  readonly urgency: Urgency;
  readonly link: string;
  /** Which enterprise it is about, unless the sentence says so itself. */
  readonly about: string | null;
  /** For whom it waits. */
  readonly roles: readonly string[];
  readonly icon: EntryIcon;
}

/** A task on a timeline, where it may be somebody else's: it leads only where the reader may go. */
export interface PlannedTask extends Omit<Task, 'link'> {
  readonly link: string | null;
}

/** Something that happened. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly day: PlainDate;
  readonly link: string | null;
  readonly icon: EntryIcon;
  readonly officeOnly: boolean;
  readonly enterprise: string;
  readonly about: string | null;
}

export interface ListedEnterprise {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly lotNumber: number | null;
  readonly providerName: string | null;
  readonly stage: Stage;
  readonly lastActivity: PlainDate | null;
}

export interface EnterpriseListView extends ListPart {
  readonly enterprises: readonly (ListedEnterprise & { readonly size: Size })[];
  readonly choices: Choices;
  /** The caller works in the office, and may see many enterprises. */
  readonly office: boolean;
}

export interface TrajectoryView {
  readonly id: string;
  readonly stage: Stage;
  readonly startedOn: PlainDate;
  readonly steps: readonly Step[];
  readonly pages: readonly TrajectoryPage[];
  /** Hours of guidance; `planned` and `byNow` are null while no plan was submitted. */
  readonly hours: { readonly used: number; readonly planned: number | null; readonly byNow: number | null };
  readonly decision: {
    readonly outcome: 'eligible' | 'not_eligible' | 'needs_evidence';
    readonly day: PlainDate;
    readonly ruleVersion: string;
    /** The first reasons, as sentences. */
    readonly reasons: readonly { readonly kind: 'for' | 'against' | 'open'; readonly text: string }[];
  } | null;
}

export interface InvolvedPerson {
  readonly id: string;
  readonly side: 'enterprise' | 'guide';
  readonly capacity: string;
  readonly name: string;
  readonly phone: string | null;
}

export interface EnterpriseView {
  readonly enterprise: {
    readonly id: string;
    readonly name: string;
    readonly number: string;
    readonly municipality: string | null;
    readonly workers: number | null;
    readonly sector: string | null;
    readonly lot: { readonly number: number; readonly name: string } | null;
    readonly provider: string | null;
  };
  readonly trajectory: TrajectoryView | null;
  /** What waits for the caller here, soonest first. */
  readonly waiting: readonly Task[];
  /** What lies ahead for anybody, the furthest first. */
  readonly ahead: readonly PlannedTask[];
  readonly entries: readonly Entry[];
  readonly next: string | null;
  readonly continued: boolean;
  /** What people wrote beside the lines that are shown. */
  readonly threads: Threads;
  readonly files: FilesBeside;
  readonly filters: TimelineFilters;
  /** What the timeline can be narrowed to. */
  readonly trajectories: readonly {
    readonly id: string;
    readonly startedOn: PlainDate;
    readonly provider: string;
    readonly providerName: string;
  }[];
  readonly mayWrite: boolean;
  readonly people: readonly InvolvedPerson[];
  readonly office: boolean;
}
