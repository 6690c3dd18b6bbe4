import { z } from 'zod';
import { choice, choices, flag, wholeNumber } from '#shared/inputs.ts';
import { locales } from '#shared/localised.ts';
import { frequencies, weekdays } from './rules/choices.ts';

export const SaveNotificationsInput = z.object({
  tasks: choice(frequencies),
  due: choice(frequencies),
  changes: choice(frequencies),
  fromHour: wholeNumber({ minimum: 0, maximum: 22 }),
  untilHour: wholeNumber({ minimum: 1, maximum: 24 }),
  weekday: wholeNumber({ minimum: 1, maximum: 7 }),
  quietDays: choices(weekdays),
  quietHolidays: flag(),
  /** `pages`: the language of one's pages. */
  locale: choice(['pages', ...locales]),
});

/** Any text: a wrong secret is an unknown one, never a form mistake. */
const secret = z.string().max(200);

export const ReadUnsubscribeInput = z.object({ secret });
/** `these`: the kinds of news of the mail that the link stood in. What a mail program sends says nothing of it. */
export const UnsubscribeInput = z.object({ secret, which: z.enum(['these', 'all']).catch('these') });

export const MakeCalendarInput = z.object({ names: flag() });
export const ReadCalendarInput = z.object({ secret });
