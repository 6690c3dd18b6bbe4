import { defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** What the scan says, in the four languages. The statements themselves belong to the published version, in `definition`. */
export const texts = defineTexts('maturity', { nl, en, fr, de });

export type MaturityTextKey = keyof typeof nl;
