import {
  commentsBeside,
  filesBeside,
  peopleIn,
  shownFiles,
  threadsOf,
  wordsOf,
  type CommentRow,
  type FileRow,
} from '#modules/timeline/index.server.ts';
import type { FilesBeside, Threads } from '#modules/timeline/index.ts';
import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { filterWords } from '../rules/entryKinds.ts';
import { hasWords } from '../rules/findWords.ts';
import { pageOfRows, readDayKey, writePageKey } from '../rules/pageKey.ts';
import type { TimelineFilters } from '../rules/timelineFilters.ts';
import type { Entry } from '../rules/views.ts';
import { namedIn } from './sentences.ts';
import { shownEntries } from './shown.ts';
import { timelineOf, type EntryRow } from './store.ts';

const rowsAPage = 30;
/** So many lines are read at once for words in them: sentences are made and comments opened here, not in the database. */
const rowsASearch = 300;

type Asked = TimelineFilters & { readonly after?: string | undefined };

/** Lines of a timeline as they are kept, and what was written beside them. */
export interface TimelineRows {
  readonly rows: readonly EntryRow[];
  readonly comments: readonly CommentRow[];
  readonly files: readonly FileRow[];
}

/** The people whose names one needs to show it. */
export const peopleOf = ({ rows, comments, files }: TimelineRows): string[] => [
  ...namedIn(rows),
  ...peopleIn(comments),
  ...files.map(({ by }) => by),
];

export interface TimelinePart {
  readonly entries: readonly Entry[];
  readonly threads: Threads;
  readonly files: FilesBeside;
  readonly next: string | null;
}

const keyOf = (row: EntryRow) => ({ value: row.day, id: row.id });

/** The lines of one page, or as many as are searched at once; one too many when there is more. */
export async function readTimeline(
  db: Db,
  enterprise: string,
  asked: Asked,
  officeToo: boolean,
): Promise<TimelineRows> {
  const { show, words, after, ...narrowed } = asked;
  const rows = await timelineOf(db, enterprise, {
    ...narrowed,
    officeToo,
    words: show === 'everything' ? [] : filterWords[show],
    commented: show === 'comments',
    after: readDayKey(after),
    limit: words === undefined ? rowsAPage + 1 : rowsASearch,
  });
  const ids = rows.map(({ id }) => id);
  const withFile = rows.filter(({ kind }) => kind === 'timeline.file').map(({ id }) => id);
  return {
    rows,
    comments: await commentsBeside(db, ids, officeToo),
    files: await filesBeside(db, withFile, officeToo),
  };
}

/** One page of a timeline to show, with what was written beside its lines. */
export async function shownTimeline(
  db: Db,
  { rows, comments, files: fileRows }: TimelineRows,
  words: string | undefined,
  actor: Actor,
): Promise<TimelinePart> {
  const threads = await threadsOf(db, comments, actor);
  const shown = await shownFiles(db, fileRows, actor, false);
  const files = Object.fromEntries(shown.map((file) => [file.entry, file]));
  if (words === undefined) {
    const page = pageOfRows(rows, rowsAPage, keyOf);
    return { entries: await shownEntries(db, page.rows, actor.locale), threads, files, next: page.next };
  }
  const read = await shownEntries(db, rows, actor.locale);
  const hits = read.filter(({ id, text }) =>
    hasWords([text, files[id]?.name ?? '', ...(threads[id] ?? []).map(wordsOf)].join('\n'), words),
  );
  const entries = hits.slice(0, rowsAPage);
  // Where to go on: behind the last line that is shown, or behind the last one that was read.
  const last = hits.length > rowsAPage ? rows.find(({ id }) => id === entries.at(-1)!.id) : rows[rowsASearch - 1];
  return { entries, threads, files, next: last ? writePageKey(keyOf(last)) : null };
}
