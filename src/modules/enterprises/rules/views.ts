import type { Locale } from '#shared/localised.ts';
import type { Origin } from './origins.ts';
import type { CareKind, ContactCapacity, OrganisationKind } from './organisation.ts';

/** The page with the facts of an enterprise and its contacts. */
export interface FactsView {
  readonly enterprise: {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly organisationKind: OrganisationKind;
    readonly careKind: CareKind | null;
    readonly municipality: string | null;
    readonly sectorCode: string | null;
    readonly jointCommittees: readonly { readonly number: string; readonly workers?: number | undefined }[];
    readonly workers: number | null;
    readonly locale: Locale;
    readonly version: number;
  };
  /** The facts as JSON, to travel with the form. */
  readonly shown: string;
  readonly sectors: readonly { readonly id: string; readonly name: string; readonly committees: readonly string[] }[];
  readonly committees: readonly { readonly number: string; readonly name: string }[];
  /** The lots that the committees point to when they are not the enterprise's own lot, or are several. */
  readonly lots: readonly number[];
  readonly lot: number | null;
  readonly fund: string | null;
  readonly contacts: readonly {
    readonly id: string;
    readonly person: string;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly capacity: ContactCapacity;
    readonly main: boolean;
    /** Signs in, and so keeps their own name and telephone. */
    readonly account: boolean;
    readonly erased: boolean;
  }[];
  /** Where each fact came from, the newest value first. */
  readonly origins: readonly Origin[];
  readonly mayChange: boolean;
  /** What the enterprise register says of it; null when it is not in there, or for whoever cannot look it up. */
  readonly registered: {
    readonly name: string;
    readonly municipality: string | null;
    readonly sectorCode: string | null;
    /** Whether it says anything else than what is known here. */
    readonly differs: boolean;
  } | null;
  /** May show, correct and erase what is kept about a contact, when they ask. */
  readonly mayHelp: boolean;
}
