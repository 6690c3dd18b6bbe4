import { enterpriseHandle } from '#modules/enterprises/index.server.ts';
import { actorId, type Actor } from '#platform/server/actor.ts';
import { EditConflict, forbidden, invalid, notFound, notNow } from '#platform/server/errors.ts';
import { newId } from '#platform/server/ids.ts';
import { command, mayOn, query } from '#platform/server/operation.ts';
import { sealForPerson } from '#platform/server/people.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { sentencesOf } from '#platform/server/sentences.ts';
import {
  CorrectCommentInput,
  ReadTalkInput,
  SeeCommentInput,
  StrikeCommentInput,
  WriteCommentInput,
} from '../inputs.ts';
import { keepMentions } from '../rules/mentions.ts';
import type { TalkView } from '../rules/views.ts';
import { askable, askToLook, noMoreAsking, talkLink } from './asking.ts';
import {
  addComment,
  commentsBeside,
  correctWords,
  findComment,
  findEntry,
  markSeen,
  strikeWords,
  type CommentRow,
} from './commentStore.ts';
import { filesBeside } from './fileStore.ts';
import './permissions.ts';
import { shownFiles } from './shownFiles.ts';
import { shownComments, typedWords } from './threads.ts';

const noComment = '00000000-0000-7000-8000-000000000000';

/** Who writes must be somebody: a comment stands under a name. */
export function personOf(actor: Actor): string {
  if (actor.kind !== 'person') throw forbidden();
  return actor.id;
}

/** One line of the timeline with what was written beside it, and who can be asked to look. Without a line: to begin something new. */
export const readTalk = query({
  name: 'timeline.readTalk',
  input: ReadTalkInput,
  on: enterpriseHandle,
  needs: 'enterprise.read',
  example: (world) => ({ enterprise: world['enterprise']! }),
  async run({ enterprise, db, actor, input, beyond }): Promise<TalkView> {
    const office = mayOn(actor, 'comment.officeOnly', enterprise);
    const mayWrite = mayOn(actor, 'comment.write', enterprise);
    const entry = input.entry ? await findEntry(db, enterprise.id, input.entry, office) : undefined;
    if (input.entry && !entry) throw notFound();
    const people = mayWrite ? await askable(db, enterprise, actorId(actor), { officeToo: office, beyond }) : [];
    const rows = entry ? await commentsBeside(db, [entry.id], office) : [];
    const files = entry ? await filesBeside(db, [entry.id], office) : [];
    const sentences = entry ? await sentencesOf(db, [entry], actor.locale, 'timeline:entry.unknown') : [];
    const byName = new Intl.Collator(actor.locale);
    return {
      enterprise: { id: enterprise.id, name: enterprise.name },
      entry: entry
        ? { id: entry.id, text: sentences[0]!, day: entry.day, link: entry.link, officeOnly: entry.officeOnly }
        : null,
      file: (await shownFiles(db, files, actor, false))[0] ?? null,
      comments: await shownComments(db, rows, actor),
      people: people
        .filter((person) => person.office || !entry?.officeOnly)
        .map(({ id, name, office: inOffice }) => ({ id, name, office: inOffice }))
        .sort((a, b) => byName.compare(a.name, b.name)),
      mayWrite,
      office,
    };
  },
});

/** Writes beside a line of the timeline, or begins a line of its own; whoever is named or ticked is asked to look. */
export const writeComment = command({
  name: 'timeline.writeComment',
  input: WriteCommentInput,
  on: enterpriseHandle,
  needs: 'comment.write',
  example: (world) => ({ enterprise: world['enterprise']!, words: 'Wie neemt dit op?' }),
  async run({ enterprise, db, actor, input, now, today, effects, beyond }) {
    const me = personOf(actor);
    const officeToo = mayOn(actor, 'comment.officeOnly', enterprise);
    const beside = input.entry ? await findEntry(db, enterprise.id, input.entry, officeToo) : undefined;
    if (input.entry && !beside) throw notFound();
    const officeOnly = officeToo && (input.officeOnly || (beside?.officeOnly ?? false));
    const people = (await askable(db, enterprise, me, { officeToo, beyond })).filter(
      ({ office }) => office || !officeOnly,
    );
    if (!input.people.every((person) => people.some(({ id }) => id === person)))
      throw invalid('people', 'timeline:error.people');
    const { words, named } = keepMentions(input.words, people);

    const place = beside ?? { ...enterprise, trajectory: null };
    const entry = beside?.id ?? newId();
    if (!beside)
      await addTimelineEntry(db, place, {
        id: entry,
        kind: 'timeline.comment',
        day: today,
        textKey: 'timeline:entry.comment',
        parameters: { byPerson: me },
        link: talkLink(enterprise.id, entry),
        officeOnly,
      });
    const comment = await addComment(db, {
      entry,
      by: me,
      words: await sealForPerson(db, me, words),
      officeOnly,
      at: now,
    });
    // Who answers has looked.
    await noMoreAsking(db, await markSeen(db, { entry, person: me }, now));
    const asked = await askToLook(db, effects, { place, entry, comment, by: me, now }, [
      ...new Set([...named, ...input.people]),
    ]);
    return { entry, comment, asked };
  },
  audit: (_input, { comment, entry, asked }) => ({
    subject: { kind: 'comment', id: comment },
    fields: ['words'],
    details: { entry, asked },
    hashesInput: false,
  }),
});

/** The caller's own comment, still to be read. */
function insistOwn(row: CommentRow | undefined, me: string): CommentRow {
  if (!row) throw notFound();
  if (row.by !== me) throw forbidden();
  if (row.struckAt) throw notNow('timeline:because.struck');
  return row;
}

/** Corrects one's own comment; who is named in it for the first time is asked to look. */
export const correctComment = command({
  name: 'timeline.correctComment',
  input: CorrectCommentInput,
  on: enterpriseHandle,
  needs: 'comment.write',
  example: (world) => ({
    enterprise: world['enterprise']!,
    comment: world['comment'] ?? noComment,
    version: 1,
    words: 'Wie neemt dit op tegen vrijdag?',
  }),
  async run({ enterprise, db, actor, input, now, effects, beyond }) {
    const me = personOf(actor);
    const officeToo = mayOn(actor, 'comment.officeOnly', enterprise);
    const row = insistOwn(await findComment(db, enterprise.id, input.comment, officeToo), me);
    const people = await askable(db, enterprise, me, { officeToo, beyond });
    const may = people.filter(({ office }) => office || !row.officeOnly);
    const { words, named } = keepMentions(input.words, may);
    if (row.version !== input.version || !(await correctWords(db, row, await sealForPerson(db, me, words), now))) {
      const theirs = await typedWords(db, row);
      throw new EditConflict({ words: theirs, version: row.version }, [{ path: 'words', mine: input.words, theirs }]);
    }
    const place = await findEntry(db, enterprise.id, row.entry, officeToo);
    if (!place) throw notFound();
    const asked = await askToLook(db, effects, { place, entry: row.entry, comment: row.id, by: me, now }, named);
    return { entry: row.entry, comment: row.id, asked };
  },
  audit: (input, { asked }) => ({
    subject: { kind: 'comment', id: input.comment },
    fields: ['words'],
    details: { asked },
    hashesInput: false,
  }),
});

/** Strikes out one's own comment: its words go, that something stood there stays. It asks nobody any more. */
export const strikeComment = command({
  name: 'timeline.strikeComment',
  input: StrikeCommentInput,
  on: enterpriseHandle,
  needs: 'comment.write',
  example: (world) => ({ enterprise: world['enterprise']!, comment: world['comment'] ?? noComment, version: 1 }),
  audit: (input) => ({ subject: { kind: 'comment', id: input.comment }, fields: ['struck'] }),
  async run({ enterprise, db, actor, input, now }) {
    const officeToo = mayOn(actor, 'comment.officeOnly', enterprise);
    const row = insistOwn(await findComment(db, enterprise.id, input.comment, officeToo), personOf(actor));
    if (row.version !== input.version || !(await strikeWords(db, row, now))) throw notNow('timeline:because.changed');
    await noMoreAsking(db, await markSeen(db, { comment: row.id }, now));
    return { entry: row.entry };
  },
});

/** «I saw it»: what waited for the caller because of this comment waits no longer. */
export const seeComment = command({
  name: 'timeline.seeComment',
  input: SeeCommentInput,
  on: enterpriseHandle,
  needs: 'enterprise.read',
  example: (world) => ({ enterprise: world['enterprise']!, comment: world['comment'] ?? noComment }),
  audit: (input) => ({ subject: { kind: 'comment', id: input.comment }, fields: ['seen'] }),
  async run({ enterprise, db, actor, input, now }) {
    const row = await findComment(db, enterprise.id, input.comment, mayOn(actor, 'comment.officeOnly', enterprise));
    if (!row) throw notFound();
    await noMoreAsking(db, await markSeen(db, { comment: row.id, person: personOf(actor) }, now));
    return { entry: row.entry };
  },
});
