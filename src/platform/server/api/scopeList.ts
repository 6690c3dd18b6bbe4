import { allOperations } from '../operation.ts';
import { scopeOf } from '../scopes.ts';

/** Every scope that a token can be given, in the order of the alphabet: made from the operations, so that none is forgotten. */
export function allScopes(): readonly string[] {
  const scopes = new Set(allOperations().map(scopeOf));
  return [...scopes].filter((scope) => scope.includes(':')).sort();
}
