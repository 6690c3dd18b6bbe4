import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import officeEn from './office/en.json' with { type: 'json' };
import officeNl from './office/nl.json' with { type: 'json' };
import { defineOfficeTexts, defineTexts } from '#platform/text/index.ts';

export const texts = defineTexts('privacy', { nl, en, fr, de });
export const officeTexts = defineOfficeTexts('privacy', { nl: officeNl, en: officeEn });
