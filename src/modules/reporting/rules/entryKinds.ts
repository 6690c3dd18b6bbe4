/** What a timeline can be narrowed to, in the order of a trajectory. */
export const entryFilters = [
  'everything',
  'requests',
  'scans',
  'decisions',
  'documents',
  'sessions',
  'people',
  'followUps',
  'comments',
  'files',
] as const;
export type EntryFilter = (typeof entryFilters)[number];

/** The chips above it; the others are behind the fold. */
export const entryChips = ['everything', 'sessions', 'decisions', 'documents', 'comments', 'files'] as const;

/**
 * Words in an entry's `kind` by which a chip finds it; a kind may answer to several chips (an approved plan is a decision
 * about a document). Modules name their own kinds, so this goes by word and not by a list that would always be behind.
 */
export const filterWords: Readonly<Record<Exclude<EntryFilter, 'everything'>, readonly string[]>> = {
  requests: ['recruitment', 'lead', 'intake'],
  scans: ['scan'],
  sessions: ['session'],
  decisions: ['decid', 'decision', 'eligib', 'approv', 'return', 'declin', 'stop', 'agreed'],
  documents: ['plan', 'agree', 'document', 'report', 'scan', 'seal', 'confirm', 'submit', 'declared', 'asked'],
  people: ['guide', 'staff', 'contact', 'part'],
  followUps: ['follow', 'complet', 'remind'],
  comments: ['comment'],
  files: ['file'],
};

const icons = [
  ['comment', 'message-circle'],
  ['declared', 'euro'],
  ['file', 'upload'],
  ['session', 'footprints'],
  ['stop', 'ban'],
  ['eligib', 'scale'],
  ['decid', 'scale'],
  ['decision', 'scale'],
  ['approv', 'circle-check'],
  ['return', 'undo-2'],
  ['declin', 'ban'],
  ['seal', 'shield-check'],
  ['confirm', 'shield-check'],
  ['agree', 'handshake'],
  ['remind', 'bell'],
  ['help', 'message-circle'],
  ['complet', 'circle-check'],
  ['follow', 'calendar-check'],
  ['actionPlan', 'list-checks'],
  ['action_plan', 'list-checks'],
  ['plan', 'file-text'],
  ['scan', 'compass'],
  ['survey', 'chart-no-axes-column'],
  ['staff', 'users'],
  ['guide', 'user-plus'],
  ['part', 'building-2'],
  ['contact', 'phone'],
  ['lead', 'inbox'],
  ['intake', 'message-circle'],
] as const;

export type EntryIcon = (typeof icons)[number][1] | 'flag';

/** The picture beside an entry, by the first word that its kind holds. */
export function entryIcon(kind: string): EntryIcon {
  const name = kind.toLowerCase();
  return icons.find(([word]) => name.includes(word.toLowerCase()))?.[1] ?? 'flag';
}
