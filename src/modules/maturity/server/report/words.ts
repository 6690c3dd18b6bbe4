import { findItem, optionsOf, type Questionnaire } from '#modules/questionnaires/index.ts';
import { formatDate } from '#platform/text/formats.ts';
import { textFor, type Translate } from '#platform/text/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import { profileTexts } from '../../definition/profiles.ts';
import type { ScoringModel } from '../../rules/model.ts';
import { statementOrder } from '../../rules/parts.ts';
import type { SituationId } from '../../rules/profiles.ts';
import { texts, type MaturityTextKey } from '../../text/index.ts';

/** Everything that is said in one language about one version of the scan. */
export interface Words {
  readonly locale: Locale;
  readonly t: Translate<MaturityTextKey>;
  readonly day: (day: PlainDate) => string;
  readonly profile: (id: SituationId) => string;
  /** The same within a sentence. */
  readonly profileWithin: (id: SituationId) => string;
  readonly statement: (id: string) => string;
  /** The place of a statement in the scan, from 1. */
  readonly numberOf: (id: string) => number;
  /** The label of an answer: its own scale decides, because "not yet" and "no" differ. */
  readonly answer: (item: string, value: string | undefined) => string;
}

export function wordsFor(questionnaire: Questionnaire, model: ScoringModel, locale: Locale): Words {
  const t = textFor(texts, locale);
  const order = statementOrder(questionnaire, model);
  const profile = (id: SituationId) => profileTexts[id].name[locale];
  return {
    locale,
    t,
    day: (day) => formatDate(day, locale),
    profile,
    profileWithin: (id) => withinSentence(profile(id)),
    statement: (id) => findItem(questionnaire, id)?.text[locale] ?? id,
    numberOf: (id) => order.indexOf(id) + 1,
    answer(item, value) {
      const found = findItem(questionnaire, item);
      const option = found && optionsOf(questionnaire, found).find((one) => one.value === value);
      return option?.label[locale] ?? t('answers.none');
    },
  };
}

/** A name or label that starts with a capital only because it stands alone; an abbreviation keeps it. */
export function withinSentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;
}
