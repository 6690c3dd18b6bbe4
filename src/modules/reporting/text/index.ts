import { defineOfficeTexts, defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import officeEn from './office/en.json' with { type: 'json' };
import officeNl from './office/nl.json' with { type: 'json' };

/** All texts of the home pages, the list of enterprises and the timeline: an enterprise lead reads them too. */
export const texts = defineTexts('reporting', { nl, en, fr, de });

/** What only the office reads. */
export const officeTexts = defineOfficeTexts('reporting', { nl: officeNl, en: officeEn });
