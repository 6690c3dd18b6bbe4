import { actorId, type Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { openForPerson, readPeople } from '#platform/server/people.ts';
import { showMentions, typedMentions } from '../rules/mentions.ts';
import type { CommentView, Threads } from '../rules/views.ts';
import type { CommentRow } from './commentStore.ts';

/** The people that comments speak of: writers, and whom they ask. */
export const peopleIn = (rows: readonly CommentRow[]): string[] =>
  rows.flatMap(({ by, asked }) => [by, ...asked.map(({ person }) => person)]);

/** Comments as one reader sees them. What somebody wrote who was erased cannot be opened by anybody. */
export async function shownComments(db: Db, rows: readonly CommentRow[], actor: Actor): Promise<CommentView[]> {
  if (rows.length === 0) return [];
  const people = await readPeople(db, peopleIn(rows));
  const me = actorId(actor);
  const shown: CommentView[] = [];
  for (const row of rows) {
    const writer = people.get(row.by);
    const readable = row.words !== null && writer !== undefined && !writer.erased;
    const words = readable ? await openForPerson<string>(db, row.by, row.words) : null;
    const nameOf = (id: string) => (row.asked.some(({ person }) => person === id) ? people.get(id)?.name : undefined);
    shown.push({
      id: row.id,
      by: writer && !writer.erased ? writer.name : null,
      at: row.writtenAt,
      parts: words === null ? null : showMentions(words, nameOf),
      correctedAt: row.correctedAt,
      struckAt: row.struckAt,
      officeOnly: row.officeOnly,
      version: row.version,
      asked: row.asked.map(({ person, seen }) => ({ id: person, name: people.get(person)?.name ?? '—', seen })),
      mine: row.by === me,
      asksMe: row.asked.some(({ person, seen }) => person === me && !seen),
    });
  }
  return shown;
}

/** Comments by the line that they stand under, as one reader sees them. */
export async function threadsOf(db: Db, rows: readonly CommentRow[], actor: Actor): Promise<Threads> {
  const shown = await shownComments(db, rows, actor);
  const threads: Record<string, CommentView[]> = {};
  for (const [at, row] of rows.entries()) (threads[row.entry] ??= []).push(shown[at]!);
  return threads;
}

/** A comment in words alone, to search in; `''` when nothing of it can be read. */
export const wordsOf = ({ parts }: Pick<CommentView, 'parts'>): string =>
  (parts ?? []).map((part) => ('person' in part ? part.name : part.text)).join('');

/** The words as their writer typed them. */
export async function typedWords(db: Db, row: CommentRow): Promise<string> {
  const people = await readPeople(db, peopleIn([row]));
  return row.words === null
    ? ''
    : typedMentions(await openForPerson<string>(db, row.by, row.words), (id) => people.get(id)?.name);
}
