import { addWebhook, endWebhook, listWebhooks } from '#modules/webhooks/server/operations.ts';
import { answer, form, page } from '#platform/server/door.ts';

export const load = page(listWebhooks);
export const actions = {
  /** The answer is drawn at once and kept nowhere: it holds the secret of the signatures. */
  add: answer(addWebhook),
  end: form(
    endWebhook,
    () => ({}),
    () => '/webhooks?done=ended',
  ),
};
