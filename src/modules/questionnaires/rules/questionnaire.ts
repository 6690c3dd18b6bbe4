import type { Localised } from '#shared/localised.ts';

/** What somebody answered to one item: the value of an option, several of them, a number, or words. */
export type AnswerValue = string | number | readonly string[];

/** Answers by item id. An item without an answer is absent; "I don't know" is an answer like any other. */
export type Answers = Readonly<Record<string, AnswerValue>>;

export interface Option {
  /** Stable within the scale and stored; never shown. */
  readonly value: string;
  readonly label: Localised;
  /** True for "I don't know": an answer, but never counted as a no. */
  readonly unknown?: boolean;
  /** Values that this option had in earlier versions. */
  readonly formerValues?: readonly string[];
}

/** A set of options that several items share. */
export interface Scale {
  readonly id: string;
  readonly options: readonly Option[];
}

interface ItemBase {
  /** Stable over versions: an item with the same id asks for the same fact. Never used again for another one. */
  readonly id: string;
  readonly text: Localised;
  /** "What do we mean?": an example in one or two sentences. */
  readonly example?: Localised;
  readonly required: boolean;
  /** Ids that asked for the same fact in earlier versions. */
  readonly formerIds?: readonly string[];
  readonly showWhen?: Condition;
}

export interface ChoiceItem extends ItemBase {
  readonly kind: 'choice';
  readonly scale: string;
}

export interface SeveralItem extends ItemBase {
  readonly kind: 'several';
  readonly scale: string;
  /** The highest number of options that somebody may tick; absent: all of them. */
  readonly most?: number;
}

export interface NumberItem extends ItemBase {
  readonly kind: 'number';
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
}

export interface TextItem extends ItemBase {
  readonly kind: 'text';
  /** In characters as people count them (code points). */
  readonly maximumLength: number;
}

export type Item = ChoiceItem | SeveralItem | NumberItem | TextItem;

/** When an item is shown. An item that was not answered fulfils no condition, so `not` of it does. */
export type Condition =
  | { readonly item: string; readonly oneOf: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface Section {
  readonly id: string;
  readonly title: Localised;
  readonly intro?: Localised;
  readonly items: readonly Item[];
}

/** A version of a questionnaire. A published version never changes; a draft may. */
export interface Questionnaire {
  readonly id: string;
  readonly version: number;
  readonly status: 'draft' | 'published';
  readonly title: Localised;
  readonly scales: readonly Scale[];
  readonly sections: readonly Section[];
}

/** All items in the order in which they are asked. */
export function itemsOf(questionnaire: Questionnaire): Item[] {
  return questionnaire.sections.flatMap((section) => section.items);
}

/** The item with this id, or undefined. */
export function findItem(questionnaire: Questionnaire, id: string): Item | undefined {
  return itemsOf(questionnaire).find((item) => item.id === id);
}

/** The options of an item; none for a number or words. A scale that does not exist is a fault in the definition and throws. */
export function optionsOf(questionnaire: Questionnaire, item: Item): readonly Option[] {
  if (item.kind !== 'choice' && item.kind !== 'several') return [];
  const scale = questionnaire.scales.find((candidate) => candidate.id === item.scale);
  if (!scale) throw new Error(`Questionnaire ${questionnaire.id} has no scale ${item.scale}`);
  return scale.options;
}
