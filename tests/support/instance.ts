import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runningServer, stopServer } from '#platform/server/database/embedded/cluster.ts';
import { madeBy, newTemporaryFolder } from './temporary.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A running `krachtlijn start`, as somebody at a keyboard has it. */
export interface Instance {
  readonly address: string;
  readonly dataFolder: string;
  readonly pid: number;
  /** Everything it said until now, both outputs. */
  said(): string;
  /** Waits until it has said something. */
  untilSaid(words: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Gives the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface InstanceOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The command to run instead of the server alone, for example the start script of another folder. */
  readonly command?: readonly string[];
  readonly cwd?: string;
}

const folders: string[] = [];
const children = new Set<ChildProcess>();

/** A new, empty data folder; `endEverything` removes it. */
export function newFolder(): string {
  const folder = newTemporaryFolder('start');
  folders.push(folder);
  return folder;
}

/** A new data folder as the first start leaves it: copied from one that the set-up prepared, which is quicker. */
export function startedFolder(): string {
  const folder = newFolder();
  const prepared = process.env.PREPARED_DATA_FOLDER;
  if (prepared) cpSync(prepared, folder, { recursive: true, filter: (place) => path.basename(place) !== madeBy });
  return folder;
}

/** Starts Krachtlijn and waits for nothing. */
export function launchInstance(dataFolder: string, options: InstanceOptions = {}) {
  const command = options.command ?? [path.join(root, 'cli/krachtlijn.ts'), 'start'];
  const child = spawn(process.execPath, [...command], {
    cwd: options.cwd ?? root,
    // A group of its own, so that a test can press Ctrl-C: the terminal signals the whole group.
    detached: true,
    env: {
      ...process.env,
      DATABASE_URL: '',
      PORT: '0',
      KRACHTLIJN_DATA: dataFolder,
      VITEST: undefined,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve(signal ?? code ?? 1);
    });
  });
  return { child, ended, said: () => said };
}

/** Starts Krachtlijn and waits until it serves pages. */
export async function startInstance(dataFolder: string, options: InstanceOptions = {}): Promise<Instance> {
  const { child, ended, said } = launchInstance(dataFolder, options);
  const untilSaid = (words: RegExp) =>
    until(
      () => words.test(said()),
      () => `it never said ${words}:\n${said()}`,
      child,
    );
  await untilSaid(/runs at http/);
  const address = /runs at (http:\/\/\S+)/.exec(said())![1]!;
  return {
    address,
    dataFolder,
    pid: child.pid!,
    said,
    untilSaid,
    ended,
    kill: (signal) => process.kill(child.pid!, signal),
  };
}

/** Starts Krachtlijn where it should refuse to, and gives what it said and its exit code. */
export async function startRefused(
  dataFolder: string,
  options: InstanceOptions = {},
): Promise<{ code: number | string; said: string }> {
  const { ended, said } = launchInstance(dataFolder, options);
  return { code: await ended, said: said() };
}

/** Waits for something to become true, looking twenty times a second. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  otherwise: () => string = () => 'it never happened',
  child?: ChildProcess,
  seconds = 60,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end || (child && child.exitCode !== null)) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The pid in the embedded server's own file, whether it runs or not. */
export function databasePid(dataFolder: string): number {
  return Number(readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Ends what tests left running, and removes their folders. */
export async function endEverything(): Promise<void> {
  const left = [...children].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(left);
  for (const folder of folders.splice(0)) {
    const cluster = path.join(folder, 'postgres');
    const server = runningServer(cluster);
    if (server) await stopServer(cluster, server);
    rmSync(folder, { recursive: true, force: true });
  }
}
