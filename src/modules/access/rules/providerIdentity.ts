/** For whom somebody signed in at an outside provider. */
export interface Organisation {
  readonly code: string;
  readonly name: string;
  /** The target group: GID (Flemish government), EA (economic actor), LB (local board), OV (education), BUR (citizen). */
  readonly group: string;
}

/** Who a provider says that somebody is. `sub` never changes for a person; the organisation is chosen anew each time. */
export interface ProviderIdentity {
  readonly sub: string;
  readonly name: string;
  readonly organisation: Organisation | null;
}

/**
 * The number of an organisation in one spelling: `BE 0403.170.701` and `0403170701` are the same, `ovo001234` is `OVO001234`.
 * Empty when nothing of it is left.
 */
export function organisationCode(written: string): string {
  const plain = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain.replace(/^BE(?=\d{10}$)/, '').slice(0, 40);
}

/**
 * Reads the claims of ACM/IDM: scopes `openid`, `profile` and `vo` (vo_orgcode, vo_orgnaam, vo_doelgroepcode); see
 * DOMAIN-FACTS 6.1. A provider without the `vo` claims gives a person without an organisation. Undefined without a `sub`.
 */
export function identityOf(claims: Readonly<Record<string, unknown>>): ProviderIdentity | undefined {
  const text = (name: string) => {
    const value = claims[name];
    return typeof value === 'string' ? value.trim().slice(0, 200) : '';
  };
  const sub = typeof claims['sub'] === 'string' ? claims['sub'] : '';
  if (!sub) return undefined;
  const code = organisationCode(text('vo_orgcode'));
  const name = [text('given_name'), text('family_name')].filter(Boolean).join(' ') || text('name');
  return {
    sub,
    name,
    organisation: code ? { code, name: text('vo_orgnaam') || code, group: text('vo_doelgroepcode') } : null,
  };
}
