import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { config } from '#platform/server/config.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { RegisterProblem } from '../rules/importProblem.ts';
import { importRegister } from '../index.server.ts';
import { endImport, noteProgress, openImport, type ImportEnd } from './importStore.ts';

const between = 700;

/** Where an administrator puts the zips of the register. */
export const registerFolder = (): string => config().registerFolder ?? path.join(config().dataFolder, 'register');

/** The zips in that folder, the newest first; none when there is no such folder. */
export async function zipsInFolder(): Promise<{ name: string; megabytes: number }[]> {
  const folder = registerFolder();
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.zip'));
  const files = await Promise.all(
    names.map(async (name) => ({ name, about: await stat(path.join(folder, name)).catch(() => null) })),
  );
  return files
    .flatMap(({ name, about }) => (about?.isFile() ? [{ name, megabytes: about.size / 1e6, at: about.mtimeMs }] : []))
    .sort((one, other) => other.at - one.at || (one.name < other.name ? -1 : 1))
    .slice(0, 50)
    .map(({ name, megabytes }) => ({ name, megabytes: Math.max(0.1, Math.round(megabytes * 10) / 10) }));
}

/** What is kept of an import while it runs is written beside it, so that a page can show it. */
function asSystem<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:register.import', system: true });
    return work(db);
  });
}

/**
 * Does the import that waits longest; also one that a killed process left, which goes on where it was. While another process
 * imports there is nothing to do.
 */
export const importJob = defineJob({
  name: 'register.import',
  every: '* * * * *',
  async run() {
    const open = await asSystem(openImport);
    if (!open) return;
    const end = (how: Omit<ImportEnd, 'at'>) => asSystem((db) => endImport(db, open.id, { ...how, at: new Date() }));
    let told = 0;
    try {
      const { state, publication, rowsRead } = await importRegister({
        databaseUrl: config().databaseUrl!,
        place: path.join(registerFolder(), path.basename(open.file)),
        anyway: open.anyway,
        now: () => new Date(),
        async tell(progress) {
          const now = Date.now();
          if (now - told < between) return;
          told = now;
          await asSystem((db) => noteProgress(db, open.id, { ...progress, at: new Date() }));
        },
      });
      await end({ state, publication, rowsRead });
    } catch (problem) {
      if (problem instanceof RegisterProblem) {
        if (problem.problem.code === 'busy') return;
        await end({ state: 'refused', problem: problem.problem });
        return;
      }
      await end({ state: 'stopped' });
      throw problem;
    }
  },
});
