import sql, { empty } from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import type { Handle, Resolver } from '#platform/server/operation.ts';
import { newSecret, openUnderInstance, sealUnderInstance } from '#platform/server/sealing.ts';
import type { Locale } from '#shared/localised.ts';
import type { DeliveryState, WebhookEvent } from '../rules/events.ts';
import './permissions.ts';

/** A webhook that is not ended, within the caller's places. */
export interface WebhookHandle extends Handle {
  readonly url: string;
}

export const webhookHandle: Resolver<'webhook', WebhookHandle> = {
  name: 'webhook',
  seenWith: 'webhooks.manage',
  find: (db, id) =>
    db.maybe(sql`select id, url, programme_id as programme, lot_id as lot, provider_id as provider
      from webhooks where id = ${id} and ended_at is null`),
};

export interface NewWebhook {
  readonly programme: string;
  readonly lot: string | null;
  readonly provider: string | null;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly by: string;
}

/** Adds a webhook and gives the secret of its signatures, readable this once. */
export async function addWebhook(db: Db, webhook: NewWebhook, now: Date): Promise<{ id: string; secret: string }> {
  const id = newId();
  const secret = `whsec_${newSecret().secret}`;
  await db.run(sql`insert into webhooks (id, programme_id, lot_id, provider_id, url, events, secret, made_by, made_at)
    values (${id}, ${webhook.programme}, ${webhook.lot}, ${webhook.provider}, ${webhook.url}, ${[...webhook.events]},
      ${sealUnderInstance(secret, `webhook:${id}`)}, ${webhook.by}, ${now})`);
  return { id, secret };
}

export async function endWebhook(db: Db, webhook: string, now: Date): Promise<void> {
  await db.run(sql`update webhooks set ended_at = ${now} where id = ${webhook}`);
  await db.run(
    sql`update webhook_deliveries set state = 'dead', problem = 'ended' where webhook_id = ${webhook} and state = 'waiting'`,
  );
}

export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly madeAt: Date;
  readonly placeName: string;
  readonly lotNumber: number | null;
  readonly waiting: number;
  readonly dead: number;
}

export function openWebhooks(db: Db, locale: Locale): Promise<WebhookRow[]> {
  return db.many(sql`select w.id, w.url, w.events, w.made_at as "madeAt", coalesce(pr.name, l.name ->> ${locale}, p.name ->> ${locale}) as "placeName", l.number as "lotNumber",
      d.waiting, d.dead
    from webhooks w join programmes p on p.id = w.programme_id left join lots l on l.id = w.lot_id left join providers pr on pr.id = w.provider_id
    cross join lateral (select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'dead')::int as dead
      from (select state from webhook_deliveries where webhook_id = w.id order by made_at desc, id desc limit 1000) newest) d
    where w.ended_at is null order by w.made_at desc, w.id desc limit 100`);
}

export interface DeliveryRow {
  readonly id: string;
  readonly event: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly status: number | null;
  readonly problem: string | null;
  readonly madeAt: Date;
  readonly nextAt: Date;
  readonly deliveredAt: Date | null;
}

/** The signals of a webhook, the newest first, from after the given one. */
export function deliveriesOf(
  db: Db,
  webhook: string,
  after: string | undefined,
  limit: number,
): Promise<DeliveryRow[]> {
  return db.many(sql`select id, event, state, attempts, status, problem, made_at as "madeAt", next_at as "nextAt", delivered_at as "deliveredAt"
    from webhook_deliveries where webhook_id = ${webhook}
      ${after ? sql`and (made_at, id) < (select made_at, id from webhook_deliveries where id = ${after} and webhook_id = ${webhook})` : empty}
    order by made_at desc, id desc limit ${limit}`);
}

/** Puts a signal back as if it were new; gives how many that were. */
export function replay(db: Db, webhook: string, delivery: string, now: Date): Promise<number> {
  return db.run(sql`update webhook_deliveries set state = 'waiting', attempts = 0, next_at = ${now}, problem = null, status = null, delivered_at = null
    where id = ${delivery} and webhook_id = ${webhook}`);
}

export interface DueDelivery {
  readonly id: string;
  readonly event: string;
  readonly body: object;
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
}

/**
 * Takes what is due, so that no other process does: until the lease is over it is not due. When this process dies meanwhile, the
 * signal goes out again; a receiver tells two of them by their id. Needs the system's scope.
 */
export async function takeDue(db: Db, now: Date, atMost: number): Promise<DueDelivery[]> {
  const lease = new Date(now.getTime() + 120_000);
  const rows = await db.many<Omit<DueDelivery, 'secret'> & { webhook: string; sealed: Buffer }>(
    sql`with due as (select id from webhook_deliveries where state = 'waiting' and next_at <= ${now} order by next_at limit ${atMost} for update skip locked)
    update webhook_deliveries d set attempts = d.attempts + 1, next_at = ${lease} from due, webhooks w
    where d.id = due.id and w.id = d.webhook_id returning d.id, d.event, d.body, d.attempts, w.url, w.id as webhook, w.secret as sealed`,
  );
  return rows.map(({ webhook, sealed, ...due }) => ({
    ...due,
    secret: openUnderInstance(sealed, `webhook:${webhook}`) as string,
  }));
}

/** Notes how an attempt went. Needs the system's scope. */
export async function noteAttempt(
  db: Db,
  delivery: string,
  outcome: { state: DeliveryState; status: number | null; problem: string | null; nextAt: Date },
  now: Date,
): Promise<void> {
  await db.run(sql`update webhook_deliveries set state = ${outcome.state}, status = ${outcome.status}, problem = ${outcome.problem},
      next_at = ${outcome.nextAt}, delivered_at = ${outcome.state === 'delivered' ? now : null}
    where id = ${delivery} and state = 'waiting'`);
}

export async function forgetOld(db: Db, before: Date): Promise<void> {
  await db.run(sql`delete from webhook_deliveries where state <> 'waiting' and made_at < ${before}`);
}
