import type { Entry, News } from './views.ts';

const groupsShown = 6;
const entriesShown = 3;

/**
 * Entries (the newest first) by enterprise: the enterprise where something happened last comes first, each with its
 * newest lines and how many more there are. `cut` says that older entries were not even asked for.
 */
export function groupNews(entries: readonly Entry[], cut: boolean): Pick<News, 'groups' | 'more'> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = found.get(entry.enterprise);
    if (known) known.push(entry);
    else found.set(entry.enterprise, [entry]);
  }
  const groups = [...found.entries()].slice(0, groupsShown).map(([enterprise, all]) => ({
    enterprise,
    name: all[0]!.about ?? '',
    entries: all.slice(0, entriesShown),
    more: Math.max(0, all.length - entriesShown),
  }));
  return { groups, more: cut || found.size > groupsShown };
}
