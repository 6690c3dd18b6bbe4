import type { PlainDate } from '#shared/dates.ts';
import type { ProfileId, SituationId } from './profiles.ts';

/** What the pages of the scan show: every text already in the reader's language, so that a page only draws. */

export interface ChoiceView {
  readonly value: string;
  readonly label: string;
  /** "I don't know", drawn with a dashed frame. */
  readonly quiet?: boolean;
}

export interface QuestionView {
  readonly id: string;
  readonly text: string;
  /** "What do we mean?" */
  readonly example: string;
  readonly options: readonly ChoiceView[];
}

export interface StatementView extends QuestionView {
  /** Its number among all statements, from 1. */
  readonly n: number;
  /** Minutes that the rest takes, this one included. */
  readonly minutes: number;
}

export interface PartView {
  readonly id: string;
  readonly title: string;
  readonly statements: readonly StatementView[];
}

/** The form of the scan. */
export interface ScanFormView {
  readonly version: number;
  readonly total: number;
  /** Known answers without which there is no result. */
  readonly fewest: number;
  readonly today: PlainDate;
  readonly about: {
    readonly role: QuestionView;
    readonly workers: QuestionView;
    readonly exact: Omit<QuestionView, 'options'>;
  };
  readonly parts: readonly PartView[];
  /** The link of the series that this scan joins. */
  readonly joins: { readonly with: string; readonly again: boolean } | null;
  /** The scan whose answers are changed, with what was said. */
  readonly change: {
    readonly secret: string;
    readonly name: string;
    readonly answers: Readonly<Record<string, unknown>>;
  } | null;
}

export interface StationView {
  readonly profile: ProfileId;
  /** 1 to 5: the place on the path and the tone. */
  readonly number: 1 | 2 | 3 | 4 | 5;
  readonly name: string;
  readonly what: string;
  /** 0 to 100, or null when nothing is known about it. */
  readonly fit: number | null;
  readonly word: string;
}

/** The path of five, with the sentence that says it in words. */
export interface FitView {
  readonly stations: readonly StationView[];
  readonly label: string;
}

export interface FirstPictureView {
  readonly fit: FitView | null;
  readonly lead: string;
}

/** The page after a step. */
export interface ScanStepView {
  readonly at: string;
  readonly picture: FirstPictureView | null;
}

export interface ReasonView {
  readonly statement: string;
  readonly n: number;
  readonly answer: string;
  /** A lower answer fits this profile better. */
  readonly reversed: boolean;
}

export interface WhyView {
  readonly station: StationView;
  readonly description: string;
  readonly for: readonly ReasonView[];
  readonly against: readonly ReasonView[];
  /** How many statements about this profile have no known answer, in words; empty when all have. */
  readonly unknown: string;
  readonly neighbours: readonly string[];
}

export interface StepView {
  readonly id: string;
  readonly number: 1 | 2 | 3 | 4 | 5;
  /** What it does: "maakt sterker: …", "stap naar: …". */
  readonly purpose: string;
  readonly title: string;
  readonly how: string;
  readonly time: string;
  readonly who: string;
  readonly material: string;
}

export interface DutyView {
  readonly title: string;
  readonly texts: readonly string[];
  readonly sources: readonly { readonly text: string; readonly url: string }[];
}

export interface ComparisonView {
  readonly kind: 'change' | 'disagreement';
  readonly title: string;
  readonly summary: string;
  readonly note: string;
  /** The names of the two: a day, or a role. */
  readonly a: string;
  readonly b: string;
  /** Empty when the two were made with different versions. */
  readonly profiles: readonly {
    readonly name: string;
    readonly a: number | null;
    readonly b: number | null;
    readonly difference: string;
  }[];
  readonly statements: readonly { readonly n: number; readonly text: string; readonly words: string }[];
  readonly knownByOne: string;
}

export interface AnsweredPartView {
  readonly title: string;
  readonly statements: readonly { readonly n: number; readonly text: string; readonly answer: string }[];
}

/** One scan, told: for the page, the office and the PDF. */
export interface ScanReport {
  readonly enterprise: string;
  readonly eyebrow: string;
  readonly role: string;
  /** The same in short, each by itself. */
  readonly facts: readonly string[];
  readonly finishedOn: PlainDate;
  readonly situation: SituationId;
  readonly headline: string;
  readonly lead: string;
  readonly basis: string;
  /** Said while nobody else has looked. */
  readonly onePerson: string;
  readonly fit: FitView;
  /** The sixth situation, where it holds. */
  readonly none: { readonly name: string; readonly description: string; readonly why: string } | null;
  /** The profiles that the headline names, then the others. */
  readonly why: readonly WhyView[];
  readonly otherWhy: readonly WhyView[];
  readonly stepsFor: string;
  readonly steps: readonly StepView[];
  readonly moreSteps: readonly StepView[];
  readonly duty: DutyView;
  readonly comparisons: readonly ComparisonView[];
  readonly answers: readonly AnsweredPartView[];
  readonly made: string;
}
