import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import { defineTexts } from '../index.ts';

/** What the platform says when something cannot be done; used by every module. */
export const errorTexts = defineTexts('errors', { nl, en, fr, de });
