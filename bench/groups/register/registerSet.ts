import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatePublication } from '#modules/register/index.server.ts';
import { readConfig } from '#platform/server/config.ts';
import { startEmbedded, type EmbeddedDatabase } from '#platform/server/database/embedded/index.ts';
import { migrate } from '#platform/server/database/migrate.ts';
import { postgresServer } from '../../../scripts/testing/programs.ts';
import { root, runProgram } from '../../../scripts/testing/run-program.ts';

const seed = 20_231_001;

export interface Import {
  readonly rowsRead: number;
  readonly seconds: number;
  readonly peakMb: number;
}

const folderOf = (name: string): string => path.join(readConfig().dataFolder, 'bench', name);

/** What decides how a set turns out: the generator, the import and its migration. How one searches does not. */
function recipe(): string {
  const hash = createHash('sha256');
  const module = 'src/modules/register';
  const folders = [`${module}/server/generating`, `${module}/server/reading`].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  const single = ['server/importRegister.ts', 'server/stageStore.ts', 'rules/foldName.ts', 'rules/publication.ts'];
  const files = [...folders, ...single.map((name) => `${module}/${name}`), 'database/migrations/0150_register.sql'];
  for (const file of files) if (!file.endsWith('.test.ts')) hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex').slice(0, 12);
}

/** A publication of so many enterprises; with few activities it is quicker, and what is searched is the same. */
async function publication(folder: string, enterprises: number, activities: number): Promise<string> {
  const place = path.join(folder, 'KboOpenData_0001_2026_11_Full.zip');
  const wanted = { place, enterprises, seed, number: 1, snapshotOn: '2026-11-01', activities };
  const counts = await generatePublication(wanted);
  writeFileSync(path.join(folder, 'counts.json'), JSON.stringify(counts));
  return place;
}

async function importInto(database: EmbeddedDatabase, place: string): Promise<Import> {
  const program = path.join(root, 'bench/groups/register/importing.ts');
  const { code, output, said } = await runProgram(process.execPath, [program, database.url, place]);
  if (code !== 0) throw new Error(`the import failed:\n${said}`);
  return JSON.parse(output) as Import;
}

/** Imports a publication into a new PostgreSQL server (the one of the distribution, with fsync on), and takes both away. */
export async function importOnce(enterprises: number, say: (line: string) => void): Promise<Import> {
  const folder = folderOf('register-import');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const place = await publication(folder, enterprises, 1);
  const database = await startEmbedded(folder, { binaries: await postgresServer(), say });
  try {
    await migrate(database.url);
    return await importInto(database, place);
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server with a register to search in, kept under the data folder until the generator or the import changes. */
export async function openRegister(enterprises: number, say: (line: string) => void): Promise<EmbeddedDatabase> {
  const folder = folderOf(`register-${enterprises}`);
  const mark = path.join(folder, 'recipe');
  const kept = existsSync(mark) && readFileSync(mark, 'utf8') === recipe();
  if (!kept) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = await startEmbedded(folder, { binaries: await postgresServer(), say });
  try {
    await migrate(database.url);
    if (!kept) {
      say(`planting a register of ${enterprises} enterprises (kept for the next time)`);
      const place = await publication(folder, enterprises, 0);
      const { seconds } = await importInto(database, place);
      rmSync(place);
      say(`imported in ${Math.round(seconds)} s`);
      writeFileSync(mark, recipe());
    }
    return database;
  } catch (problem) {
    await database.stop();
    throw problem;
  }
}
