import { listLeads } from '#modules/recruitment/server/operations.ts';
import { listViews, removeView, saveView } from '#modules/reporting/server/listOperations.ts';
import { form, pageOf } from '#platform/server/door.ts';

export const load = pageOf({ result: listLeads, views: listViews }, ({ url }) => ({
  result: Object.fromEntries(url.searchParams),
  views: { list: 'leads' },
}));

export const actions = {
  saveView: form(
    saveView,
    () => ({}),
    ({ query }) => `/leads?${query}`,
  ),
  removeView: form(
    removeView,
    () => ({}),
    ({ back }) => `/leads?${back}`,
  ),
};
