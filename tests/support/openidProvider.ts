import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows, and the organisations that they may choose when they sign in. */
export interface Holder {
  readonly sub: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly organisations: readonly { code: string; name: string; group: string }[];
}

export const clientId = 'krachtlijn';
export const clientSecret = 'a secret that only the test knows';

/**
 * A real OpenID provider with the claims of ACM/IDM, on a port of its own. In the place of its sign-in pages stands one
 * address: `/as/<uid>?sub=…&org=…` signs somebody in for an organisation, as their card reader and their choice would;
 * without them it is a page on which a browser chooses.
 */
export class OpenidProvider {
  readonly issuer: string;
  readonly #listener: Parameters<typeof createServer>[1];
  readonly #port: number;
  #server: Server | undefined;

  private constructor(issuer: string, port: number, listener: Parameters<typeof createServer>[1]) {
    this.issuer = issuer;
    this.#port = port;
    this.#listener = listener;
  }

  static async open(site: string, holders: readonly Holder[]): Promise<OpenidProvider> {
    /** What each person chose last: the organisation is a choice of the moment, the person stays the same. */
    const chosen = new Map<string, string>();
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: [`${site}/sign-in/provider/return`],
          post_logout_redirect_uris: [`${site}/`],
        },
      ],
      scopes: ['openid', 'profile', 'vo'],
      claims: {
        openid: ['sub'],
        profile: ['given_name', 'family_name'],
        vo: ['vo_id', 'vo_orgcode', 'vo_orgnaam', 'vo_doelgroepcode'],
      },
      cookies: { keys: ['for the test'] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_ctx, interaction) => `/as/${interaction.uid}` },
      findAccount: (_ctx, id) => ({
        accountId: id,
        claims: () => Promise.resolve(claimsOf(holders, id, chosen.get(id))),
      }),
      async loadExistingGrant(ctx) {
        const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session!.accountId! });
        grant.addOIDCScope('openid profile vo');
        await grant.save();
        return grant;
      },
    });
    const opened = new OpenidProvider(issuer, port, async (request, response) => {
      const url = new URL(request.url!, issuer);
      if (!url.pathname.startsWith('/as/')) return void provider.callback()(request, response);
      const accountId = url.searchParams.get('sub');
      if (!accountId)
        return void response.setHeader('content-type', 'text/html; charset=utf-8').end(choicePage(holders));
      chosen.set(accountId, url.searchParams.get('org') ?? '');
      await provider.interactionFinished(request, response, { login: { accountId } });
    });
    await opened.start();
    return opened;
  }

  /** Answers again, at the same address. */
  async start(): Promise<void> {
    this.#server = createServer(this.#listener!);
    await new Promise<void>((ready) => this.#server!.listen(this.#port, '127.0.0.1', ready));
  }

  /** From now on nobody answers there. */
  async stop(): Promise<void> {
    const stopping = this.#server;
    this.#server = undefined;
    stopping?.closeAllConnections();
    await new Promise<void>((done) => (stopping ? stopping.close(() => done()) : done()));
  }
}

/** Everybody with every organisation, as links. */
function choicePage(holders: readonly Holder[]): string {
  const choices = holders.flatMap(({ sub, given_name, family_name, organisations }) =>
    organisations.map(({ code, name }) => {
      const chosen = new URLSearchParams({ sub, org: code });
      return `<li><a href="?${chosen.toString().replace('&', '&amp;')}">${given_name} ${family_name}, ${name}</a></li>`;
    }),
  );
  return `<!doctype html><html lang="nl"><title>Wie ben je?</title><h1>Wie ben je?</h1><ul>${choices.join('')}</ul></html>`;
}

/** A browser’s way through the provider: follows it from the address of the sign-in to the address it sends back to. */
export async function proveAt(address: URL, sub: string, org = ''): Promise<URL> {
  const jar = new Map<string, string>();
  let next = address;
  for (let hop = 0; hop < 12; hop++) {
    if (next.origin !== address.origin) return next;
    if (next.pathname.startsWith('/as/')) next.search = new URLSearchParams({ sub, org }).toString();
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`The provider stopped at ${next.href}: ${response.status} ${await response.text()}`);
    next = new URL(location, next);
  }
  throw new Error('The provider never sent anybody back.');
}

function claimsOf(holders: readonly Holder[], sub: string, code: string | undefined) {
  const holder = holders.find((one) => one.sub === sub)!;
  const chosen = holder.organisations.find((one) => one.code === code);
  const { organisations: _, ...person } = holder;
  return {
    ...person,
    ...(chosen
      ? {
          vo_id: `${sub}-${code}`,
          vo_orgcode: chosen.code,
          vo_orgnaam: chosen.name,
          vo_doelgroepcode: chosen.group,
        }
      : {}),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
