import type { Locale } from '#shared/localised.ts';
import type { Code } from './codes/code.ts';
import * as course from './codes/course.ts';
import * as intake from './codes/intake.ts';
import * as needs from './codes/needs.ts';
import * as practice from './codes/practice.ts';
import * as recruiting from './codes/recruiting.ts';

/**
 * The fixed lists that a case is described with, so that cases can be compared. Ids are stored and never change; a list may
 * grow. Which questions exist is decided by the forms, what can be answered is decided here.
 */
export const codeBook = { ...intake, ...needs, ...practice, ...course, ...recruiting } as const;

/** The name of a list: `needThemes`, `motives` … */
export type CodeList = keyof typeof codeBook;

/** The ids of one list: `CodeIn<'motives'>` is `'growth' | 'hard_to_find' | …`. */
export type CodeIn<List extends CodeList> = (typeof codeBook)[List][number]['id'];

/** The words of a code in one language. */
export function label(code: Code, locale: Locale): string {
  return code.label[locale];
}

/** The words of a stored id. An id that the list does not know (from a later version) is shown as it is, never lost. */
export function codeLabel(list: CodeList, id: string, locale: Locale): string {
  return codesOf(list).find((code) => code.id === id)?.label[locale] ?? id;
}

/** One list as plain codes, for a field with choices. */
export function codesOf(list: CodeList): readonly Code[] {
  return codeBook[list];
}

/** The ids of one list, for a schema: `choices(codeIds('motives'))`. */
export function codeIds<List extends CodeList>(list: List): readonly [CodeIn<List>, ...CodeIn<List>[]] {
  return codesOf(list).map((code) => code.id) as unknown as readonly [CodeIn<List>, ...CodeIn<List>[]];
}

export function isCode<List extends CodeList>(list: List, id: unknown): id is CodeIn<List> {
  return typeof id === 'string' && codesOf(list).some((code) => code.id === id);
}
