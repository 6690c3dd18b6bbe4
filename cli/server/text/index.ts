import { defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** What the server says when the application itself cannot answer. */
export const texts = defineTexts('server', { nl, en, fr, de });
