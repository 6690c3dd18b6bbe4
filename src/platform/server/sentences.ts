import { withDates } from '#shared/dates.ts';
import { readableParameters } from '#shared/dayText.ts';
import type { Locale } from '#shared/localised.ts';
import type { Db } from './database/pool.ts';
import { readPeople } from './people.ts';
import { translate } from './translate.ts';

/** A sentence of a registry: a text's full key, and what is filled in. A parameter ending in `Person` holds a person's id. */
export interface StoredSentence {
  readonly textKey: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

const namesPerson = (parameter: string): boolean => parameter.endsWith('Person');

/** The people that stored sentences speak of. */
export const namedIn = (rows: readonly StoredSentence[]): string[] =>
  rows.flatMap(({ parameters }) =>
    Object.entries(parameters).flatMap(([name, value]) => (namesPerson(name) ? [String(value)] : [])),
  );

/**
 * Makes stored sentences readable in one language: ids of people become names (all of them in one question), days become
 * words. A row whose text has since been renamed must not take the page along: it then reads as `otherwise`.
 */
export async function sentencesOf(
  db: Db,
  rows: readonly StoredSentence[],
  locale: Locale,
  otherwise: string,
): Promise<readonly string[]> {
  const people = await readPeople(db, namedIn(rows));
  return rows.map(({ textKey, parameters }) => {
    const named = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [
        name,
        namesPerson(name) ? (people.get(String(value))?.name ?? '—') : value,
      ]),
    );
    try {
      return translate(textKey, locale, readableParameters(named, locale));
    } catch {
      return datedSentence(textKey, locale, named, otherwise);
    }
  });
}

/** For a text that writes its days itself (`{day, date, long}`): it wants them as dates. */
function datedSentence(
  textKey: string,
  locale: Locale,
  parameters: StoredSentence['parameters'],
  otherwise: string,
): string {
  try {
    return translate(textKey, locale, withDates(parameters));
  } catch (problem) {
    console.error(`no sentence for ${textKey}: ${(problem as Error).message}`);
    return translate(otherwise, locale);
  }
}
