import { z } from 'zod';
import { findPlace, placesWithin } from '#modules/access/index.server.ts';
import { scopeFor } from '#platform/server/actor.ts';
import { forbidden, notFound } from '#platform/server/errors.ts';
import { command, mayOn, nothing, query } from '#platform/server/operation.ts';
import { AddWebhookInput, ListDeliveriesInput, ReplayInput, WebhookInput } from '../inputs.ts';
import '../text/index.ts';
import './jobs.ts';
import './permissions.ts';
import {
  addWebhook as insertWebhook,
  deliveriesOf,
  endWebhook as stopWebhook,
  openWebhooks,
  replay,
  webhookHandle,
} from './store.ts';

const noWebhook = '00000000-0000-7000-8000-000000000000';
const rowsAPage = 30;

/** The webhooks in the caller's places, and where the caller can add one. */
export const listWebhooks = query({
  name: 'webhooks.listWebhooks',
  input: z.object({}),
  on: nothing,
  needs: 'webhooks.manage',
  example: () => ({}),
  async run({ db, actor }) {
    const { programmes = [], lots = [], providers = [] } = scopeFor(actor, 'webhooks.manage');
    const places = await placesWithin(db, actor.locale, { programmes, lots, providers });
    return {
      webhooks: await openWebhooks(db, actor.locale),
      places: places
        .filter((place) => mayOn(actor, 'webhooks.manage', handleOf(place)))
        .map(({ id, kind, name, lot }) => ({ id, kind, name, lot })),
    };
  },
});

/** Lets an address hear of what happens in a place. The secret of its signatures is given once, here. */
export const addWebhook = command({
  name: 'webhooks.addWebhook',
  input: AddWebhookInput,
  on: nothing,
  needs: 'webhooks.manage',
  secretResult: true,
  example: (world) => ({
    place: world['provider']!,
    url: 'https://hooks.example.org/krachtlijn',
    events: ['lead.made', 'plan.approved'],
  }),
  async run({ db, actor, input, now }) {
    if (actor.kind !== 'person') throw forbidden();
    const place = await findPlace(db, actor.locale, input.place);
    if (!place) throw notFound();
    const { programme, lot, provider } = handleOf(place);
    if (!mayOn(actor, 'webhooks.manage', handleOf(place))) throw forbidden();
    const { url, events } = input;
    const made = await insertWebhook(db, { programme, lot, provider, url, events, by: actor.id }, now);
    return { ...made, programme };
  },
  audit: (input, result) => ({
    subject: { kind: 'webhook', id: result.id },
    fields: ['url', 'events'],
    details: { host: new URL(input.url).host, events: input.events.join(' ') },
    within: { programme: result.programme },
  }),
});

/** Ends a webhook: from now on it hears nothing, what still waited is dropped. */
export const endWebhook = command({
  name: 'webhooks.endWebhook',
  input: WebhookInput,
  on: webhookHandle,
  needs: 'webhooks.manage',
  example: (world) => ({ webhook: world['webhook'] ?? noWebhook }),
  async run({ db, webhook, now }) {
    await stopWebhook(db, webhook.id, now);
    return { ended: true };
  },
  audit: (input) => ({ subject: { kind: 'webhook', id: input.webhook }, fields: ['endedAt'] }),
});

/** What was sent to an address and how that went, the newest first. */
export const listDeliveries = query({
  name: 'webhooks.listDeliveries',
  input: ListDeliveriesInput,
  on: webhookHandle,
  needs: 'webhooks.manage',
  example: (world) => ({ webhook: world['webhook'] ?? noWebhook }),
  async run({ db, webhook, input }) {
    const after = z.guid().safeParse(input.after).data;
    const rows = await deliveriesOf(db, webhook.id, after, rowsAPage + 1);
    const deliveries = rows.slice(0, rowsAPage);
    const next: string | null = rows.length > rowsAPage ? deliveries.at(-1)!.id : null;
    return { webhook: webhook.id, url: webhook.url, deliveries, next };
  },
});

/** Sends a signal again, with the same id, as if it were new. */
export const replayDelivery = command({
  name: 'webhooks.replayDelivery',
  input: ReplayInput,
  on: webhookHandle,
  needs: 'webhooks.manage',
  example: (world) => ({ webhook: world['webhook'] ?? noWebhook, delivery: noWebhook }),
  async run({ db, webhook, input, now }) {
    if ((await replay(db, webhook.id, input.delivery, now)) === 0) throw notFound();
    return { waiting: true };
  },
  audit: (input) => ({ subject: { kind: 'webhook', id: input.webhook }, details: { delivery: input.delivery } }),
});

function handleOf(place: { id: string; programme: string; lotId: string | null; providerId: string | null }) {
  return { id: place.id, programme: place.programme, lot: place.lotId, provider: place.providerId };
}
