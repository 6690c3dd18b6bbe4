import { searchSectors, type Sector } from '#modules/programmes/index.ts';
import type { Locale } from '#shared/localised.ts';

/** What «bakkerij» or «iets met hout» means: one sector, a few to choose from, or nothing that we know. */
export type SectorAnswer =
  | { readonly kind: 'found'; readonly sector: Sector }
  | { readonly kind: 'choose'; readonly sectors: readonly Sector[] }
  | { readonly kind: 'none' };

/**
 * Reads what somebody typed about what they do. One clear hit is taken, so that most people need not choose; accents, case
 * and a slip do not matter, and another language than the page's counts too.
 */
export function findSector(sectors: readonly Sector[], words: string, locale: Locale): SectorAnswer {
  if (words.trim() === '') return { kind: 'none' };
  const hits = searchSectors(sectors, words, locale);
  if (hits.length === 0) return { kind: 'none' };
  if (hits.length === 1) return { kind: 'found', sector: hits[0]! };
  const same = new Intl.Collator('und', { sensitivity: 'base', ignorePunctuation: true });
  // A whole word of the name is clear too: «transport» is «Transport en logistiek», though it sounds like «sport».
  const exact = hits.filter((sector) =>
    [
      ...Object.values(sector.name),
      ...sector.name[locale].split(/[\s,]+/u).filter((word) => word.length > 3),
      ...Object.values(sector.words).flat(),
    ].some((word) => same.compare(word, words.trim()) === 0),
  );
  return exact.length === 1 ? { kind: 'found', sector: exact[0]! } : { kind: 'choose', sectors: hits };
}
