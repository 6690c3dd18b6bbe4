import { defineOfficeTexts, defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import officeEn from './office/en.json' with { type: 'json' };
import officeNl from './office/nl.json' with { type: 'json' };

/** The page that describes the interface, and everybody's own tokens. */
export const texts = defineTexts('interface', { nl, en, fr, de });

/** Machine accounts. */
export const officeTexts = defineOfficeTexts('interface', { nl: officeNl, en: officeEn });
