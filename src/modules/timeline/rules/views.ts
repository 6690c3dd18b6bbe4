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
  /** The file that the line stands for, if it does. */
  readonly file: FileView | null;
  readonly comments: readonly CommentView[];
  readonly people: readonly (Mentionable & { readonly office: boolean })[];
  readonly mayWrite: boolean;
  /** The reader works in the office, and can keep something from the enterprise. */
  readonly office: boolean;
}

/** A file that somebody added. */
export interface FileView {
  readonly id: string;
  readonly entry: string;
  /** Null when it was removed, or who added it was erased. */
  readonly name: string | null;
  readonly by: string | null;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** How it can be looked at now; null when it is held back, gone, or can only be saved. */
  readonly preview: 'image' | 'pdf' | 'text' | null;
  readonly state: 'waiting' | 'clean' | 'unscanned' | 'infected' | 'removed';
  readonly found: string | null;
  readonly addedAt: Date;
  readonly removedAt: Date | null;
  readonly officeOnly: boolean;
  readonly mayRemove: boolean;
}

/** Files by the line of the timeline that stands for them. */
export type FilesBeside = Readonly<Record<string, FileView>>;

/** The files of an enterprise, and the form to add one. */
export interface FilesView {
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly files: readonly FileView[];
  readonly next: string | null;
  readonly mayAdd: boolean;
  readonly office: boolean;
  /** Whether files are scanned here at all. */
  readonly scanned: boolean;
}

/** One file to look at. */
export interface FilePageView {
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly file: FileView;
  /** The beginning of a text, and whether there is more. */
  readonly text: { readonly beginning: string; readonly more: boolean } | null;
}
