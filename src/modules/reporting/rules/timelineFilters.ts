import type { PlainDate } from '#shared/dates.ts';
import { entryFilters, type EntryFilter } from './entryKinds.ts';

/** What a timeline is narrowed to, as it stands in the address. */
export interface TimelineFilters {
  readonly show: EntryFilter;
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
  readonly words?: string | undefined;
  readonly trajectory?: string | undefined;
  readonly provider?: string | undefined;
}

const names = ['from', 'until', 'words', 'trajectory', 'provider'] as const;

/** The filters as a query without a question mark; what is not narrowed is left out. */
export function filterQuery(filters: TimelineFilters, more: Readonly<Record<string, string>> = {}): string {
  const chosen: [string, string][] = filters.show === entryFilters[0] ? [] : [['show', filters.show]];
  for (const name of names) if (filters[name]) chosen.push([name, filters[name]]);
  return new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
}

/** Whether something besides the kind narrows the timeline. */
export const isNarrowed = (filters: TimelineFilters): boolean => names.some((name) => filters[name] !== undefined);
