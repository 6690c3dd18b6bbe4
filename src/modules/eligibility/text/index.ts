import { withDates } from '#shared/dates.ts';
import type { Reason } from '#shared/decision.ts';
import type { Locale } from '#shared/localised.ts';
import type { RoleRule } from '../rules/group/roles.ts';
import { defineOfficeTexts, defineTexts, textFor } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import officeEn from './office/en.json' with { type: 'json' };
import officeNl from './office/nl.json' with { type: 'json' };

/** Outcomes, size classes and every reason as a plain sentence. */
export const eligibilityTexts = defineTexts('eligibility', { nl, en, fr, de });

/** The form on which the fund decides. */
export const eligibilityOfficeTexts = defineOfficeTexts('eligibility', { nl: officeNl, en: officeEn });

type Key = keyof typeof nl;

/** One reason as a sentence. Money is in euro; days come as dates so that each language writes them its own way. */
export function reasonText(reason: Pick<Reason, 'code' | 'facts'>, locale: Locale): string {
  return textFor(eligibilityTexts, locale)(`reason.${reason.code}` as Key, withDates(reason.facts));
}

/** Why an entry of the ownership counts for the size, or does not. */
export function roleText(rule: RoleRule, locale: Locale): string {
  return textFor(eligibilityTexts, locale)(`role.${rule}`);
}

/** The phrases that the rules write sources with, by the key of what says the same; whole ones before their parts. */
const legalPhrases = {
  'own choice: the law is silent on the day exactly three years back, so it counts': 'firstDay',
  'programme definition: care services of local authorities': 'care',
  'programme definition: lots and joint committees': 'lots',
  'Recommendation 2003/361/EC': 'recommendation',
  'annex, art.': 'annex',
  'a merger counts at once': 'merger',
  'second subparagraph': 'second',
  'fourth subparagraph': 'fourth',
  'Regulation (EU)': 'regulation',
  'as changed by': 'changed',
  ' and ': 'and',
  ' to ': 'to',
} as const;

/** A legal source, which the rules write in English, in the language of who reads it. */
export function sourceText(source: string, locale: Locale): string {
  const t = textFor(eligibilityTexts, locale);
  return Object.entries(legalPhrases).reduce(
    (said, [phrase, key]) => said.replaceAll(phrase, phrase.replace(phrase.trim(), t(`legal.${key}`))),
    source,
  );
}

/** A reason that stands in the way in a few words, for a list of the office; a code that has none stands there as it is. */
export function shortReason(code: string, locale: Locale): string {
  const key = `short.${code}`;
  return key in eligibilityOfficeTexts.catalogs.nl
    ? textFor(eligibilityOfficeTexts, locale)(key as 'short.noFigures')
    : code;
}
