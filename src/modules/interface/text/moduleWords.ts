import type { Locale } from '#shared/localised.ts';
import { textFor } from '#platform/text/index.ts';
import { texts } from './index.ts';

/** What a module is about, in the reader's words; one without words yet is called by its name. */
export function moduleWords(module: string, locale: Locale): string {
  const key = `module.${module}`;
  return key in texts.catalogs.nl ? textFor(texts, locale)(key as keyof typeof texts.catalogs.nl) : module;
}
