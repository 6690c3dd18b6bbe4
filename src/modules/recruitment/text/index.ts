import { defineOfficeTexts, defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import officeEn from './office/en.json' with { type: 'json' };
import officeNl from './office/nl.json' with { type: 'json' };

/** «Help me further», and the ways on. */
export const texts = defineTexts('recruitment', { nl, en, fr, de });

/** The desk of a sector consultant. */
export const officeTexts = defineOfficeTexts('recruitment', { nl: officeNl, en: officeEn });
