import { getContext, setContext } from 'svelte';
import type { Locale } from '#shared/localised.ts';
import { textFor, type Texts, type Translate } from './index.ts';

const key = Symbol('locale');

/** Called once by the root layout: the language of everything below it. */
export function provideLocale(locale: () => Locale): void {
  setContext(key, locale);
}

export function useLocale(): Locale {
  const locale = getContext<(() => Locale) | undefined>(key);
  return locale ? locale() : 'nl';
}

/** The texts of a module in the page's language: `const t = useText(texts)`, then `t('plan.title')`. */
export function useText<Key extends string>(texts: Texts<Key>): Translate<Key> {
  return textFor(texts, useLocale());
}
