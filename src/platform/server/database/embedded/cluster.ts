import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Privileges } from './privileges.ts';

export const superuser = 'krachtlijn';

/** What a running server wrote about itself into its folder. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
}

/** PostgreSQL inherits nothing of ours: no locale, no PG… variable of a shell may change how it behaves. */
export const serverEnvironment: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the database files when there are none. They are made under another name first, so that an interrupted
 * beginning leaves nothing that looks finished.
 * @throws Error when the files belong to another PostgreSQL version, or with what `initdb` said
 */
export async function ensureCluster(privileges: Privileges): Promise<{ created: boolean }> {
  const { cluster, binaries } = privileges;
  const versionFile = path.join(cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim();
    if (version !== binaries.version) {
      throw new Error(
        `The database in ${cluster} was made by PostgreSQL ${version}; this Krachtlijn brings ${binaries.version}. ` +
          'Start the Krachtlijn that made it, make a backup there, and restore it here.',
      );
    }
    privileges.own(cluster);
    return { created: false };
  }
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  privileges.own(unfinished);
  await run(privileges, privileges.binaries.initdb, [
    `--pgdata=${unfinished}`,
    `--username=${superuser}`,
    // Whoever may enter the socket's folder (mode 0700, ours) is us; nothing listens on the network.
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
  ]);
  renameSync(unfinished, cluster);
  return { created: true };
}

function run(privileges: Privileges, program: string, args: readonly string[]): Promise<void> {
  const { command, args: wrapped, uid, gid } = privileges.wrap(program, args);
  return new Promise((resolve, reject) => {
    const child = spawn(command, wrapped, {
      uid,
      gid,
      cwd: '/',
      env: serverEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `PostgreSQL could not make its files (${path.basename(program)} ended with ${code}):\n${said.trim()}`,
          ),
        );
    });
  });
}

/** The server that runs on these files now, or null. A pid file whose number belongs to another program counts as none. */
export function runningServer(cluster: string): RunningServer | null {
  let lines: string[];
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(pid, cluster)) return null;
  return { pid, port: Number(lines[3]), socketFolder: (lines[4] ?? '').trim() };
}

function isServerOf(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') {
    try {
      // A PostgreSQL server works in its data folder and keeps that as its working directory.
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    } catch {
      return false;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

/** Ends a server that an application left behind when it was killed, as cleanly as if it had been asked to stop. */
export async function stopServer(cluster: string, server: RunningServer): Promise<void> {
  const gone = () => runningServer(cluster)?.pid !== server.pid;
  for (const [signal, seconds] of [
    // Lets connections that are closing finish, then breaks those that stay, then does without tidying up.
    ['SIGTERM', 1],
    ['SIGINT', 30],
    ['SIGQUIT', 15],
  ] as const) {
    try {
      process.kill(server.pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < seconds * 1000; waited += 25) {
      if (gone()) return;
      await pause(25);
    }
  }
  throw new Error(
    `The PostgreSQL server ${server.pid} on ${cluster} does not stop. Stop it by hand (kill -QUIT ${server.pid}).`,
  );
}
