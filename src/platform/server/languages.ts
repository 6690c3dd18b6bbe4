import { isLocale, type Locale } from '#shared/localised.ts';

/** The first language that we speak in a list as browsers and programs send it: `fr-BE,fr;q=0.9,en;q=0.8`. */
export function acceptedLocale(header: string | null | undefined): Locale | undefined {
  for (const part of (header ?? '').split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return undefined;
}
