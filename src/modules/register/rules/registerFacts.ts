import type { CareKind, OrganisationKind } from '#modules/enterprises/index.ts';
import type { Locale } from '#shared/localised.ts';
import { careOfNace } from './sectorOfNace.ts';

/** What the register says of one enterprise, in the words of somebody who fills in a form. */
export interface RegisterFacts {
  /** Ten digits. */
  readonly number: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly naturalPerson: boolean;
  readonly legalForm: string | null;
  readonly zip: string | null;
  readonly municipality: string | null;
  /** Street and number, in one line. */
  readonly street: string | null;
  readonly startsOn: string | null;
  readonly activity: { readonly code: string; readonly version: string; readonly words: string | null } | null;
  readonly units: number;
  /** What the form may start from; whoever fills it in decides. */
  readonly hints: { readonly kind: OrganisationKind; readonly care: CareKind | null };
}

export interface NameFact {
  readonly name: string;
  /** `001` is the name of the enterprise itself. */
  readonly kind: string;
  readonly language: Locale | null;
}

/** The name to show: its own before an abbreviation or a trade name, in the reader's language if there is one. */
export function chooseName(names: readonly NameFact[], locale: Locale): string | undefined {
  const order = [locale, 'nl', 'fr', 'de', 'en'];
  const rank = ({ language }: NameFact): number => (language === null ? order.length : order.indexOf(language));
  const [first] = [...names].sort(
    (one, other) =>
      (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0) ||
      rank(one) - rank(other) ||
      (one.name < other.name ? -1 : 1),
  );
  return first?.name;
}

/**
 * The main activity: a row is main for each authority that registered it. What the social security knows comes first, since
 * only employers are there; then VAT, then the rest. Source: DOMAIN-FACTS §3.4.
 */
export function chooseActivity<Activity extends { readonly group: string; readonly code: string }>(
  activities: readonly Activity[],
): Activity | undefined {
  const order = ['006', '001', '003'];
  const rank = (group: string): number => (order.includes(group) ? order.indexOf(group) : order.length);
  return [...activities].sort(
    (one, other) => rank(one.group) - rank(other.group) || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0),
  )[0];
}

const publicForms =
  /gemeente|\bstad\b|ocmw|maatschappelijk welzijn|provinci|intercommunal|openbaar lichaam|commune|province|\bcpas\b|aide sociale|action sociale/i;
const socialForms = /zonder winstoogmerk|sans but lucratif|stichting|fondation|mutualiteit|mutualité|ziekenfonds/i;

/** What kind of organisation a legal form points to, by its words: the codes themselves are in the register's table only. */
export function kindOfForm(words: string): OrganisationKind {
  if (publicForms.test(words)) return 'local_authority';
  return socialForms.test(words) ? 'social_profit' : 'enterprise';
}

export const hintsFrom = (formWords: string, activity: string | undefined): RegisterFacts['hints'] => {
  const kind = kindOfForm(formWords);
  return { kind, care: kind === 'local_authority' && activity ? careOfNace(activity) : null };
};

/** Which language a code of the register stands for, by the words of its code table. */
export function languageOfWords(words: readonly string[]): Locale | null {
  const known: readonly (readonly [Locale, RegExp])[] = [
    ['nl', /^(nederlands|néerlandais|niederländisch|dutch)$/i],
    ['fr', /^(frans|français|französisch|french)$/i],
    ['de', /^(duits|allemand|deutsch|german)$/i],
    ['en', /^(engels|anglais|englisch|english)$/i],
  ];
  return known.find(([, pattern]) => words.some((word) => pattern.test(word.trim())))?.[0] ?? null;
}
