import type { PersonRole } from '../rules/who.ts';

export type NavigationKey = 'today' | 'leads' | 'enterprises' | 'people' | 'data' | 'jobs';

/** Which parts of the office a role works in. What they may do there, the operations decide; this only says what is offered. */
const offered: Readonly<Record<PersonRole, readonly NavigationKey[]>> = {
  enterprise_lead: ['today', 'enterprises'],
  consultant: ['today', 'enterprises'],
  provider_member: ['today', 'leads', 'enterprises', 'people'],
  lot_coordinator: ['today', 'leads', 'enterprises', 'people'],
  programme_manager: ['today', 'leads', 'enterprises', 'people', 'data', 'jobs'],
  evaluator: ['today'],
  auditor: ['today', 'leads', 'enterprises', 'people', 'data', 'jobs'],
};

const places: Readonly<Record<NavigationKey, string>> = {
  today: '/home',
  leads: '/leads',
  enterprises: '/enterprises',
  people: '/invitations',
  data: '/personal-data',
  jobs: '/jobs',
};

/** Pages that belong to a part without lying under its address. */
const alsoAt: Readonly<Partial<Record<NavigationKey, string>>> = { today: '/tasks', enterprises: '/trajectories' };

export interface NavigationEntry {
  readonly key: NavigationKey;
  readonly href: string;
  readonly current: boolean;
}

/** The links of the bar for somebody with these roles, in a fixed order; `path` says which one is open. */
export function navigationFor(roles: readonly PersonRole[], path: string): NavigationEntry[] {
  const keys = new Set(roles.flatMap((role) => offered[role]));
  return (Object.keys(places) as NavigationKey[])
    .filter((key) => keys.has(key))
    .map((key) => ({
      key,
      href: places[key],
      current: isWithin(path, places[key]) || isWithin(path, alsoAt[key] ?? places[key]),
    }));
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** What is needed of the page's address; also fits the read-only one of the page. */
export interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly searchParams: Iterable<[string, string]>;
}

/** The address of the same page in another language; a form action that was just tried is left out. */
export function inLanguage(url: Address, locale: string): string {
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/') && name !== 'lang'));
  query.set('lang', locale);
  return `${url.pathname}?${query}`;
}

/** The address of this page without a form action or a language: where a small form in the bar comes back to. */
export function backHere(url: Address): string {
  const query = new URLSearchParams(
    [...url.searchParams].filter(([name]) => !name.startsWith('/') && name !== 'lang'),
  ).toString();
  return url.pathname + (query ? `?${query}` : '');
}
