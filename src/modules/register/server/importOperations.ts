import { command, nothing, query } from '#platform/server/operation.ts';
import { invalid, notNow } from '#platform/server/errors.ts';
import { z } from 'zod';
import { ReceiveFileInput, StartImportInput } from '../inputs.ts';
import { beginsAsZip } from '../rules/pieces.ts';
import type { RegisterImportsView } from '../rules/views.ts';
import { readExtract } from './factsStore.ts';
import { addImport, newestImports, openImport } from './importStore.ts';
import './permissions.ts';
import { hasRoomFor, receivePiece, type Received } from './receiveFile.ts';
import { importJob, registerFolder, zipsInFolder } from './runImport.ts';

const shown = 10;

/** How the register stands: what is in it, what can be imported, and how far an import is. */
export const readImports = query({
  name: 'register.readImports',
  input: z.object({}),
  on: nothing,
  needs: 'register.import',
  example: () => ({}),
  async run({ db }): Promise<RegisterImportsView> {
    const imports = await newestImports(db, shown);
    return {
      extract: (await readExtract(db)) ?? null,
      imports: imports.map(({ anyway: _anyway, ...one }) => one),
      files: await zipsInFolder(),
      folder: registerFolder(),
      busy: imports.some(({ state }) => state === 'waiting' || state === 'running'),
    };
  },
});

/** Has a publication imported, as a job: whoever asks may leave. */
export const startImport = command({
  name: 'register.startImport',
  input: StartImportInput,
  on: nothing,
  needs: 'register.import',
  example: () => ({ file: 'KboOpenData.zip' }),
  async run({ db, input, now, effects }) {
    const { file, anyway } = input;
    if (!(await zipsInFolder()).some(({ name }) => name === file)) throw invalid('file', 'register.office:error.file');
    if (await openImport(db)) throw notNow('register.office:because.busy');
    const id = await addImport(db, { file, anyway, byJob: true, at: now, state: 'waiting' });
    await effects.job(importJob.name, {});
    return { id };
  },
  audit: (input, result) => ({ subject: { kind: 'registerImport', id: result.id }, details: { file: input.file } }),
});

/** What the file system answers when it cannot be written to, or when the folder is a file. */
const unwritable = new Set(['EACCES', 'EEXIST', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR']);

/** Takes a zip of the register, piece by piece: whole, it stands ready to be imported. A piece may come twice. */
export const receiveFile = command({
  name: 'register.receiveFile',
  input: ReceiveFileInput,
  on: nothing,
  needs: 'register.import',
  example: () => ({
    file: { name: 'KboOpenData.zip', content: Buffer.from('PK\u0003\u0004').toString('base64') },
    from: 0,
    size: 1000,
  }),
  async run({ db, input, now }): Promise<Received & { name: string }> {
    const { name } = input.file;
    const content = Buffer.from(input.file.content, 'base64');
    const { from = 0, size = content.length, mark = '' } = input;
    if (content.length === 0 || from + content.length > size) throw invalid('file', 'register.office:error.pieces');
    const folder = registerFolder();
    try {
      if (from === 0) {
        if (!beginsAsZip(content)) throw invalid('file', 'register.office:error.notZip');
        // The import that is under way reads a file of this name, and may have to begin again.
        if ((await openImport(db))?.file === name) throw notNow('register.office:because.busy');
        if (!(await hasRoomFor(folder, size))) throw notNow('register.office:because.noRoom');
      }
      return { name, ...(await receivePiece(folder, { name, size, mark, from, content }, now)) };
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      if (code && unwritable.has(code)) throw notNow('register.office:because.notWritten', { folder });
      throw problem;
    }
  },
  // One line for the whole file, not for each piece.
  audit: (_input, { whole, name, received }) => (whole ? { details: { file: name, bytes: received } } : null),
});
