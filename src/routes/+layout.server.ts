import type { RequestEvent } from '@sveltejs/kit';
import type { Who } from '#modules/access/index.ts';
import { whoAmI } from '#modules/access/server/operations.ts';
import { databaseIsAway } from '#platform/server/database/away.ts';
import { door, pageOf, settleLocale, visitOf } from '#platform/server/door.ts';

const ask = pageOf({ who: whoAmI });

/**
 * Every page knows who is looking and in which language; a signed-in person's own language counts for the whole answer.
 * While the database is away the frame still stands, so that the page can say so in the visitor's language.
 */
export const load = Object.assign(
  async (event: RequestEvent): Promise<{ who: Who; heard?: string }> => {
    try {
      const { who } = await ask(event);
      settleLocale(event, who.locale);
      return who.person ? { who, heard: visitOf(event).heard } : { who };
    } catch (problem) {
      if (!databaseIsAway(problem)) throw problem;
      return { who: { person: null, locale: visitOf(event).locale, example: false } };
    }
  },
  { [door]: ask[door] },
);
