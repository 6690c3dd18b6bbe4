/** The roles that somebody can be invited to, and on what each of them is held. */
export const invitableRoles = {
  lot_coordinator: 'lot',
  provider_member: 'provider',
  consultant: 'provider',
  evaluator: 'programme',
  auditor: 'programme',
} as const;

export type InvitableRole = keyof typeof invitableRoles;

export function isInvitable(role: string): role is InvitableRole {
  return Object.hasOwn(invitableRoles, role);
}

/** What a role is held on, as the texts name it. */
export type PlaceKind = 'programme' | 'lot' | 'provider' | 'enterprise' | 'trajectory';

/** Where a role is held, ready to be read. */
export interface GrantPlace {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly name: string;
  /** The lot's number, for a lot and for a partner in it. */
  readonly lot: number | null;
}
