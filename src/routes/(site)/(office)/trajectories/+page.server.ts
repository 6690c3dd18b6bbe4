import { listTrajectories, listViews, removeView, saveView } from '#modules/reporting/server/listOperations.ts';
import { form, pageOf } from '#platform/server/door.ts';

export const load = pageOf({ result: listTrajectories, views: listViews }, ({ url }) => ({
  result: Object.fromEntries(url.searchParams),
  views: { list: 'trajectories' },
}));

export const actions = {
  saveView: form(
    saveView,
    () => ({}),
    ({ query }) => `/trajectories?${query}`,
  ),
  removeView: form(
    removeView,
    () => ({}),
    ({ back }) => `/trajectories?${back}`,
  ),
};
