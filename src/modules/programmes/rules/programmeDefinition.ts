import type { PlainDate } from '#shared/dates.ts';
import type { Localised } from '#shared/localised.ts';

/** Conditions that the eligibility rules know how to test. */
export type Condition = 'sme' | 'aid_room' | 'lot' | 'local_authority_care';

/** A joint committee with its official name (nl, fr) and a short one (en, de); the number is `124` or `149.01`. */
export interface JointCommittee {
  readonly number: string;
  readonly name: Localised;
}

/** A part of the programme: some sectors, a target and a budget. */
export interface Lot {
  readonly number: number;
  readonly name: Localised;
  /** Committees that this lot names. Empty for the lot that takes the rest. */
  readonly jointCommittees: readonly string[];
  /** True for the one lot that serves every committee that no other lot names. */
  readonly rest: boolean;
  /** Care services of local authorities that this lot serves (`childcare`, `home_care`, `elderly_care`). */
  readonly localAuthorityCare: readonly string[];
  /** Organisations to serve. */
  readonly target: number;
  /** Maximum budget, VAT included. */
  readonly budgetCents: number;
  /** Organisations that the lot works with without being a provider of it. */
  readonly associates: readonly string[];
}

/** A provider: usually a sector fund. */
export interface Fund {
  readonly id: string;
  readonly name: string;
  readonly lot: number;
  readonly jointCommittees: readonly string[];
  /** Serves the care services of local authorities. */
  readonly localAuthorities: boolean;
  /** A fund that is not active gets no leads: the lot's coordinator does. */
  readonly active: boolean;
  readonly coordinator: boolean;
  /** True when we chose this coordinator for the example: the sources name only that of lot 5. */
  readonly invented: boolean;
}

/** A sector in plain words, as an owner would look for it. */
export interface Sector {
  readonly id: string;
  readonly name: Localised;
  /** Other words for it, per language: trades, shops, what people type. */
  readonly words: Readonly<Record<'nl' | 'en' | 'fr' | 'de', readonly string[]>>;
  /** Committees that are usual here, the usual one first. */
  readonly jointCommittees: readonly string[];
  /** The care service it is when a local authority runs it. */
  readonly careKind?: string;
  /** The organisation is a local authority itself: its service decides, not a committee. */
  readonly localAuthority?: boolean;
}

/** Who sits in the steering group of a lot: its coordinator (in the chair), its active providers, the programme manager. */
export type Seat = 'coordinator' | 'providers' | 'programme_manager';

/** What a steering group speaks about, in this order. */
export type AgendaItem = 'progress' | 'bottlenecks' | 'success_stories';

export interface Governance {
  /** The start-up meeting takes place within this many months after the start. */
  readonly startUpWithinMonths: number;
  /** Per lot a steering group, every so many months. */
  readonly steeringGroupEveryMonths: number;
  readonly steeringGroupSeats: readonly Seat[];
  readonly steeringGroupAgenda: readonly AgendaItem[];
  /** Exchange sessions across lots during the run. */
  readonly exchangeSessions: number;
}

/** Everything that makes one programme differ from another: an immutable, published version. */
export interface ProgrammeDefinition {
  readonly code: string;
  readonly version: number;
  readonly name: Localised;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** Organisations to serve at least. */
  readonly target: number;
  /** The programme is for organisations with fewer workers than this, and looks first at those under `focusWorkersUnder`. */
  readonly workersUnder: number;
  readonly focusWorkersUnder: number;
  /** VAT included; reserved as aid at the participation agreement until a plan gives an estimate. */
  readonly pricePerTrajectoryCents: number;
  /** Price of an hour of guidance, VAT included, and most hours of one trajectory; undefined where the programme fixes none. */
  readonly pricePerHourCents?: number;
  readonly hoursPerTrajectory?: number;
  /** The de-minimis regulation under which the guidance is granted; undefined means: the one in force on the day. */
  readonly aidRegulation?: string;
  readonly lots: readonly Lot[];
  readonly funds: readonly Fund[];
  readonly jointCommittees: readonly JointCommittee[];
  /** Committees for whoever has none of their own (100, 200): they decide the lot only when nothing else does. */
  readonly auxiliaryCommittees: readonly string[];
  readonly sectors: readonly Sector[];
  readonly governance: Governance;
  /** Which conditions hold for which kind of organisation. */
  readonly conditions: Readonly<Record<'enterprise' | 'social_profit' | 'local_authority', readonly Condition[]>>;
  /** Months after the action plan at which somebody calls. */
  readonly followUpMonths: readonly number[];
}
