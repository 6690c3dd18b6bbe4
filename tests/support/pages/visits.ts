import type { APIRequestContext, Browser, BrowserContext } from '@playwright/test';
import { pageRoutes, type PageRoute } from './routes.ts';

/** Who looks: a visitor, or the first person of a role on the page «choose a role» of the example programme. */
export const onlookers = [
  'visitor',
  'consultant',
  'provider_member',
  'lot_coordinator',
  'programme_manager',
  'enterprise_lead',
  'evaluator',
  'auditor',
] as const;
export type Onlooker = (typeof onlookers)[number];

/** One page, looked at by one person. */
export interface Visit {
  readonly as: Onlooker;
  readonly address: string;
}

/** The names of the roles on `/example`, in Dutch. */
const roleNames: Readonly<Record<Exclude<Onlooker, 'visitor'>, string>> = {
  consultant: 'consultant',
  provider_member: 'sectorconsulent',
  lot_coordinator: 'coördinator van een perceel',
  programme_manager: 'programmabeheerder',
  enterprise_lead: 'zaakvoerder of HR',
  evaluator: 'evaluator',
  auditor: 'auditor',
};

/** A page that every role sees in a form of its own is looked at by each of them. */
const seenByAll = ['/home'];
/** Of a page with ids in its address so many cases are opened to find links further on. */
const opened = 4;
/** These pages change with the state of a case and with who looks; a consultant sees them in the first and the last case. */
const manyStates = /^\/trajectories\/|^\/enterprises\/\[enterprise\]$/;

/** One browser context for every onlooker, signed in where needed. */
export async function letEverybodyIn(browser: Browser, baseURL: string): Promise<Map<Onlooker, BrowserContext>> {
  const contexts = new Map<Onlooker, BrowserContext>();
  for (const onlooker of onlookers) {
    const context = await browser.newContext({ baseURL, locale: 'nl-BE', timezoneId: 'Europe/Brussels' });
    if (onlooker !== 'visitor') {
      const page = await context.newPage();
      await page.goto('/example');
      const card = page.getByRole('region', { name: roleNames[onlooker], exact: true });
      await card.getByRole('button').first().click();
      await page.waitForURL(/\/home/);
      await page.close();
    }
    contexts.set(onlooker, context);
  }
  return contexts;
}

/**
 * Follows the links of the pages, for everybody, and gives the visits of each route. A page that nobody finds a link to is
 * tried at its own address; one with parts to fill in is then missing here, and its test says so.
 */
export async function findVisits(
  contexts: ReadonlyMap<Onlooker, BrowserContext>,
  starts: readonly string[] = [],
): Promise<Map<string, Visit[]>> {
  const routes = pageRoutes();
  const visits = new Map<string, Visit[]>(routes.map(({ pattern }) => [pattern, []]));
  const walks = [...contexts].map(async ([onlooker, context]) => {
    // A link with a secret is the same for whoever holds it, and may not be tried often.
    const found = await walk(context.request, routes, ['/', '/home', ...starts], onlooker === 'visitor');
    return [onlooker, found] as const;
  });
  for (const [onlooker, found] of await Promise.all(walks)) {
    for (const [pattern, addresses] of found) {
      const known = visits.get(pattern)!;
      if (!isWorthALook(pattern, onlooker, known)) continue;
      known.push({ as: onlooker, address: addresses[0]! });
      const last = addresses.at(-1)!;
      if (onlooker === 'consultant' && manyStates.test(pattern) && last !== addresses[0])
        known.push({ as: onlooker, address: last });
    }
  }
  return visits;
}

/** The enterprise sees its case in another form than the office. */
function isWorthALook(pattern: string, onlooker: Onlooker, known: readonly Visit[]): boolean {
  if (known.length === 0 || seenByAll.includes(pattern)) return true;
  return onlooker === 'enterprise_lead' && manyStates.test(pattern);
}

async function walk(
  request: APIRequestContext,
  routes: readonly PageRoute[],
  starts: readonly string[],
  withSecrets: boolean,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const waiting = [...starts, ...routes.flatMap(({ address }) => address ?? [])];
  const seen = new Set<string>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const route = routes.find(({ matches }) => matches(address!));
    if (!route || seen.has(address) || (found.get(route.pattern)?.length ?? 0) >= opened) continue;
    seen.add(address);
    if (route.pattern.includes('[secret]') && !withSecrets) continue;
    const answer = await request.get(address, { maxRedirects: 0 });
    if (answer.status() !== 200) continue;
    found.set(route.pattern, [...(found.get(route.pattern) ?? []), address]);
    waiting.push(...linksIn(await answer.text()));
  }
  return found;
}

/** Links within the site, without query; those in the mails of the example name its address in full. */
function linksIn(html: string): string[] {
  const links = [...html.matchAll(/\shref="(?:http:\/\/localhost(?::\d+)?)?(\/[^"?#]*)/g)].map(([, link]) => link!);
  return links.filter((link) => !/^\/_app\/|\.\w+$/.test(link));
}
