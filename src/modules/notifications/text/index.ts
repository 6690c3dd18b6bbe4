import { defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** Mails, the page of choices and the page that ends mails: everybody reads them. */
export const texts = defineTexts('notifications', { nl, en, fr, de });
