import { enterpriseHandle } from '#modules/enterprises/index.server.ts';
import type { Download } from '#platform/server/door.ts';
import { forbidden, notFound, notNow } from '#platform/server/errors.ts';
import { fetchFile } from '#platform/server/files.ts';
import { command, mayOn, query } from '#platform/server/operation.ts';
import { sealForPerson } from '#platform/server/people.ts';
import { scannerOf } from '#platform/server/scanner/scanner.ts';
import { AddFileInput, FileInput, ListFilesInput, TakeFileInput } from '../inputs.ts';
import { previewOf } from '../rules/fileKinds.ts';
import type { FilePageView, FilesView } from '../rules/views.ts';
import { addComment } from './commentStore.ts';
import { dropBytes, filesOf, findFile, markRemoved } from './fileStore.ts';
import { keepAttachment } from './keptFiles.ts';
import { personOf } from './operations.ts';
import './permissions.ts';
import './scanning.ts';
import { isOut, shownFiles } from './shownFiles.ts';

const noFile = '00000000-0000-7000-8000-000000000000';
const filesAPage = 30;
/** So much of a text is shown, in bytes. */
const textShown = 100_000;

/** Where a page of files ended: the moment and the id of the last one. */
const afterKey = (key: string | undefined) => {
  const [value, id] = (key ?? '').split('~');
  return value && id && !Number.isNaN(Date.parse(value)) && /^[0-9a-f-]{36}$/.test(id) ? { value, id } : undefined;
};

/** The files of an enterprise, the newest first. */
export const listFiles = query({
  name: 'timeline.listFiles',
  input: ListFilesInput,
  on: enterpriseHandle,
  needs: 'enterprise.read',
  example: (world) => ({ enterprise: world['enterprise']! }),
  async run({ enterprise, db, actor, input }): Promise<FilesView> {
    const office = mayOn(actor, 'comment.officeOnly', enterprise);
    const limit = filesAPage + 1;
    const rows = await filesOf(db, enterprise.id, { officeToo: office, after: afterKey(input.after), limit });
    const last = rows.length === limit ? rows[filesAPage - 1] : undefined;
    const mayRemoveAny = mayOn(actor, 'file.removeAny', enterprise);
    return {
      enterprise: { id: enterprise.id, name: enterprise.name },
      files: await shownFiles(db, rows.slice(0, filesAPage), actor, mayRemoveAny),
      next: last ? `${last.addedAt.toISOString()}~${last.id}` : null,
      mayAdd: mayOn(actor, 'comment.write', enterprise),
      office,
      scanned: scannerOf().name !== 'none',
    };
  },
});

/** Adds a file, with a few words. Its kind is told by its content; nobody gets it before it is scanned. */
export const addFile = command({
  name: 'timeline.addFile',
  input: AddFileInput,
  on: enterpriseHandle,
  needs: 'comment.write',
  example: (world) => ({
    enterprise: world['enterprise']!,
    file: { name: 'afspraken.txt', content: Buffer.from('Wat we afspraken.').toString('base64') },
  }),
  async run({ enterprise, db, actor, input, now, today, effects }) {
    const me = personOf(actor);
    const officeOnly = input.officeOnly && mayOn(actor, 'comment.officeOnly', enterprise);
    const { attachment, entry, mediaType, size } = await keepAttachment(db, effects, {
      place: enterprise,
      file: input.file,
      by: me,
      officeOnly,
      now,
      today,
    });
    if (input.words)
      await addComment(db, { entry, by: me, words: await sealForPerson(db, me, input.words), officeOnly, at: now });
    return { attachment, entry, mediaType, size };
  },
  audit: (_input, { attachment, mediaType, size }) => ({
    subject: { kind: 'attachment', id: attachment },
    fields: ['file'],
    details: { mediaType, size },
    hashesInput: false,
  }),
});

/** One file to look at; of a text, its beginning. */
export const readFile = query({
  name: 'timeline.readFile',
  input: FileInput,
  on: enterpriseHandle,
  needs: 'enterprise.read',
  example: (world) => ({ enterprise: world['enterprise']!, attachment: world['attachment'] ?? noFile }),
  async run({ enterprise, db, actor, input }): Promise<FilePageView> {
    const row = await findFile(db, enterprise.id, input.attachment, mayOn(actor, 'comment.officeOnly', enterprise));
    if (!row) throw notFound();
    const [file] = await shownFiles(db, [row], actor, mayOn(actor, 'file.removeAny', enterprise));
    const stored = file!.preview === 'text' && row.file ? await fetchFile(db, row.file) : undefined;
    return {
      enterprise: { id: enterprise.id, name: enterprise.name },
      file: file!,
      text: stored
        ? {
            // A sign that is cut in two at the end is left out.
            beginning: new TextDecoder().decode(stored.bytes.subarray(0, textShown), { stream: true }),
            more: stored.bytes.length > textShown,
          }
        : null,
    };
  },
});

/** What a browser may do with a picture or a text that somebody sent in: draw it, and nothing else. */
const drawn = { 'content-security-policy': "default-src 'none'; sandbox" };
/** A PDF is drawn by the browser's own viewer, which does not work in a sandbox; only a page of ours may frame it. */
const framed = {
  'content-security-policy': "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
};

/** The bytes of a file, to look at or to save. One that is not scanned yet is given to nobody. */
export const takeFile = query({
  name: 'timeline.takeFile',
  input: TakeFileInput,
  on: enterpriseHandle,
  needs: 'enterprise.read',
  example: (world) => ({ enterprise: world['enterprise']!, attachment: world['attachment'] ?? noFile }),
  async run({ enterprise, db, actor, input }): Promise<Download> {
    const row = await findFile(db, enterprise.id, input.attachment, mayOn(actor, 'comment.officeOnly', enterprise));
    if (!row) throw notFound();
    if (!isOut(row)) throw notNow(`timeline:because.${row.state === 'waiting' ? 'waiting' : 'gone'}`);
    const stored = row.file ? await fetchFile(db, row.file) : undefined;
    if (!stored) throw notFound();
    const [file] = await shownFiles(db, [row], actor, false);
    const preview = previewOf(row.mediaType);
    return {
      name: file?.name ?? 'bestand',
      mediaType: row.mediaType,
      bytes: stored.bytes,
      show: preview !== null && !input.save,
      headers: preview === 'pdf' && !input.save ? framed : drawn,
    };
  },
});

/** Takes a file away: its bytes and its name go, that something stood there stays. */
export const removeFile = command({
  name: 'timeline.removeFile',
  input: FileInput,
  on: enterpriseHandle,
  needs: 'comment.write',
  example: (world) => ({ enterprise: world['enterprise']!, attachment: world['attachment'] ?? noFile }),
  audit: (input) => ({ subject: { kind: 'attachment', id: input.attachment }, fields: ['removed'] }),
  async run({ enterprise, db, actor, input, now }) {
    const row = await findFile(db, enterprise.id, input.attachment, mayOn(actor, 'comment.officeOnly', enterprise));
    if (!row) throw notFound();
    if (row.by !== personOf(actor) && !mayOn(actor, 'file.removeAny', enterprise)) throw forbidden();
    if (row.keptAt) throw notNow('timeline:because.kept');
    if (!(await markRemoved(db, row.id, now))) throw notNow('timeline:because.gone');
    if (row.file) await dropBytes(db, row.file);
    return { entry: row.entry };
  },
});
