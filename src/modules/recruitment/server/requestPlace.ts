import type { Programme } from '#modules/programmes/index.server.ts';
import type { Sector } from '#modules/programmes/index.ts';
import type { RequestPlace } from '../rules/placeRequest.ts';
import { noSector } from '../requestInputs.ts';

/** The sector with this id; null when it stands in no list, undefined when this programme does not know it. */
export function sectorOf(programme: Programme, id: string | undefined): Sector | null | undefined {
  if (id === undefined || id === noSector) return null;
  return programme.definition.sectors.find((sector) => sector.id === id);
}

/** Ids of the lot and the provider behind what the rules found; null for both when the programme looks for them itself. */
export function placeIds(
  programme: Programme,
  { assessment, choice }: RequestPlace,
): { lot: string | null; provider: string | null } {
  const lot = programme.lots.find(({ number }) => number === assessment.lot)?.id ?? null;
  const provider = programme.providers.find(({ code }) => code === choice?.fund.id)?.id ?? null;
  return lot && provider ? { lot, provider } : { lot: null, provider: null };
}
