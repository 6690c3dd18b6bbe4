/** The main steps of the job, in their order; `krachtlijn.webhook_event` in the migrations says which lines of a timeline they are. */
export const webhookEvents = [
  'lead.made',
  'lead.taken',
  'eligibility.decided',
  'agreement.agreed',
  'plan.submitted',
  'plan.returned',
  'plan.approved',
  'session.noted',
  'action_plan.sealed',
  'follow_up.recorded',
  'trajectory.stopped',
] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

export type DeliveryState = 'waiting' | 'delivered' | 'dead';

/** Minutes to wait after each attempt that failed; after the last one it is dead, a day and a half after it happened. */
const waits = [1, 5, 30, 120, 300, 600, 1200] as const;

/** When to try again after so many attempts; null when it was the last one. */
export function nextTry(attempts: number, now: Date): Date | null {
  const minutes = waits[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}

export const mostAttempts = waits.length + 1;
