import type { PlainDate } from '#shared/dates.ts';
import type { Session } from './sessions.ts';
import type { Permission } from './states.ts';

export interface RecordedSession extends Session {
  readonly id: string;
  readonly version: number;
  readonly guideName: string;
  /** The site that it was about; null for the whole enterprise. */
  readonly part: string | null;
}

/** A session that was struck out, with why and by whom. */
export interface StruckSession extends RecordedSession {
  readonly struck: { readonly at: Date; readonly by: string; readonly reason: string };
}

/** What a form for a session needs before somebody has typed anything. */
export interface SessionDefaults {
  readonly on: PlainDate;
  /** As many as the last time; null when there was none. */
  readonly people: number | null;
  /** The reader, when they guide here; otherwise the only guide, if there is one. */
  readonly guideId: string | null;
  /** Codes of `sessionThemes` that the plan is about: they stand first. */
  readonly themes: readonly string[];
  readonly guides: readonly { readonly id: string; readonly name: string }[];
  readonly parts: readonly { readonly id: string; readonly name: string }[];
}

/** What the page of sessions shows. Hours add up to the quarter. */
export interface SessionsView {
  readonly sessions: readonly RecordedSession[];
  /** Struck out: to be read, in no sum. */
  readonly struck: readonly StruckSession[];
  readonly hours: {
    readonly planned: number;
    readonly used: number;
    readonly left: number;
    readonly over: number;
    /** Where one would be today according to the plan. */
    readonly pace: number;
  };
  readonly perGuide: readonly { readonly name: string; readonly hours: number }[];
  readonly defaults: SessionDefaults;
  readonly writes: boolean;
  readonly may: Readonly<Record<'record' | 'correct' | 'strike', Permission>>;
}
