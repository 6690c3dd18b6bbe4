import { notByToken, scopeMissing } from './errors.ts';
import type { Operation } from './operation.ts';

type Scoped = Pick<Operation, 'name' | 'kind' | 'needs'>;

/**
 * Modules whose commands are about who may come in: accounts, roles, sessions, tokens. They are done by somebody who is
 * signed in and looks at the page; a token that could make another token would never end.
 */
const doors: readonly string[] = ['access', 'interface'];

/**
 * What a token must have been made for to call an operation: `module:read`, `module:write`, `anything` for what is open to
 * everybody, `never` for what no token may do. It follows from the declaration, so no operation can be without one.
 */
export function scopeOf({ name, kind, needs }: Scoped): string {
  if (typeof needs === 'object') return 'anything';
  const module = name.slice(0, name.indexOf('.'));
  if (kind === 'query' || kind === 'stream') return `${module}:read`;
  return doors.includes(module) ? 'never' : `${module}:write`;
}

/** Refuses what the token was not made for. */
export function insistScope(operation: Scoped, scopes: readonly string[]): void {
  const needed = scopeOf(operation);
  if (needed === 'anything' || scopes.includes(needed)) return;
  throw needed === 'never' ? notByToken() : scopeMissing(needed);
}
