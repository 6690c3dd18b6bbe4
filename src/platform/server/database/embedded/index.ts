import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.ts';
import { ensureCluster, runningServer, serverEnvironment, stopServer, superuser } from './cluster.ts';
import { ensureDatabase, ping } from './ping.ts';
import { choosePrivileges, clusterOf, type PrivilegeMode, type Privileges } from './privileges.ts';

export interface EmbeddedDatabase {
  /** Connection string of the application's database, for `pg`. */
  readonly url: string;
  readonly socketFolder: string;
  /** Process number of the server; another one after it was restarted. */
  readonly pid: () => number | undefined;
  readonly mode: PrivilegeMode;
  readonly created: boolean;
  /** Ends the server: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** One line at a time, in plain words. */
  readonly say?: (line: string) => void;
  /** Ways to run as root that may be used; tests narrow them. */
  readonly privileges?: readonly PrivilegeMode[];
  /** Another PostgreSQL than the one that came with the dependencies. */
  readonly binaries?: Binaries;
}

const databaseName = 'krachtlijn';
/** With Unix sockets the port is only part of a file name. */
const port = 5432;
/** Longest path of a Unix socket on Linux; 103 on macOS. */
const longestSocketPath = process.platform === 'darwin' ? 103 : 107;

/** Connection string of a database whose server listens in a folder. */
export function socketUrl(socketFolder: string, database = databaseName): string {
  return `postgresql:///${database}?user=${superuser}&host=${encodeURIComponent(socketFolder)}&port=${port}`;
}

/** The server that another process started on a data folder, or null. */
export function embeddedUrl(dataFolder: string): string | null {
  const server = runningServer(clusterOf(dataFolder));
  return server ? socketUrl(server.socketFolder) : null;
}

/**
 * Starts the PostgreSQL that came with the dependencies on a data folder, which the caller holds (`takeInstance`).
 * A server left behind by a killed application is stopped cleanly first; a server that dies is started again.
 * @throws Error in plain words when the files cannot be made or the server does not come up
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const say = options.say ?? (() => undefined);
  const folder = path.resolve(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const privileges = choosePrivileges(options.binaries ?? findBinaries(), folder, options.privileges);
  if (privileges.notice) say(privileges.notice);
  const { cluster } = privileges;

  const orphan = runningServer(cluster);
  if (orphan) {
    say(
      `A database server (process ${orphan.pid}) was left behind by a Krachtlijn that was killed; stopping it cleanly.`,
    );
    await stopServer(cluster, orphan);
    removeSocketFolder(orphan.socketFolder, folder);
  }
  const { created } = await ensureCluster(privileges);
  const socketFolder = prepareSocketFolder(folder, privileges);
  const logFile = path.join(path.dirname(cluster), 'postgres.log');

  let stopping = false;
  let restarting: Promise<void> | undefined;
  let server: ChildProcess;

  async function launch(): Promise<void> {
    forgetStale(cluster, socketFolder);
    server = spawnServer(privileges, socketFolder, logFile);
    await untilReady(server, socketUrl(socketFolder, 'postgres'), logFile, say);
    const started = server;
    started.once('exit', (code, signal) => {
      if (!stopping) restarting = relaunch(signal ?? `code ${code}`);
    });
    if (started.exitCode !== null || started.signalCode !== null) throw new Error(endOfLog(logFile));
  }

  async function relaunch(how: string): Promise<void> {
    say(`The database server ended unexpectedly (${how}); starting it again.`);
    for (let attempt = 1; !stopping; attempt++) {
      try {
        await launch();
        say('The database server runs again.');
        return;
      } catch (error) {
        // Workers of the dead server may hold its memory for a moment longer; anything else may heal too (disk full).
        if (attempt % 20 === 0) say(`The database server does not start yet: ${(error as Error).message}`);
        await pause(Math.min(100 * attempt, 5000));
      }
    }
  }

  await patiently(launch);
  await ensureDatabase(socketUrl(socketFolder, 'postgres'), databaseName);

  return {
    url: socketUrl(socketFolder),
    socketFolder,
    pid: () => server.pid,
    mode: privileges.mode,
    created,
    async stop() {
      stopping = true;
      await restarting;
      const running = runningServer(cluster);
      if (running) await stopServer(cluster, running);
      removeSocketFolder(socketFolder, folder);
    },
  };
}

/**
 * Removes the pid file and the socket of a server that no longer runs. PostgreSQL gives up when another program has the
 * number by now, or when nobody has taken note yet that the old process ended.
 */
function forgetStale(cluster: string, socketFolder: string): void {
  if (runningServer(cluster)) return;
  const socket = path.join(socketFolder, `.s.PGSQL.${port}`);
  for (const file of [path.join(cluster, 'postmaster.pid'), socket, `${socket}.lock`]) rmSync(file, { force: true });
}

/** Removes one that was made in the system's temporary folder; the one in the data folder stays. */
function removeSocketFolder(socketFolder: string, dataFolder: string): void {
  if (socketFolder !== path.join(dataFolder, 'run') && path.basename(socketFolder).startsWith('krachtlijn-')) {
    rmSync(socketFolder, { recursive: true, force: true });
  }
}

function prepareSocketFolder(dataFolder: string, privileges: Privileges): string {
  const near = path.join(dataFolder, 'run');
  const fits = Buffer.byteLength(path.join(near, `.s.PGSQL.${port}`)) <= longestSocketPath;
  // As another user the server must reach its socket, and a parent may be closed to it.
  const folder = fits && privileges.mode !== 'own-folder' ? near : mkdtempSync(path.join(tmpdir(), 'krachtlijn-'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  privileges.own(folder);
  return folder;
}

/** Right after a crash the workers of the dead server may hold its memory for a moment: a few tries before giving up. */
async function patiently(launch: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch();
    } catch (error) {
      if (attempt === 5) throw error;
      await pause(300);
    }
  }
}

function spawnServer(privileges: Privileges, socketFolder: string, logFile: string): ChildProcess {
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  const settings = {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '100',
    fsync: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const { command, args, uid, gid } = privileges.wrap(privileges.binaries.postgres, [
    '-D',
    privileges.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  try {
    // A session of its own: Ctrl-C in the terminal reaches the application only, which then stops the server last.
    return spawn(command, args, {
      uid,
      gid,
      cwd: '/',
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

/** Waits while the server recovers for as long as it lives: after a crash on a large database that takes minutes. */
async function untilReady(
  server: ChildProcess,
  url: string,
  logFile: string,
  say: (line: string) => void,
): Promise<void> {
  let failed: Error | undefined;
  server.once('error', (error) => (failed = error));
  const begun = Date.now();
  for (let patience = 10_000; ;) {
    if (failed) throw failed;
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Error(`The database server did not start. Its last words (${logFile}):\n${endOfLog(logFile)}`);
    }
    if ((await ping(url)).up) return;
    if (Date.now() - begun > patience) {
      say(`The database is still putting itself in order (${Math.round((Date.now() - begun) / 1000)} s).`);
      patience += 10_000;
    }
    await pause(15);
  }
}

function endOfLog(logFile: string): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-6).join('\n') : '';
}
