/** The roles that have a home page. */
export const homeRoles = [
  'enterprise_lead',
  'consultant',
  'provider_member',
  'lot_coordinator',
  'programme_manager',
  'evaluator',
  'auditor',
] as const;
export type HomeRole = (typeof homeRoles)[number];

/** Where an enterprise stands: the state of its newest trajectory, or `none` while it has none. */
export const stages = [
  'none',
  'intake',
  'eligibility',
  'agreement',
  'planning',
  'guidance',
  'closing',
  'follow_up',
  'completed',
  'stopped',
] as const;
export type Stage = (typeof stages)[number];

export const leadStates = ['new', 'handed_over', 'taken', 'converted', 'declined', 'withdrawn'] as const;
export type LeadState = (typeof leadStates)[number];

/** An enterprise by its number of workers alone: under 10, under 50, under 250, from there on, or not known. */
export const sizeBands = ['micro', 'small', 'medium', 'large', 'unknown'] as const;
export type SizeBand = (typeof sizeBands)[number];

/** What may ask for attention: agreed but quiet, a plan that waits for a reader, a follow-up that was missed. */
export const attentionKinds = ['quiet', 'plans', 'followUps'] as const;
export type AttentionKind = (typeof attentionKinds)[number];
