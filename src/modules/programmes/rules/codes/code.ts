import type { Localised } from '#shared/localised.ts';

/** One answer of a fixed list. The id is stored and never changes; the label may be reworded. */
export interface Code<Id extends string = string> {
  readonly id: Id;
  readonly label: Localised;
}

/** Writes a code on one line: id, then the label in the four languages. */
export function code<const Id extends string>(id: Id, nl: string, en: string, fr: string, de: string): Code<Id> {
  return { id, label: { nl, en, fr, de } };
}
