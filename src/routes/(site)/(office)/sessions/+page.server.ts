import { listSessions, listViews, removeView, saveView } from '#modules/reporting/server/listOperations.ts';
import { form, pageOf } from '#platform/server/door.ts';

export const load = pageOf({ result: listSessions, views: listViews }, ({ url }) => ({
  result: Object.fromEntries(url.searchParams),
  views: { list: 'sessions' },
}));

export const actions = {
  saveView: form(
    saveView,
    () => ({}),
    ({ query }) => `/sessions?${query}`,
  ),
  removeView: form(
    removeView,
    () => ({}),
    ({ back }) => `/sessions?${back}`,
  ),
};
