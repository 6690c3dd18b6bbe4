import type { Mentionable, Part } from './mentions.ts';

/** A comment as it is shown to one reader. */
export interface CommentView {
  readonly id: string;
  /** Null when the writer was erased: with them what they wrote became unreadable. */
  readonly by: string | null;
  readonly at: Date;
  /** Null when it was struck out, or cannot be read any more. */
  readonly parts: readonly Part[] | null;
  readonly correctedAt: Date | null;
  readonly struckAt: Date | null;
  readonly officeOnly: boolean;
  readonly version: number;
  /** Who was asked to look, and whether they did. */
  readonly asked: readonly { readonly id: string; readonly name: string; readonly seen: boolean }[];
  /** The reader wrote it, so may correct it and strike it out. */
  readonly mine: boolean;
  /** The reader was asked to look, and did not say yet that they did. */
  readonly asksMe: boolean;
}

/** What people wrote beside lines of a timeline, by the line. */
export type Threads = Readonly<Record<string, readonly CommentView[]>>;

/** One line of the timeline with everything that was written beside it. */
export interface TalkView {
  readonly enterprise: { readonly id: string; readonly name: string };
  /** Null on the page that begins something new. */
  readonly entry: {
    readonly id: string;
    readonly text: string;
    readonly day: string;
    readonly link: string | null;
    readonly officeOnly: boolean;
  } | null;
  readonly comments: readonly CommentView[];
  readonly people: readonly (Mentionable & { readonly office: boolean })[];
  readonly mayWrite: boolean;
  /** The reader works in the office, and can keep something from the enterprise. */
  readonly office: boolean;
}
