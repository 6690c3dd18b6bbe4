import { command, nothing, query } from '#platform/server/operation.ts';
import { invalid, notNow } from '#platform/server/errors.ts';
import { z } from 'zod';
import { StartImportInput } from '../inputs.ts';
import type { RegisterImportsView } from '../rules/views.ts';
import { readExtract } from './factsStore.ts';
import { addImport, newestImports, openImport } from './importStore.ts';
import './permissions.ts';
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
