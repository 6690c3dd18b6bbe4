import type { Actor } from '#platform/server/actor.ts';
import { forbidden } from '#platform/server/errors.ts';
import { mayOn } from '#platform/server/operation.ts';
import type { TrajectoryHandle } from './handle.ts';

/** The person who acts; a link or a job is nobody who writes a plan or records a session. */
export function personOf(actor: Actor): string {
  if (actor.kind !== 'person') throw forbidden();
  return actor.id;
}

/** Whether somebody sees the trajectory from the office (guide, fund, coordinator, programme, auditor) and not from the enterprise. */
export function isOffice(actor: Actor, trajectory: TrajectoryHandle): boolean {
  const grants = actor.grants.filter(({ role }) => role !== 'enterprise_lead' && role !== 'link_holder');
  return mayOn({ ...actor, grants }, 'trajectory.read', trajectory);
}
