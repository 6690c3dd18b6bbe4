/** Roles that a person (or the holder of a link) can have somewhere. */
export const roles = [
  'enterprise_lead',
  'consultant',
  'provider_member',
  'lot_coordinator',
  'programme_manager',
  'evaluator',
  'auditor',
  'link_holder',
] as const;
export type Role = (typeof roles)[number];

export type ScopeKind = 'programme' | 'lot' | 'provider' | 'enterprise' | 'trajectory';

/** A role held on something: «consultant on this enterprise». */
export interface Grant {
  readonly role: Role;
  readonly scope: ScopeKind;
  readonly id: string;
  readonly programme: string;
}

/**
 * The closed union of permissions. Each module adds its own in `server/permissions.ts`:
 * `declare module '#platform/server/permissions.ts' { interface Permissions { 'lead.take': true } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Permissions {
  /** Any signed-in person, about themselves. */
  self: true;
}
export type Permission = keyof Permissions;

const holders = new Map<string, readonly Role[]>([['self', roles.filter((role) => role !== 'link_holder')]]);

/** Says which roles hold a module's permissions. One place a permission: saying it twice is a mistake. */
export function definePermissions(table: Partial<Record<Permission, readonly Role[]>>): void {
  for (const [permission, who] of Object.entries(table)) {
    const known = holders.get(permission);
    if (known && known.join() !== who.join()) throw new Error(`Permission ${permission} is defined twice`);
    holders.set(permission, who);
  }
}

/** The roles that hold a permission. One that no module defined is held by nobody: unknown means no. */
export function rolesWith(permission: Permission): readonly Role[] {
  return holders.get(permission) ?? [];
}

export function permissionTable(): ReadonlyMap<string, readonly Role[]> {
  return holders;
}
