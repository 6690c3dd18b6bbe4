/** A token ends within a year: a key that nobody thinks of any more must stop by itself. */
export const longestDays = 365;

/** The choices that are offered; any number of days up to a year may be sent. */
export const offeredDays = [30, 90, 180, 365] as const;

export const scopePattern = /^[a-z][a-z-]*:(read|write)$/;

/** The roles that a machine account can have, and on what each is held. */
export const machinePlaces = {
  provider_member: 'provider',
  consultant: 'provider',
  lot_coordinator: 'lot',
  auditor: 'programme',
  programme_manager: 'programme',
} as const;

export type MachineRole = keyof typeof machinePlaces;
export const machineRoles = Object.keys(machinePlaces) as [MachineRole, ...MachineRole[]];

/** So that a token is recognised where it turns up: in a list here, and by programs that look for secrets in code. */
export const tokenPrefix = 'kl_';

/** The beginning of a token, which may be shown: too little to guess the rest from. */
export function hintOf(token: string): string {
  return token.slice(0, tokenPrefix.length + 6);
}

/** The scopes by module, for a page: a row a module, reading and changing beside each other. */
export function scopeRows(scopes: readonly string[]): { module: string; read: boolean; write: boolean }[] {
  const modules = [...new Set(scopes.map((scope) => scope.slice(0, scope.indexOf(':'))))];
  return modules.map((module) => ({
    module,
    read: scopes.includes(`${module}:read`),
    write: scopes.includes(`${module}:write`),
  }));
}
