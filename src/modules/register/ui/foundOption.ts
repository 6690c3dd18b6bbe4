import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import type { Translate } from '#platform/text/index.ts';
import type { FoundInRegister } from '../rules/views.ts';

/** An enterprise of the register as a suggestion while somebody types. */
export interface FoundOption {
  /** Its number, ten digits. */
  readonly key: string;
  readonly label: string;
  /** What tells it from another of the same name. */
  readonly details: string;
  readonly found: FoundInRegister;
}

/** What was found as a suggestion: number, place, legal form and what it does. */
export function foundOption(found: FoundInRegister, t: Translate<'found.by' | 'found.person'>): FoundOption {
  const details = [
    found.foundBy && t('found.by', { name: found.foundBy }),
    formatEnterpriseNumber(found.number),
    [found.zip, found.municipality].filter(Boolean).join(' '),
    found.naturalPerson ? t('found.person') : found.legalForm,
    found.activity?.words,
  ];
  return { key: found.number, label: found.name, details: details.filter(Boolean).join(' · '), found };
}
