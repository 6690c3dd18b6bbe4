import { defineOfficeTexts, defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import officeEn from './office/en.json' with { type: 'json' };
import officeNl from './office/nl.json' with { type: 'json' };

/** The ledger of aid, the declaration of the enterprise, and why a grant is refused. */
export const aidTexts = defineTexts('aid', { nl, en, fr, de });

/** What the office records, and the list for the central register. */
export const aidOfficeTexts = defineOfficeTexts('aid', { nl: officeNl, en: officeEn });
