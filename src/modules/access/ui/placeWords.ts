import type { Translate } from '#platform/text/index.ts';
import type { GrantPlace } from '../rules/inviting.ts';

/** A place as people say it: «Perceel 2: …», «Fonds … (perceel 2)». */
export function placeWords(t: Translate<'place.lot' | 'place.provider'>, place: GrantPlace): string {
  if (place.kind === 'lot' && place.lot !== null) return t('place.lot', { number: place.lot, name: place.name });
  if (place.kind === 'provider' && place.lot !== null)
    return t('place.provider', { number: place.lot, name: place.name });
  return place.name;
}
