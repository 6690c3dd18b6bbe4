import type { Locale } from '#shared/localised.ts';

/** Each language in its own words, so that whoever needs it recognises it. */
export const languageNames: Readonly<Record<Locale, string>> = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
};
