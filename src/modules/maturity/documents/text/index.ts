import { defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** The fixed words of the scan result on paper, in the enterprise's language. */
export const documentTexts = defineTexts('maturity/documents', { nl, en, fr, de });
