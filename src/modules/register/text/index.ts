import officeEn from './office/en.json' with { type: 'json' };
import officeNl from './office/nl.json' with { type: 'json' };
import { defineOfficeTexts } from '#platform/text/index.ts';

export const officeTexts = defineOfficeTexts('register', { nl: officeNl, en: officeEn });
