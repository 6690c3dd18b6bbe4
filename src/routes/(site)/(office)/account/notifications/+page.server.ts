import {
  endCalendar,
  makeCalendar,
  nameCalendar,
  readNotifications,
  saveNotifications,
  sendNow,
} from '#modules/notifications/server/operations.ts';
import { answer, form, page } from '#platform/server/door.ts';

const nothingMore = () => ({});
const saved = () => '/account/notifications?saved=1';
const savedCalendar = () => '/account/notifications?saved=1#calendar';

export const load = page(readNotifications);
export const actions = {
  save: form(saveNotifications, nothingMore, saved),
  send: form(sendNow, nothingMore, () => '/account/notifications?sent=1'),
  /** The answer is drawn at once and kept nowhere: it holds the secret address. */
  makeCalendar: answer(makeCalendar),
  nameCalendar: form(nameCalendar, nothingMore, savedCalendar),
  endCalendar: form(endCalendar, nothingMore, savedCalendar),
};
