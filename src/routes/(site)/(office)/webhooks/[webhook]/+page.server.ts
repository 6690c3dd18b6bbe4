import { listDeliveries, replayDelivery } from '#modules/webhooks/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

export const load = page(listDeliveries, ({ params, url }) => ({
  webhook: params.webhook,
  after: url.searchParams.get('after') ?? undefined,
}));
export const actions = {
  replay: form(
    replayDelivery,
    ({ params }) => ({ webhook: params.webhook }),
    (_result, { params }) => `/webhooks/${params.webhook}?done=replayed`,
  ),
};
