import { defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** Comments and files beside the timeline: an enterprise lead reads and writes them too. */
export const texts = defineTexts('timeline', { nl, en, fr, de });
