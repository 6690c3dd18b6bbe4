import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hintOf, scopePattern, scopeRows, tokenPrefix } from './tokens.ts';

test('what is shown of a token tells six characters of forty-three', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{43}$/), (secret) => {
      const hint = hintOf(tokenPrefix + secret);
      expect(hint).toHaveLength(9);
      expect((tokenPrefix + secret).startsWith(hint)).toBe(true);
    }),
  );
});

test('scopes stand by module, each once', () => {
  expect(scopeRows(['trajectories:read', 'trajectories:write', 'audit:read'])).toEqual([
    { module: 'trajectories', read: true, write: true },
    { module: 'audit', read: true, write: false },
  ]);
});

test('a scope is a module and reading or writing, and nothing else', () => {
  for (const scope of ['learning-networks:read', 'trajectories:write']) expect(scope).toMatch(scopePattern);
  for (const scope of ['read', 'trajectories:delete', 'Trajectories:read', ':read', '*:write'])
    expect(scope).not.toMatch(scopePattern);
});
