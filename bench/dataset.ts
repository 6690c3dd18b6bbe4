import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '#platform/server/config.ts';
import { startEmbedded, type EmbeddedDatabase } from '#platform/server/database/embedded/index.ts';
import { postgresServer } from '../scripts/testing/programs.ts';
import { root, runProgram } from '../scripts/testing/run-program.ts';

/** A programme of a size, on a PostgreSQL server of its own (the one of the distribution, with fsync on). */
export interface DataSet {
  readonly folder: string;
  readonly database: EmbeddedDatabase;
  readonly env: Readonly<Record<string, string>>;
}

/** What decides how a data set turns out; migrations come on top of a kept one. */
function recipe(): string {
  const hash = createHash('sha256');
  for (const folder of ['database/seeds', 'database/seeds/scale', 'database/seeds/cases'])
    for (const name of readdirSync(path.join(root, folder)).sort())
      if (name.endsWith('.ts')) hash.update(readFileSync(path.join(root, folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/**
 * Starts the server with a programme of `trajectories`. The first time it is planted, which takes minutes at 100 000; it is kept under
 * the data folder (`bench/`) until the seeds change.
 */
export async function openDataSet(trajectories: number, say: (line: string) => void): Promise<DataSet> {
  const folder = path.join(readConfig().dataFolder, 'bench', `trajectories-${trajectories}`);
  const mark = path.join(folder, 'recipe');
  const kept = existsSync(mark) && readFileSync(mark, 'utf8') === recipe();
  if (!kept) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = await startEmbedded(folder, { binaries: await postgresServer(), say });
  const env = { DATABASE_URL: database.url, KRACHTLIJN_DATA: folder };
  try {
    await krachtlijn(['migrate'], env);
    if (!kept) {
      say(`planting ${trajectories} trajectories (kept for the next time)`);
      const begun = performance.now();
      await krachtlijn(['seed', '--scale', String(trajectories)], env);
      say(`planted in ${Math.round((performance.now() - begun) / 1000)} s`);
      writeFileSync(mark, recipe());
    }
    return { folder, database, env };
  } catch (problem) {
    await database.stop();
    throw problem;
  }
}

async function krachtlijn(words: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const { code, said } = await runProgram(process.execPath, [path.join(root, 'cli/krachtlijn.ts'), ...words], {
    env: { ...process.env, ...env },
  });
  if (code !== 0) throw new Error(`krachtlijn ${words.join(' ')} failed:\n${said}`);
}
