import type { PlainDate } from '#shared/dates.ts';
import type { RecordKind } from '#shared/recordKinds.ts';
import type { Db } from './database/pool.ts';

/** What one table holds about people. A test finds each reference to a person and each sealed column that none declares. */
export interface PersonalTable {
  readonly table: string;
  readonly kind: RecordKind;
  /** The column that says whose row it is; the row is told to them. */
  readonly about?: string;
  /** Columns that only say who did something. The id stays after erasure, and leads to nobody. */
  readonly by?: readonly string[];
  /** Columns sealed under the key of `about`: they open for nobody once the key is gone. */
  readonly sealed?: readonly string[];
  /** Columns in which somebody types: the values of an erased person are taken out. The database knows the same list. */
  readonly words?: readonly string[];
  /** Columns that an export tells as they are. Never another person's id, never what others wrote. */
  readonly tells?: readonly string[];
  /** Sealed columns that an export opens. */
  readonly opens?: readonly string[];
  /** What erasure does with the rows of `about`: they go, or they stay without what is in `empties`. */
  readonly atErasure: 'goes' | 'stays';
  readonly empties?: readonly string[];
  /** Lies in the case of an enterprise: has programme_id, lot_id, provider_id and enterprise_id. */
  readonly inCase: boolean;
}

/** Where somebody plays a part: the places in which others may have written about them. */
export interface PlacesOfPerson {
  readonly enterprises: readonly string[];
  readonly providers: readonly string[];
  readonly lots: readonly string[];
  readonly programmes: readonly string[];
}

/** Something that must be settled before somebody can be erased: a text that says what, and a way on. */
export interface ErasureBlock {
  readonly textKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly link: string | null;
}

/** Whom it is about, and what they can be found by. */
export interface ErasureQuestion {
  readonly person: string;
  readonly places: PlacesOfPerson;
  /** Takes the values of the person out of a text. */
  readonly mask: (text: string) => string;
  readonly today: PlainDate;
}

export interface Erasure extends ErasureQuestion {
  /** Fits the values of the person, in plain text and in JSON (a PostgreSQL regular expression, without regard to case). */
  readonly pattern: string;
  readonly now: Date;
}

/**
 * A table with a copy of what an authority publishes. Nobody types there and it names no person of ours; people may be named
 * in it all the same, so it says why that is, how long, and what limits it.
 */
export interface PublishedTable {
  readonly table: string;
  /** Who publishes it. */
  readonly from: string;
  /** Columns with names of people among others; none: it holds nothing about people. */
  readonly names: readonly string[];
  /** How long a row stays. */
  readonly until: string;
}

interface Contribution {
  readonly tables: readonly PersonalTable[];
  readonly published?: readonly PublishedTable[];
  /** What a module does itself before the rows go. Runs with the system's sight, in the same transaction. */
  readonly beforeErasure?: (db: Db, erasure: Erasure) => Promise<void>;
  /** What stands in the way. Runs with the system's sight. */
  readonly blocks?: (db: Db, question: ErasureQuestion) => Promise<readonly ErasureBlock[]>;
}

const contributions = new Map<string, Contribution>();

/** Each module says what it holds about people, and what erasing somebody takes there. */
export function definePersonalData(module: string, contribution: Contribution): void {
  contributions.set(module, contribution);
}

export function personalTables(): readonly PersonalTable[] {
  return [...contributions.values()].flatMap(({ tables }) => tables);
}

export function publishedTables(): readonly PublishedTable[] {
  return [...contributions.values()].flatMap(({ published }) => published ?? []);
}

export function erasureSteps(): readonly NonNullable<Contribution['beforeErasure']>[] {
  return [...contributions.values()].flatMap(({ beforeErasure }) => beforeErasure ?? []);
}

export function erasureBlocks(): readonly NonNullable<Contribution['blocks']>[] {
  return [...contributions.values()].flatMap(({ blocks }) => blocks ?? []);
}
