import { defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** Words about an enterprise: fields, kinds, sizes and what is wrong with a number or figure. */
export const enterpriseTexts = defineTexts('enterprises', { nl, en, fr, de });
export const texts = enterpriseTexts;
