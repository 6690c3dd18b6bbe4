import { defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** Words about lots, committees, sectors and the way to a fund. Names of lots, sectors and codes are in the definition. */
export const programmeTexts = defineTexts('programmes', { nl, en, fr, de });
