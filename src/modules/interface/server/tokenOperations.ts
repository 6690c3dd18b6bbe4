import { z } from 'zod';
import { grantsFor, type Actor } from '#platform/server/actor.ts';
import { allScopes } from '#platform/server/api/scopeList.ts';
import { forbidden, invalid, notFound } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import type { Permission } from '#platform/server/permissions.ts';
import { CreateTokenInput, RevokeTokenInput } from '../inputs.ts';
import { addToken, openTokens, revokeToken as endToken } from './tokenStore.ts';

/** Only scopes that exist: one that comes later must be given on purpose. */
export function insistScopesExist(scopes: readonly string[]): void {
  const known = allScopes();
  if (!scopes.every((scope) => known.includes(scope))) throw invalid('scopes', 'error.choice');
}

/** Whoever calls, as somebody who can make a token. */
export function signedIn(actor: Actor): string {
  if (actor.kind !== 'person') throw forbidden();
  return actor.id;
}

/** One's own tokens that still work, and what a new one can be made for. */
export const listTokens = query({
  name: 'interface.listTokens',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, now }) {
    const tokens = await openTokens(db, [signedIn(actor)], now);
    const manages = (permission: Permission) => grantsFor(actor, permission).length > 0;
    return {
      tokens,
      scopes: allScopes(),
      /** Which of the other pages for programs are theirs too. */
      machines: manages('interface.machines'),
      webhooks: manages('webhooks.manage'),
    };
  },
});

/** Makes a token with one's own rights, narrowed to its scopes. It is shown once, here. */
export const createToken = command({
  name: 'interface.createToken',
  input: CreateTokenInput,
  on: nothing,
  needs: 'self',
  secretResult: true,
  example: () => ({ name: 'Rapport van de maand', scopes: ['reporting:read'], days: 90 }),
  async run({ db, actor, input, now }) {
    const person = signedIn(actor);
    insistScopesExist(input.scopes);
    const { id, secret } = await addToken(db, { person, by: person, ...input }, now);
    return { id, token: secret };
  },
  audit: (input, result) => ({
    subject: { kind: 'token', id: result.id },
    fields: ['name', 'scopes', 'expiresAt'],
    details: { scopes: input.scopes.join(' '), days: input.days },
  }),
});

/** Ends one's own token, at once; an unknown one and somebody else's give the same answer. */
export const revokeToken = command({
  name: 'interface.revokeToken',
  input: RevokeTokenInput,
  on: nothing,
  needs: 'self',
  example: () => ({ token: '00000000-0000-7000-8000-000000000000' }),
  async run({ db, actor, input, now }) {
    if ((await endToken(db, signedIn(actor), input.token, now)) === 0) throw notFound();
    return { revoked: true };
  },
  audit: (input) => ({ subject: { kind: 'token', id: input.token }, fields: ['revokedAt'] }),
});
