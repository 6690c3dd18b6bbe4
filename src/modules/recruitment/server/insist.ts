import type { Actor } from '#platform/server/actor.ts';
import { forbidden, notNow } from '#platform/server/errors.ts';
import { mayLead, type LeadAction, type LeadState } from '../rules/leadStates.ts';
import type { LeadHandle } from './handle.ts';

/**
 * The state after an action; or a refusal with the reason that the button shows. What ends a lead or passes it on counts on
 * what the person saw, so `version` (of the page) must still be the lead's.
 */
export function insistLead(action: LeadAction, lead: LeadHandle, version?: number): LeadState {
  const answer = mayLead(action, lead.state);
  if (!answer.allowed) throw notNow(`recruitment.office:${answer.because}`);
  if (version !== undefined && version !== lead.version) throw notNow('recruitment.office:lead.changed');
  return answer.to;
}

/** The person who acts; a link or a job takes no leads. */
export function personOf(actor: Actor): string {
  if (actor.kind !== 'person') throw forbidden();
  return actor.id;
}
