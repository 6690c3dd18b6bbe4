import type { Sector } from '../../rules/programmeDefinition.ts';

const list = (words: string) => (words === '' ? [] : words.split(','));

/** Writes a sector compactly: its committees and, per language, its search words, separated by commas. */
export function sector(
  id: string,
  committees: string,
  name: Sector['name'],
  words: Readonly<Record<'nl' | 'en' | 'fr' | 'de', string>>,
  more: Partial<Sector> = {},
): Sector {
  return {
    id,
    name,
    words: { nl: list(words.nl), en: list(words.en), fr: list(words.fr), de: list(words.de) },
    jointCommittees: list(committees),
    ...more,
  };
}
