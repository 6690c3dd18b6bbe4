import { listEnterprises, listViews, removeView, saveView } from '#modules/reporting/server/listOperations.ts';
import { form, pageOf } from '#platform/server/door.ts';

export const load = pageOf({ result: listEnterprises, views: listViews }, ({ url }) => ({
  result: Object.fromEntries(url.searchParams),
  views: { list: 'enterprises' },
}));

export const actions = {
  saveView: form(
    saveView,
    () => ({}),
    ({ query }) => `/enterprises?${query}`,
  ),
  removeView: form(
    removeView,
    () => ({}),
    ({ back }) => `/enterprises?${back}`,
  ),
};
