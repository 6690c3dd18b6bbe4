import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** An outside provider of OpenID Connect with which people can sign in. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** How we prove to the provider who we are. */
  readonly proof: { readonly secret: string } | { readonly key: KeyObject; readonly keyId: string | undefined };
  readonly scopes: string;
  /** What people call it: «Vlaamse overheid (ACM/IDM)». */
  readonly name: string;
}

const names = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_PRIVATE_KEY_FILE',
  'OIDC_KEY_ID',
  'OIDC_SCOPES',
  'OIDC_NAME',
] as const;
type Settings = Partial<Record<(typeof names)[number], string>>;

/**
 * The provider that the environment names, and what is wrong with it, a sentence a problem. Nothing is asked of the provider
 * itself: whether it answers is found out when somebody wants to sign in.
 */
export function readOidc(env: Readonly<Record<string, string | undefined>>): {
  oidc: OidcConfig | undefined;
  problems: readonly string[];
} {
  const set: Settings = Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  if (Object.keys(set).length === 0) return { oidc: undefined, problems: [] };
  const problems: string[] = [];
  const issuer = issuerOf(set.OIDC_ISSUER);
  if (!issuer)
    problems.push(
      'OIDC_ISSUER must be the address of the provider, for example https://authenticatie.vlaanderen.be/op (http only for this machine itself). Leave all OIDC_ settings out to sign in without a provider.',
    );
  if (!set.OIDC_CLIENT_ID) problems.push('OIDC_CLIENT_ID must be the name that the provider gave to this site.');
  if (Boolean(set.OIDC_CLIENT_SECRET) === Boolean(set.OIDC_PRIVATE_KEY_FILE))
    problems.push('Set either OIDC_CLIENT_SECRET or OIDC_PRIVATE_KEY_FILE, not both and not neither.');
  const key = set.OIDC_PRIVATE_KEY_FILE ? readKey(set.OIDC_PRIVATE_KEY_FILE) : undefined;
  if (key === null)
    problems.push('OIDC_PRIVATE_KEY_FILE must name a readable file with a private key in PEM (RSA, or EC on P-256).');
  const scopes = set.OIDC_SCOPES ?? 'openid profile vo';
  if (!scopes.split(' ').includes('openid'))
    problems.push('OIDC_SCOPES must contain openid, for example: openid profile vo.');
  if (problems.length > 0) return { oidc: undefined, problems };
  return {
    oidc: {
      issuer: issuer!,
      clientId: set.OIDC_CLIENT_ID!,
      proof: key ? { key, keyId: set.OIDC_KEY_ID } : { secret: set.OIDC_CLIENT_SECRET! },
      scopes,
      name: set.OIDC_NAME ?? new URL(issuer!).hostname,
    },
    problems,
  };
}

function issuerOf(text: string | undefined): string | undefined {
  const url = text ? URL.parse(text) : null;
  if (!url || url.search || url.hash) return undefined;
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && here) ? text : undefined;
}

function readKey(path: string): KeyObject | null {
  try {
    const key = createPrivateKey(readFileSync(path));
    const fits = key.asymmetricKeyType === 'rsa' || key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
    return fits ? key : null;
  } catch {
    return null;
  }
}
