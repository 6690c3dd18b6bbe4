import { listJobs, retryJob } from '#modules/instance/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(listJobs, ({ url }) => ({ show: url.searchParams.get('show') ?? 'all' }));
export const actions = {
  retry: form(
    retryJob,
    () => ({}),
    () => '/jobs?retried=1',
  ),
};
