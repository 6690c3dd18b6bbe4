import { defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** The words of the certificate on paper. */
export const certificateTexts = defineTexts('eligibility/documents', { nl, en, fr, de });
