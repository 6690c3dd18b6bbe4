import { formatEnterpriseNumber, type enterpriseTexts } from '#modules/enterprises/index.ts';
import { formatDate } from '#platform/text/formats.ts';
import type { Texts, Translate } from '#platform/text/index.ts';
import type { Locale } from '#shared/localised.ts';
import type { RegisterFacts } from '../rules/registerFacts.ts';
import type { officeTexts } from '../text/index.ts';

type KeysOf<Of> = Of extends Texts<infer Key> ? Key : never;

/** What the register says of an enterprise, as lines of a list of facts. */
export function factLines(
  facts: RegisterFacts,
  t: Translate<KeysOf<typeof officeTexts>>,
  te: Translate<KeysOf<typeof enterpriseTexts>>,
  locale: Locale,
): { label: string; value: string }[] {
  const { activity, hints } = facts;
  const unknown = t('facts.unknown');
  const place = [facts.zip, facts.municipality].filter(Boolean).join(' ');
  return [
    { label: t('facts.number'), value: formatEnterpriseNumber(facts.number) },
    { label: t('facts.name'), value: facts.name },
    ...(facts.otherNames.length > 0 ? [{ label: t('facts.otherNames'), value: facts.otherNames.join(', ') }] : []),
    { label: t('facts.legalForm'), value: facts.naturalPerson ? t('found.person') : (facts.legalForm ?? unknown) },
    { label: t('facts.kind'), value: t('facts.kindHint', { kind: te(`organisation.${hints.kind}`) }) },
    { label: t('facts.address'), value: [facts.street, place].filter(Boolean).join(', ') || unknown },
    {
      label: t('facts.activity'),
      value: activity
        ? t('facts.nace', { words: activity.words ?? '', version: activity.version, code: activity.code })
        : unknown,
    },
    { label: t('facts.startsOn'), value: facts.startsOn ? formatDate(facts.startsOn, locale) : unknown },
    { label: t('facts.units'), value: String(facts.units) },
  ];
}
