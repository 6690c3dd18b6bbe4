import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import type { RecordKind } from '#shared/recordKinds.ts';
import type { Fate } from './fates.ts';
import type { Keeps } from './retention.ts';

/** What is kept about somebody, and what erasing them would do. */
export interface PersonDataView {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly locale: Locale;
    readonly erased: boolean;
    /** Signs in, so corrects their own values. */
    readonly account: boolean;
  };
  readonly kinds: readonly { readonly kind: RecordKind; readonly rows: number; readonly fate: Fate }[];
  readonly going: { readonly on: PlainDate | null; readonly because: Keeps };
  /** Why it stays although its time has come. */
  readonly hold: { readonly reason: string; readonly until: PlainDate | null } | null;
  readonly blocks: readonly { readonly text: string; readonly link: string | null }[];
  /** Whether the caller signed in just now, which erasing oneself asks for; true for who helps somebody else. */
  readonly recent: boolean;
}

/** What goes when: counts by kind and month, and the people whose day comes next. */
export interface ClockView {
  readonly months: readonly string[];
  readonly kinds: readonly { readonly kind: ClockKind; readonly amounts: readonly number[] }[];
  /** When the clock counted last; null: never yet. */
  readonly countedAt: Date | null;
  readonly people: readonly {
    readonly person: string;
    readonly name: string;
    readonly on: PlainDate;
    readonly because: Keeps;
    readonly noticedOn: PlainDate | null;
    readonly held: { readonly reason: string; readonly until: PlainDate | null } | null;
  }[];
  readonly next: string | null;
  readonly mayHold: boolean;
}

export const clockKinds = ['people', 'letters', 'links', 'sessions', 'drafts', 'scans'] as const;
export type ClockKind = (typeof clockKinds)[number];
