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

/** A reason that stands in the way in a few words, for a list of the office; a code that has none stands there as it is. */
export function shortReason(code: string, locale: Locale): string {
  const key = `short.${code}`;
  return key in eligibilityOfficeTexts.catalogs.nl
    ? textFor(eligibilityOfficeTexts, locale)(key as 'short.noFigures')
    : code;
}
