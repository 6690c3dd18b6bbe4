import { listViews, removeView, saveView } from '#modules/reporting/server/listOperations.ts';
import { listTasks } from '#modules/reporting/server/taskOperations.ts';
import { form, pageOf } from '#platform/server/door.ts';

export const load = pageOf({ result: listTasks, views: listViews }, ({ url }) => ({
  result: Object.fromEntries(url.searchParams),
  views: { list: 'tasks' },
}));

export const actions = {
  saveView: form(
    saveView,
    () => ({}),
    ({ query }) => `/tasks?${query}`,
  ),
  removeView: form(
    removeView,
    () => ({}),
    ({ back }) => `/tasks?${back}`,
  ),
};
