import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import { defineTexts } from '../index.ts';

/** What can go wrong at the interface for programs, by code: a title, and what it means and what helps. */
export const problemTexts = defineTexts('problems', { nl, en, fr, de });
