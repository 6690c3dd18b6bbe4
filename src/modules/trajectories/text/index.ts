import { defineTexts } from '#platform/text/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** What an enterprise reads about its trajectory: agreement, plan, sessions, action plan, follow-up. */
export const texts = defineTexts('trajectories', { nl, en, fr, de });

export { officeTexts } from './office.ts';
