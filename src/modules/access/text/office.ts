import { defineOfficeTexts } from '#platform/text/index.ts';
import en from './office/en.json' with { type: 'json' };
import nl from './office/nl.json' with { type: 'json' };

/** What only the office reads; a file of its own, so that a page without a word of it does not fetch it. */
export const officeTexts = defineOfficeTexts('access', { nl, en });
