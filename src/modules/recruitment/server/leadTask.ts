import type { Db } from '#platform/server/database/pool.ts';
import type { Role } from '#platform/server/permissions.ts';
import { closeTask, openTask, type Place } from '#platform/server/registries.ts';
import type { PlainDate } from '#shared/dates.ts';

const contactKind = 'recruitment.contactLead';
const attachedKind = 'recruitment.attachedRequest';

export interface LeadInPlace extends Place {
  readonly id: string;
  readonly provider?: string | null;
  readonly enterprise: string;
  readonly enterpriseName: string;
}

/** Who is waited for: the fund; the programme while there is none; the lot too when nobody works at the fund yet. */
export function waitingRoles(provider: string | null | undefined, staffed: boolean): readonly Role[] {
  if (!provider) return ['programme_manager'];
  return staffed ? ['provider_member'] : ['provider_member', 'lot_coordinator'];
}

/** «Call the enterprise by that day»: for everybody of the fund, or for the one who took the lead. */
export async function waitForContact(
  db: Db,
  lead: LeadInPlace,
  wait: { due: PlainDate; roles: readonly Role[]; person?: string | null; handedOver?: boolean },
): Promise<void> {
  await openTask(db, lead, {
    kind: contactKind,
    subject: lead.id,
    roles: wait.roles,
    person: wait.person ?? null,
    due: wait.due,
    textKey: `recruitment.office:task.${wait.handedOver ? 'contactHandedOver' : 'contact'}`,
    parameters: { enterprise: lead.enterpriseName },
    link: `/leads/${lead.id}`,
  });
}

/** «Another request came in»: it waits until somebody notes a contact. */
export async function waitForAttached(
  db: Db,
  lead: LeadInPlace,
  wait: { due: PlainDate; roles: readonly Role[]; person: string | null },
): Promise<void> {
  await openTask(db, lead, {
    kind: attachedKind,
    subject: lead.id,
    roles: wait.roles,
    person: wait.person,
    due: wait.due,
    textKey: 'recruitment.office:task.attached',
    parameters: { enterprise: lead.enterpriseName },
    link: `/leads/${lead.id}`,
  });
}

export function noMoreAttached(db: Db, lead: string): Promise<void> {
  return closeTask(db, attachedKind, lead);
}

/** Nothing waits any more around a lead. */
export async function noMoreWaiting(db: Db, lead: string): Promise<void> {
  await closeTask(db, contactKind, lead);
  await closeTask(db, attachedKind, lead);
}
