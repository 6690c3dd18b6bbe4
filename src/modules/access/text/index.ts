import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import { defineTexts } from '#platform/text/index.ts';

export const texts = defineTexts('access', { nl, en, fr, de });
export { officeTexts } from './office.ts';
