import type { ProfileId } from './profiles.ts';
import type { ScanResult } from './score.ts';

/** How the sentence speaks about the best profile: it fits well, it takes shape, or it is just beginning. */
export type HeadlineTone = 'strong' | 'shaping' | 'beginning';

/**
 * The keys of the sentence above a result. `first` and `second` are parts that `headline.pair` ("{first}, {second}.") or
 * `headline.single` ("{first}.") joins; `headline.none` and `headline.too_few` stand alone.
 */
export type Headline =
  | {
      readonly key: 'headline.pair';
      readonly first: `headline.${HeadlineTone}.${ProfileId}`;
      readonly second: `headline.second.${ProfileId}`;
    }
  | { readonly key: 'headline.single'; readonly first: `headline.${HeadlineTone}.${ProfileId}` }
  | { readonly key: 'headline.none' }
  | { readonly key: 'headline.too_few' };

/** Builds the headline from the best and the second profile. A second profile that fits only little is not named. */
export function headlineOf(result: ScanResult): Headline {
  if (result.best === null) return { key: 'headline.too_few' };
  if (result.best === 'none') return { key: 'headline.none' };
  const word = wordOf(result, result.best);
  const tone: HeadlineTone =
    word === 'good' || word === 'very_good' ? 'strong' : word === 'partly' ? 'shaping' : 'beginning';
  const first = `headline.${tone}.${result.best}` as const;
  const second = result.ranking[1];
  if (second === undefined || wordOf(result, second) === 'little') return { key: 'headline.single', first };
  return { key: 'headline.pair', first, second: `headline.second.${second}` };
}

function wordOf(result: ScanResult, profile: ProfileId): string | null {
  return result.fits.find((fit) => fit.profile === profile)?.word ?? null;
}

/** The two (or one, or no) profiles that the result speaks about: the best, and the second when it fits at least partly. */
export function namedProfiles(result: ScanResult): ProfileId[] {
  if (result.situation !== 'profiles') return [];
  return result.ranking.slice(0, 2).filter((profile, index) => index === 0 || wordOf(result, profile) !== 'little');
}
