import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  fetchUserInfo,
  PrivateKeyJwt,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { config } from '#platform/server/config.ts';
import type { OidcConfig } from '#platform/server/oidcConfig.ts';
import { identityOf, type ProviderIdentity } from '../rules/providerIdentity.ts';

/** What a sign-in at the provider began with; the answer must fit it. */
export interface ProviderAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the provider proved: who, and its token, with which one can sign out there again. */
export interface ProviderProof {
  readonly identity: ProviderIdentity;
  readonly idToken: string;
}

interface Known {
  found?: Configuration;
  foundAt: number;
  failedAt: number;
  asking?: Promise<Configuration | undefined> | undefined;
}

/** By the settings, so that other settings (in a test) begin anew. */
const known = new WeakMap<OidcConfig, Known>();
const secondsToAnswer = 5;
/** A provider that just failed is not asked at every click; its answer is looked up anew each day. */
const triedAgainAfter = 5_000;
const askedAnewAfter = 86_400_000;

/** Where the provider sends people back to. */
export const returnAddress = () => `${config().publicUrl}/sign-in/provider/return`;

/** What the sign-in page tells of the provider; asks it nothing, so the page never waits for it. */
export function providerOnThePage(): { readonly name: string; readonly away: boolean } | null {
  const { oidc } = config();
  if (!oidc) return null;
  const state = known.get(oidc);
  return { name: oidc.name, away: Boolean(state && !state.asking && state.failedAt > state.foundAt) };
}

/** Says that the provider did not answer; the next who wants to sign in with it asks again. */
export function providerIsAway(problem: unknown): void {
  const { oidc } = config();
  if (!oidc) return;
  const state = stateOf(oidc);
  state.failedAt = Date.now();
  delete state.found;
  console.error(`the sign-in provider ${new URL(oidc.issuer).host} does not answer: ${words(problem)}`);
}

/** Where the provider’s doors are, as it says itself; undefined while it does not answer. Asked when first needed. */
export async function findProvider(): Promise<Configuration | undefined> {
  const { oidc } = config();
  if (!oidc) return undefined;
  const state = stateOf(oidc);
  const now = Date.now();
  if (state.found && now - state.foundAt < askedAnewAfter) return state.found;
  if (now - state.failedAt < triedAgainAfter) return undefined;
  state.asking ??= discover(oidc)
    .then((found) => {
      Object.assign(state, { found, foundAt: Date.now() });
      return found;
    })
    .catch((problem: unknown) => {
      providerIsAway(problem);
      return undefined;
    })
    .finally(() => (state.asking = undefined));
  return state.asking;
}

/** The address at the provider where somebody proves who they are. */
export async function addressToProve(provider: Configuration, attempt: ProviderAttempt): Promise<URL> {
  return buildAuthorizationUrl(provider, {
    redirect_uri: returnAddress(),
    scope: config().oidc!.scopes,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  });
}

/**
 * Exchanges the code that came back for a proof of who it is; checks state, nonce, signature, issuer and audience. Throws what
 * {@link isRefusal} tells apart: the provider says no, or it does not answer.
 */
export async function proofOf(
  provider: Configuration,
  search: string,
  attempt: ProviderAttempt,
): Promise<ProviderProof | undefined> {
  const tokens = await authorizationCodeGrant(provider, new URL(`${returnAddress()}${search}`), {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
  });
  const claims = { ...tokens.claims() } as Record<string, unknown>;
  // Some providers put the claims of the scopes only behind the user-info address.
  const asks = provider.serverMetadata().userinfo_endpoint && !claims['vo_orgcode'];
  const more = asks ? await fetchUserInfo(provider, tokens.access_token, String(claims['sub'])) : {};
  const identity = identityOf({ ...more, ...claims });
  return identity && { identity, idToken: tokens.id_token! };
}

/** Where somebody signs out at the provider; undefined when it offers no such address. */
export function addressToLeave(provider: Configuration, idToken: string): URL | undefined {
  if (!provider.serverMetadata().end_session_endpoint) return undefined;
  return buildEndSessionUrl(provider, {
    id_token_hint: idToken,
    post_logout_redirect_uri: `${config().publicUrl}/`,
  });
}

/** Whether the provider answered and said no (a used code, a wrong nonce), rather than not answering at all. */
export function isRefusal(problem: unknown): boolean {
  const { code, status } = problem as { code?: unknown; status?: unknown };
  if (typeof status === 'number') return status < 500;
  return typeof code === 'string' && code.startsWith('OAUTH_') && !noAnswer.includes(code);
}

/** Codes of the library for an answer that never came, or that came from something else (a page of a proxy). */
const noAnswer = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

async function discover(oidc: OidcConfig): Promise<Configuration> {
  const issuer = new URL(oidc.issuer);
  return discovery(issuer, oidc.clientId, undefined, await authenticationOf(oidc), {
    timeout: secondsToAnswer,
    // Only for a provider on this machine: the settings allow http nowhere else.
    execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
  });
}

async function authenticationOf({ proof }: OidcConfig): Promise<ClientAuth> {
  if ('secret' in proof) return ClientSecretBasic(proof.secret);
  const rsa = proof.key.asymmetricKeyType === 'rsa';
  const algorithm = rsa ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : { name: 'ECDSA', namedCurve: 'P-256' };
  const der = new Uint8Array(proof.key.export({ type: 'pkcs8', format: 'der' }));
  const key = await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
  return PrivateKeyJwt(proof.keyId ? { key, kid: proof.keyId } : key);
}

function stateOf(oidc: OidcConfig): Known {
  let state = known.get(oidc);
  if (!state) known.set(oidc, (state = { foundAt: 0, failedAt: 0 }));
  return state;
}

function words(problem: unknown): string {
  const { message, cause } = problem as Error & { cause?: { code?: string } };
  return cause?.code ? `${message} (${cause.code})` : message;
}
