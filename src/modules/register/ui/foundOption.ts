import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
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

/**
 * What was found as a suggestion: number, place, legal form and what it does.
 * @param by says that it was found by another name than the one shown
 * @param person what a natural person is called; a list without them needs no word for it
 */
export function foundOption(found: FoundInRegister, by: (name: string) => string, person = ''): FoundOption {
  const details = [
    found.foundBy && by(found.foundBy),
    formatEnterpriseNumber(found.number),
    [found.zip, found.municipality].filter(Boolean).join(' '),
    found.naturalPerson ? person : found.legalForm,
    found.activity?.words,
  ];
  return { key: found.number, label: found.name, details: details.filter(Boolean).join(' · '), found };
}
