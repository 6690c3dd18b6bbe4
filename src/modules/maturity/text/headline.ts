import type { Translate } from '#platform/text/index.ts';
import type { Headline } from '../rules/headline.ts';
import type { MaturityTextKey } from './index.ts';

/** The sentence above a result in the reader's language, from the keys that `headlineOf` chose. */
export function headlineSentence(t: Translate<MaturityTextKey>, headline: Headline): string {
  if (headline.key === 'headline.pair') {
    return t('headline.pair', { first: t(headline.first), second: t(headline.second) });
  }
  return headline.key === 'headline.single' ? t('headline.single', { first: t(headline.first) }) : t(headline.key);
}
