import { profileTexts } from '../../definition/profiles.ts';
import { namedProfiles } from '../../rules/headline.ts';
import { profileIds } from '../../rules/profiles.ts';
import type { ScanResult } from '../../rules/score.ts';
import type { FitView, StationView } from '../../rules/views.ts';
import type { Words } from './words.ts';

/** The five profiles as stations of the path, and the sentence that says the picture in words. */
export function fitView(result: ScanResult, words: Words): FitView {
  const stations = result.fits.map(({ profile, fit, word }): StationView => {
    const text = profileTexts[profile];
    return {
      profile,
      number: (profileIds.indexOf(profile) + 1) as StationView['number'],
      name: text.name[words.locale],
      what: text.what[words.locale],
      fit,
      word: word === null ? words.t('result.fit.unknown') : words.t(`fit.${word}`),
    };
  });
  const figures = stations.map(({ name, word, fit }) =>
    fit === null ? `${name}: ${word}` : `${name}: ${word}, ${words.t('result.fit.outOf', { fit })}`,
  );
  const widest = namedProfiles(result)[0];
  const opening = widest ? `${words.t('fit.label', { profile: words.profileWithin(widest) })} ` : '';
  return { stations, label: `${opening}${figures.join('. ')}.` };
}
