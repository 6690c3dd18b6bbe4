/** The languages that Krachtlijn speaks. Dutch (Belgium) comes first everywhere. */
export const locales = ['nl', 'en', 'fr', 'de'] as const;

export type Locale = (typeof locales)[number];

/** A text that data carries with it (a lot's name, a scan statement), in every language. */
export type Localised = Readonly<Record<Locale, string>>;

/** BCP 47 tags used for numbers and dates. */
export const localeTags: Readonly<Record<Locale, string>> = { nl: 'nl-BE', en: 'en-BE', fr: 'fr-BE', de: 'de-BE' };

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}
