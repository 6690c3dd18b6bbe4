import type { CareKind, OrganisationKind } from '#modules/enterprises/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { LeadAction, LeadState } from './leadStates.ts';

/** Facts of the enterprise as they came with a request: nothing personal. */
export interface GivenFacts {
  readonly name?: string;
  readonly municipality?: string;
  readonly organisationKind?: OrganisationKind;
  readonly careKind?: CareKind | null;
  /** Id of a sector; null when it stands in no list. */
  readonly sector?: string | null;
  readonly workers?: number | null;
}

/** What was typed on the first half of «help me further», as it was typed. */
export interface AboutValues {
  readonly number: string;
  readonly words: string;
  readonly sector: string;
  readonly lot: string;
  readonly organisationKind: string;
  readonly careKind: string;
  readonly workers: string;
  readonly municipality: string;
}
export type AboutField = keyof AboutValues;

/** The page «help me further», whichever half it is at. */
export interface HelpView {
  readonly step: 'about' | 'contact';
  readonly about: AboutValues;
  /** Beside the fields, in the page's language; none when the page is opened. */
  readonly errors: Partial<Readonly<Record<AboutField, string>>>;
  /** Why this programme cannot help, and who can. */
  readonly elsewhere: { readonly reasons: readonly string[]; readonly fund: string | null } | null;
  /** All sectors by name, to help while typing. */
  readonly sectorNames: readonly string[];
  /** Sectors to choose from when the words were not clear. */
  readonly sectorChoices: readonly { readonly id: string; readonly name: string }[];
  /** Lots to choose from when the sector lies in several. */
  readonly lotChoices: readonly { readonly lot: number; readonly name: string; readonly fund: string }[];
  /** What the second half says of the first. */
  readonly summary: { readonly number: string; readonly sector: string | null; readonly fund: string | null };
  /** Good to know, in words. */
  readonly notes: readonly string[];
  readonly scan: { readonly secret: string; readonly enterpriseName: string | null } | null;
  /** What the register calls the enterprise with this number. */
  readonly registeredName: string | null;
}

/** The page on which an enterprise is looked up for «help me further». */
export interface FindView {
  readonly words: string;
  readonly place: string;
  /** The link of a scan that travels along; empty when there is none. */
  readonly scan: string;
  readonly asked: boolean;
  /** Nothing is called so: these only look like it. */
  readonly alike: boolean;
  readonly found: readonly {
    readonly number: string;
    readonly name: string;
    readonly place: string;
    readonly activity: string | null;
    /** The name by which it was found, when that is another than its own. */
    readonly foundBy: string | null;
    /** The address of the form with this one filled in. */
    readonly choose: string;
  }[];
}

export interface ThanksView {
  /** Null when the programme looks for the one who calls. */
  readonly fund: string | null;
  readonly by: PlainDate | null;
}

export interface ListedLead {
  readonly id: string;
  readonly state: LeadState;
  readonly enterprise: string;
  readonly municipality: string | null;
  readonly workers: number | null;
  readonly lot: number | null;
  readonly fund: string | null;
  readonly takenBy: string | null;
  readonly wantsCall: boolean;
  readonly cameIn: PlainDate;
  readonly nextContactOn: PlainDate | null;
  readonly late: boolean;
  readonly attached: number;
}

export interface LeadListView {
  readonly leads: readonly ListedLead[];
  readonly next: string | null;
  readonly continued: boolean;
  /** What is chosen, as it stands in the address; the open ones are the usual choice and stand not there. */
  readonly chosen: Readonly<Record<string, string>>;
  /** How many fit; `more` than that when they are not counted further. */
  readonly counted: { readonly count: number; readonly more: boolean };
  readonly counts: Readonly<Partial<Record<LeadState | 'open', number>>>;
  /** Funds to filter by; none for somebody of one fund. */
  readonly funds: readonly { readonly id: string; readonly name: string }[];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
}

export interface LeadPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** What this person typed when it differs from what we know: it may be somebody else, or newer. */
  readonly typed: { readonly name: string; readonly phone: string | null } | null;
}

export interface LeadView {
  readonly id: string;
  readonly version: number;
  readonly state: LeadState;
  readonly source: string;
  readonly cameIn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly fund: string | null;
  readonly lot: { readonly number: number; readonly name: string } | null;
  readonly enterprise: {
    readonly id: string;
    readonly name: string;
    readonly number: string;
    readonly municipality: string | null;
    readonly organisationKind: OrganisationKind;
    readonly careKind: CareKind | null;
    readonly sector: string | null;
    readonly workers: number | null;
  };
  /** What came with the request and differs from what was known. */
  readonly givenOtherwise: readonly { readonly fact: 'name' | 'municipality' | 'workers'; readonly value: string }[];
  /** Lots that the enterprise has to do with, when there are several: the funds settle it together. */
  readonly lots: readonly { readonly number: number; readonly committees: readonly string[]; readonly fund: string }[];
  readonly contact: LeadPerson;
  readonly wantsCall: boolean;
  readonly message: string | null;
  readonly takenBy: { readonly name: string; readonly me: boolean } | null;
  readonly nextContactOn: PlainDate | null;
  readonly late: boolean;
  readonly log: readonly {
    readonly id: string;
    readonly day: PlainDate;
    readonly channel: string;
    readonly words: string;
    readonly by: string;
  }[];
  readonly attached: readonly {
    readonly id: string;
    readonly on: PlainDate;
    readonly contact: LeadPerson;
    readonly wantsCall: boolean;
    readonly message: string | null;
  }[];
  readonly handovers: readonly {
    readonly id: string;
    readonly from: string | null;
    readonly to: string;
    readonly by: string;
    readonly day: PlainDate;
    readonly words: string;
  }[];
  readonly ended: { readonly reason: string | null; readonly words: string | null } | null;
  readonly trajectory: string | null;
  readonly scan: string | null;
  /** For each thing to do: what the caller's role allows, and why it cannot be done now (a text of the office). */
  readonly actions: Readonly<Record<LeadAction, { readonly shown: boolean; readonly because: string | null }>>;
  /** Where it can go. */
  readonly otherFunds: readonly {
    readonly lot: string;
    readonly funds: readonly { readonly id: string; readonly name: string }[];
  }[];
  readonly today: PlainDate;
  readonly suggestedNext: PlainDate;
}
