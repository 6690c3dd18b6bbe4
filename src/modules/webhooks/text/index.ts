import { defineOfficeTexts } from '#platform/text/index.ts';
import officeEn from './office/en.json' with { type: 'json' };
import officeNl from './office/nl.json' with { type: 'json' };

/** Webhooks are for the people who run a programme, a lot or a partner. */
export const officeTexts = defineOfficeTexts('webhooks', { nl: officeNl, en: officeEn });
