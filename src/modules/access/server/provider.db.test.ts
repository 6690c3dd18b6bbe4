import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config, useConfig } from '#platform/server/config.ts';
import { sealUnderInstance } from '#platform/server/sealing.ts';
import { BrowserAtTheDoor } from '../../../../tests/support/browserAtTheDoor.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import {
  clientId,
  clientSecret,
  OpenidProvider,
  proveAt,
  type Holder,
} from '../../../../tests/support/openidProvider.ts';
import {
  connectAccount,
  disconnectAccount,
  endOtherSessions,
  readAccount,
  readWaitingAccount,
  readWaysIn,
  signInByProvider,
  signOut,
  whoAmI,
} from './operations.ts';
import { comeFromProvider, goToProvider, leaveProvider } from './operations/providerDoor.ts';
import { signedInByMail } from './signedIn.testing.ts';
import { asSystem, plantAccessWorld, refusalOf } from './world.testing.ts';

useOwnDatabase();
const bakery = { code: '0400123416', name: 'Bakkerij Morgen', group: 'EA' };
const fund = { code: 'OVO001234', name: 'Sectorfonds', group: 'GID' };
const holders: readonly Holder[] = ['lies', 'ruben', 'karin', 'sofie'].map((sub) => ({
  sub,
  given_name: sub,
  family_name: 'Verhaegen',
  organisations: [bakery, fund],
}));
let world: Awaited<ReturnType<typeof plantAccessWorld>>;
let provider: OpenidProvider;
beforeAll(async () => {
  world = await plantAccessWorld();
  provider = await OpenidProvider.open(config().publicUrl, holders);
  useProvider();
});
afterAll(() => provider.stop());

/** Settings as new: what was learned of the provider before is forgotten, as after a restart. */
function useProvider(): void {
  const { issuer } = provider;
  const proof = { secret: clientSecret };
  useConfig({ ...config(), oidc: { issuer, clientId, proof, scopes: 'openid profile vo', name: 'ACM/IDM' } });
}

let browsers = 0;
const newBrowser = () => new BrowserAtTheDoor(`10.9.${(browsers += 1)}.1`);
const back = (url: URL) => url.pathname + url.search;

/** From the button to the address that the provider sends back to. */
async function provedAs(browser: BrowserAtTheDoor, sub: string, org = '', to = ''): Promise<URL> {
  const away = await browser.open(goToProvider, `/sign-in/provider/start${to && `?to=${encodeURIComponent(to)}`}`);
  return proveAt(new URL(away), sub, org);
}

async function signedInAs(sub: string, org = ''): Promise<BrowserAtTheDoor> {
  const browser = newBrowser();
  expect(await browser.open(comeFromProvider, back(await provedAs(browser, sub, org)))).toBe('/home');
  return browser;
}

/** Connects an account at the provider to somebody here, as its owner does: proves it, signs in by mail, says yes. */
async function connected(sub: string, name: string): Promise<void> {
  const browser = newBrowser();
  expect(await browser.open(comeFromProvider, back(await provedAs(browser, sub)))).toBe('/sign-in/provider');
  const me = await signedInByMail(world.email(name));
  await connectAccount.call(me, { waiting: browser.cookies.get('krachtlijn_waiting')! });
}

describe('signing in at a provider', () => {
  test('an account that nobody connected gives no access, and says so; its owner connects it and comes in', async () => {
    const browser = newBrowser();
    expect(await browser.open(comeFromProvider, back(await provedAs(browser, 'lies', bakery.code)))).toBe(
      '/sign-in/provider',
    );
    expect(browser.cookies.has('krachtlijn_session')).toBe(false);
    const waiting = browser.cookies.get('krachtlijn_waiting')!;
    expect(await readWaitingAccount.call(browser.credentials, { waiting })).toMatchObject({
      waiting: { name: 'lies Verhaegen', organisation: 'Bakkerij Morgen' },
      me: null,
    });

    const me = await signedInByMail(world.email('lotte'));
    await connectAccount.call(me, { waiting });
    expect((await refusalOf(connectAccount.call(me, { waiting }))).textKey).toBe('access:provider.stale');

    const signedIn = await signedInAs('lies', bakery.code);
    expect((await whoAmI.call(signedIn.credentials, {})).person?.id).toBe(world.people.consultant1);
    const { sessions, identities } = await readAccount.call(signedIn.credentials, {});
    expect(sessions.find((session) => session.current)).toMatchObject({
      method: 'provider',
      organisation: 'Bakkerij Morgen',
    });
    expect(identities).toMatchObject([{ name: 'lies Verhaegen' }]);
  });

  test('leads to where somebody was going, and never to another site', async () => {
    const arrive = async (to: string) => {
      const browser = newBrowser();
      return browser.open(comeFromProvider, back(await provedAs(browser, 'lies', bakery.code, to)));
    };
    expect(await arrive('/leads?state=new')).toBe('/leads?state=new');
    expect(await arrive('//evil.example')).toBe('/home');
  });

  test('one person comes back with another organisation: the same person, other roles', async () => {
    await connected('ruben', 'ruben');
    await asSystem((db) =>
      db.run(sql`update grants set organisation = ${fund.code} where person_id = ${world.people.member1}`),
    );
    const rolesFor = async (org: string) => {
      const browser = await signedInAs('ruben', org);
      const who = await whoAmI.call(browser.credentials, {});
      expect(who.person?.id).toBe(world.people.member1);
      return who.person?.roles;
    };
    expect(await rolesFor(fund.code)).toEqual(['provider_member']);
    expect(await rolesFor(bakery.code)).toEqual([]);
    expect(await rolesFor('')).toEqual([]);
    const byMail = await signedInByMail(world.email('ruben'));
    expect((await whoAmI.call(byMail, {})).person?.roles).toEqual([]);
  });

  test('an account that is somebody’s cannot be connected to somebody else', async () => {
    await connected('karin', 'karin');
    const browser = newBrowser();
    await browser.open(comeFromProvider, back(await provedAs(browser, 'sofie')));
    const waiting = browser.cookies.get('krachtlijn_waiting')!;
    const [first, second] = [await signedInByMail(world.email('sofie')), await signedInByMail(world.email('wim'))];
    await connectAccount.call(first, { waiting });
    expect((await refusalOf(connectAccount.call(second, { waiting }))).textKey).toBe('access:provider.stale');
    // Two waited at the same time: the second finds it taken.
    await disconnectAccount.call(first, { identity: (await readAccount.call(first, {})).identities[0]!.id });
    const [one, other] = [newBrowser(), newBrowser()];
    for (const each of [one, other]) await each.open(comeFromProvider, back(await provedAs(each, 'sofie')));
    await connectAccount.call(first, { waiting: one.cookies.get('krachtlijn_waiting')! });
    const late = connectAccount.call(second, { waiting: other.cookies.get('krachtlijn_waiting')! });
    expect((await refusalOf(late)).textKey).toBe('access:provider.taken');
  });

  test('connecting asks for a recent sign-in, and for the browser that proved the account', async () => {
    const browser = newBrowser();
    await connected('karin', 'karin').catch(() => undefined);
    await asSystem((db) => db.run(sql`delete from provider_identities`));
    await browser.open(comeFromProvider, back(await provedAs(browser, 'karin')));
    const waiting = browser.cookies.get('krachtlijn_waiting')!;
    const me = await signedInByMail(world.email('karin'));
    const late = { now: new Date(Date.now() + 16 * 60_000) };
    expect((await refusalOf(connectAccount.call(me, { waiting }, late))).textKey).toBe('access:because.signInAgain');
    expect((await refusalOf(connectAccount.call(me, { waiting: 'guessed' }))).textKey).toBe('access:provider.stale');
    await connectAccount.call(me, { waiting });
  });
});

describe('an answer that does not fit', () => {
  test.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43)), 'stale'],
    ['no state', (url: URL) => url.searchParams.delete('state'), 'stale'],
    ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43)), 'refused'],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example'), 'refused'],
    [
      'a no of the provider',
      (url: URL) => (url.search = `?state=${url.searchParams.get('state')}&error=access_denied`),
      'refused',
    ],
  ])('%s is refused', async (_name, spoil, because) => {
    const browser = newBrowser();
    const url = await provedAs(browser, 'karin');
    spoil(url);
    expect(await browser.open(comeFromProvider, back(url))).toBe(`/sign-in?provider=${because}`);
    expect(browser.cookies.has('krachtlijn_session')).toBe(false);
  });

  test('a code works once: sent again it is refused, also when the provider would take it', async () => {
    const browser = newBrowser();
    const url = await provedAs(browser, 'karin');
    const binding = browser.cookies.get('krachtlijn_provider')!;
    expect(await browser.open(comeFromProvider, back(url))).toBe('/home');
    browser.cookies.set('krachtlijn_provider', binding);
    expect(await browser.open(comeFromProvider, back(url))).toBe('/sign-in?provider=stale');

    const again = newBrowser();
    const next = await provedAs(again, 'karin');
    next.searchParams.set('code', url.searchParams.get('code')!);
    expect(await again.open(comeFromProvider, back(next))).toBe('/sign-in?provider=refused');
  });

  test('an answer for another sign-in carries the wrong nonce and verifier', async () => {
    const [one, other] = [newBrowser(), newBrowser()];
    const [first, second] = [await provedAs(one, 'karin'), await provedAs(other, 'karin')];
    first.searchParams.set('code', second.searchParams.get('code')!);
    expect(await one.open(comeFromProvider, back(first))).toBe('/sign-in?provider=refused');
  });

  test('in another browser than the one that began it signs nobody in', async () => {
    const attacker = newBrowser();
    const url = await provedAs(attacker, 'karin');
    const victim = newBrowser();
    expect(await victim.open(comeFromProvider, back(url))).toBe('/sign-in?provider=stale');
    expect(victim.cookies.has('krachtlijn_session')).toBe(false);
  });

  test('a proof that was not sealed here, for this, or just now, is worth nothing', async () => {
    const identity = { sub: 'karin', name: 'K', organisation: null };
    const seal = (until: number, context: string) =>
      sealUnderInstance({ identity, idToken: 'x', until }, context).toString('base64url');
    for (const proof of [
      '',
      'eyJzdWIiOiJsaWVzIn0',
      seal(Date.now() - 1, 'provider-proof'),
      seal(Date.now() + 9999, 'else'),
    ])
      expect((await refusalOf(signInByProvider.call(newBrowser().credentials, { proof }))).textKey).toBe(
        'access:provider.stale',
      );
  });
});

describe('a provider that does not answer', () => {
  test('at the start or later leaves the other ways working, says so, and is asked again', async () => {
    await provider.stop();
    useProvider();
    const browser = newBrowser();
    expect((await readWaysIn.call(browser.credentials, {})).provider).toEqual({ name: 'ACM/IDM', away: false });
    expect(await browser.open(goToProvider, '/sign-in/provider/start?to=/leads')).toBe(
      '/sign-in?provider=away&to=%2Fleads',
    );
    expect((await readWaysIn.call(browser.credentials, {})).provider).toEqual({ name: 'ACM/IDM', away: true });
    await signedInByMail(world.email('greet'));

    await provider.start();
    useProvider();
    const url = await provedAs(browser, 'karin');
    await provider.stop();
    expect(await browser.open(comeFromProvider, back(url))).toBe('/sign-in?provider=away');
    expect((await readWaysIn.call(browser.credentials, {})).provider?.away).toBe(true);

    await provider.start();
    await new Promise((later) => setTimeout(later, 5_100));
    await signedInAs('karin');
    expect((await readWaysIn.call(browser.credentials, {})).provider?.away).toBe(false);
  });
});

describe('leaving', () => {
  test('leads to the provider’s own sign-out, with its token, once', async () => {
    const browser = await signedInAs('karin', fund.code);
    const session = browser.cookies.get('krachtlijn_session')!;
    expect(await signOut.call(browser.credentials, {})).toEqual({ provider: true });
    browser.cookies.set('krachtlijn_leaving', session);
    const away = new URL(await browser.open(leaveProvider, '/sign-in/provider/leave'));
    expect(away.origin).toBe(provider.issuer);
    expect(away.searchParams.get('post_logout_redirect_uri')).toBe(`${config().publicUrl}/`);
    const hint = JSON.parse(
      Buffer.from(away.searchParams.get('id_token_hint')!.split('.')[1]!, 'base64url').toString(),
    );
    expect(hint.sub).toBe('karin');
    expect((await fetch(away)).status).toBe(200);
    expect(await browser.open(leaveProvider, '/sign-in/provider/leave')).toBe('/');
  });

  test('is not offered to who came another way, nor for a session that goes on', async () => {
    const me = await signedInByMail(world.email('greet'));
    expect(await signOut.call(me, {})).toEqual({ provider: false });
    const browser = await signedInAs('karin');
    browser.cookies.set('krachtlijn_leaving', browser.cookies.get('krachtlijn_session')!);
    expect(await browser.open(leaveProvider, '/sign-in/provider/leave')).toBe('/');
    await endOtherSessions.call(browser.credentials, {});
  });

  test('keeps no token, subject or name readable', async () => {
    const { all } = await asSystem((db) =>
      db.one<{
        all: string;
      }>(sql`select concat((select string_agg(s::text, '') from web_sessions s), (select string_agg(i::text, '') from provider_identities i),
        (select string_agg(c::text, '') from sign_in_challenges c), (select string_agg(a::text, '') from audit_entries a)) as all`),
    );
    for (const word of ['karin', 'Verhaegen', Buffer.from('eyJ').toString('hex'), Buffer.from('karin').toString('hex')])
      expect(all).not.toContain(word);
  });
});
