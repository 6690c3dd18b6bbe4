import { IntlMessageFormat } from 'intl-messageformat';
import { localeTags, type Locale } from '#shared/localised.ts';

/**
 * The texts of one module. `nl` gives the keys; every other language must have exactly the same ones, which the type
 * below and the build (`scripts/check-texts.ts`) both enforce. Office texts exist in Dutch and English only: who works in
 * French or German sees the English ones there.
 */
export interface Texts<Key extends string> {
  readonly module: string;
  readonly catalogs: Readonly<Record<'nl' | 'en', Readonly<Record<Key, string>>>> &
    Partial<Readonly<Record<Locale, Readonly<Record<Key, string>>>>>;
}

export type Parameters = Readonly<Record<string, string | number | Date>>;
export type Translate<Key extends string> = (key: Key, parameters?: Parameters) => string;

type Catalog<Key extends string> = Readonly<Record<Key, string>>;

const catalogs = new Map<string, Texts<string>>();

/** All texts that were defined, by module: `trajectories`, and `trajectories.office` for the office ones. */
export function catalogOf(module: string): Texts<string> | undefined {
  return catalogs.get(module);
}

function remember<Key extends string>(texts: Texts<Key>): Texts<Key> {
  catalogs.set(texts.module, texts as unknown as Texts<string>);
  return texts;
}

/** Public texts and texts for enterprises and employees: all four languages. */
export function defineTexts<Dutch extends Record<string, string>>(
  module: string,
  catalogs: { nl: Dutch } & Record<'en' | 'fr' | 'de', Catalog<keyof Dutch & string>>,
): Texts<keyof Dutch & string> {
  return remember({ module, catalogs });
}

/** Texts that only people who work in the office see: Dutch and English. Their keys are read as `module.office:key`. */
export function defineOfficeTexts<Dutch extends Record<string, string>>(
  module: string,
  catalogs: { nl: Dutch; en: Catalog<keyof Dutch & string> },
): Texts<keyof Dutch & string> {
  return remember({ module: `${module}.office`, catalogs });
}

/** By language and message; in the browser a message comes parsed, on the server it is the text itself. */
const formats = new Map<Locale, Map<unknown, IntlMessageFormat>>();

function formatOf(message: string, locale: Locale): IntlMessageFormat {
  const ofLocale = formats.get(locale) ?? new Map<unknown, IntlMessageFormat>();
  formats.set(locale, ofLocale);
  let format = ofLocale.get(message);
  if (!format)
    ofLocale.set(
      message,
      (format = new IntlMessageFormat(message, localeTags[locale], undefined, { ignoreTag: true })),
    );
  return format;
}

/** The texts of a module in one language. The language is an argument, never ambient: jobs and documents have none. */
export function textFor<Key extends string>(texts: Texts<Key>, locale: Locale): Translate<Key> {
  const catalog = texts.catalogs[locale] ?? texts.catalogs.en;
  return (key, parameters) => {
    const message = catalog[key];
    if (message === undefined) throw new Error(`Text ${texts.module}:${key} does not exist in ${locale}`);
    if (typeof message === 'string' && !message.includes('{')) return message;
    return String(formatOf(message, locale).format(parameters));
  };
}
