import type { Sector } from '#modules/programmes/index.ts';
import type { Locale } from '#shared/localised.ts';
import type { RegisterFacts } from './registerFacts.ts';
import { sectorOfNace } from './sectorOfNace.ts';

/**
 * The address of «help me further» with what the register says of an enterprise already filled in: nothing is kept on the way,
 * and everything can still be changed there. Its parts are those of that form.
 * @param scan the link of a scan that travels along
 */
export function requestAddress(
  facts: RegisterFacts,
  sectors: readonly Pick<Sector, 'id' | 'name'>[],
  locale: Locale,
  scan = '',
): string {
  const id = facts.activity
    ? sectorOfNace(
        facts.activity.code,
        sectors.map((sector) => sector.id),
      )
    : null;
  const words = sectors.find((sector) => sector.id === id)?.name[locale] ?? '';
  const parts = {
    number: facts.number,
    organisationKind: facts.hints.kind,
    careKind: facts.hints.care ?? '',
    words,
    wordsBefore: words,
    sector: id ?? '',
    municipality: [facts.zip, facts.municipality].filter(Boolean).join(' '),
    scan,
  };
  return `/help?${new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''))}`;
}
