import { z } from 'zod';
import { choices, id } from '#shared/inputs.ts';
import { webhookEvents } from './rules/events.ts';

const address = () =>
  z
    .string('error.required')
    .trim()
    .min(1, 'error.required')
    .max(500, 'error.tooLong')
    .refine((typed) => URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol), 'webhooks.office:error.url')
    .refine((typed) => !URL.canParse(typed) || new URL(typed).username === '', 'webhooks.office:error.url');

export const AddWebhookInput = z.object({
  place: id(),
  url: address(),
  events: choices(webhookEvents).refine((chosen) => chosen.length > 0, 'webhooks.office:error.noEvent'),
});

export const WebhookInput = z.object({ webhook: id() });

export const ListDeliveriesInput = z.object({ webhook: id(), after: z.string().max(100).optional().catch(undefined) });

export const ReplayInput = z.object({ webhook: id(), delivery: id() });
