import type { Locale } from '#shared/localised.ts';

/** The roles that a person can hold; the holder of a link is nobody who signs in. */
export const personRoles = [
  'enterprise_lead',
  'consultant',
  'provider_member',
  'lot_coordinator',
  'programme_manager',
  'evaluator',
  'auditor',
] as const;
export type PersonRole = (typeof personRoles)[number];

/** Who looks at a page: what the bar at the top needs, and nothing more. */
export interface Who {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly PersonRole[];
    /** Whether single keys do something on the pages. */
    readonly shortcuts: boolean;
  } | null;
  /** The language of the page. */
  readonly locale: Locale;
  /** The instance holds only the example programme, so a visitor may step into a role. */
  readonly example: boolean;
}

/** Roles that search over enterprises and people; the operation asks again. */
const searching: readonly PersonRole[] = [
  'consultant',
  'provider_member',
  'lot_coordinator',
  'programme_manager',
  'auditor',
];
export const offersSearch = (roles: readonly PersonRole[]): boolean => roles.some((role) => searching.includes(role));
