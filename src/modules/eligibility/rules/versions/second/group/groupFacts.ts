import type { PlainDate } from '#shared/dates.ts';
import type { AccountingPeriod } from '../facts.ts';

/** What an entry of the graph is. The kinds after `naturalPerson` are those of article 3(2) and 3(4) of the annex. */
export const holderKinds = [
  'enterprise',
  'naturalPerson',
  'university',
  'nonProfitResearch',
  'ventureCapital',
  'businessAngel',
  'publicInvestmentCorporation',
  'institutionalInvestor',
  'regionalDevelopmentFund',
  'smallLocalAuthority',
  'publicBody',
  'localAuthority',
] as const;

export type HolderKind = (typeof holderKinds)[number];

export interface GroupPeriod extends AccountingPeriod {
  /** Enterprises whose figures these accounts hold already: they are not added again. */
  readonly consolidated?: readonly string[] | undefined;
  /** An estimate in good faith, of an enterprise without closed accounts; not used when there is a closed period. */
  readonly estimate?: boolean | undefined;
}

/** One entry: an enterprise, a person, an investor or a public body. */
export interface Member {
  /** Default `enterprise`. */
  readonly kind?: HolderKind | undefined;
  readonly name?: string | undefined;
  /** Enterprise number, ten digits: by it the aid of others of the single undertaking is found. Never decides anything. */
  readonly number?: string | undefined;
  /** Two letters; default `BE`. Matters for aid only, which counts per Member State. */
  readonly country?: string | undefined;
  readonly periods?: readonly GroupPeriod[] | undefined;
  /** Of a person: the enterprises it links are active on the same market or on adjacent ones. Undefined: not asked yet. */
  readonly adjacentMarket?: boolean | undefined;
  /** Entries that are linked to this one, or act jointly with it: their holdings count together. */
  readonly linkedInvestors?: readonly string[] | undefined;
  /** The day on which it was founded. Before that it had no figures. */
  readonly since?: PlainDate | undefined;
}

/** One holding, in percent (0 to 100). */
export interface Holding {
  readonly holder: string;
  readonly held: string;
  readonly capital: number;
  readonly votes: number;
  /** A control link of article 3(3), whatever the percentage. */
  readonly control?: boolean | undefined;
  /** Later than the day of the decision: it does not count yet. */
  readonly since?: PlainDate | undefined;
  /** What a business angel put in, in whole cents. */
  readonly investedCents?: number | undefined;
  /** False: the enterprise is quoted, so a business angel is no exempt investor. Default true. */
  readonly unquoted?: boolean | undefined;
}

/** A merger takes whole enterprises in; a split divides one by the book value of equity, unless the aid says who used it. */
export interface GroupEvent {
  readonly kind: 'merger' | 'split';
  readonly date: PlainDate;
  readonly from: readonly string[];
  /** `share` in percent of the equity, of a split; undefined when not known. */
  readonly into: readonly { readonly id: string; readonly share?: number | undefined }[];
}

/** Who owns whom around one enterprise. The order of entries, holdings and events never matters. */
export interface GroupFacts {
  readonly subject: string;
  readonly enterprises: Readonly<Record<string, Member>>;
  readonly holdings: readonly Holding[];
  readonly events?: readonly GroupEvent[] | undefined;
}
