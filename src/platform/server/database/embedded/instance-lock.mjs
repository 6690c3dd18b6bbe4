// Plain JavaScript with built-ins only: the start script asks for the owner before dependencies are installed.
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/**
 * Who holds a data folder.
 * @typedef {{ pid: number, startedAt: string, host: string, address: string }} InstanceOwner
 */

/** Thrown when another running process holds the data folder; the message is meant for the person who started the second one. */
export class InstanceRunning extends Error {
  /**
   * @param {string} dataFolder
   * @param {InstanceOwner} owner
   */
  constructor(dataFolder, owner) {
    super(
      `Krachtlijn already runs on the data folder ${dataFolder}: process ${owner.pid}` +
        (owner.address ? `, at ${owner.address}` : ', still starting') +
        `. Use that one, stop it first (kill ${owner.pid}), or give this one a folder of its own with KRACHTLIJN_DATA.`,
    );
    this.name = 'InstanceRunning';
    this.owner = owner;
  }
}

/** @param {string} dataFolder */
function lockFile(dataFolder) {
  return path.join(dataFolder, 'instance.json');
}

/**
 * Tells one process from a later one that got the same number: the moment it started, in whatever words the system has for it.
 * @param {number} pid
 * @returns {string | null} null when no such process runs
 */
export function processStart(pid) {
  if (process.platform === 'linux') {
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command name stands in brackets and may hold spaces: count fields from the last bracket.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? null : `${boot} ${fields[19]}`;
    } catch {
      return null;
    }
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return null;
  }
  if (process.platform === 'win32') return 'running';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/**
 * The running process that holds a data folder. A file left behind by a process that died counts as nobody.
 * @param {string} dataFolder
 * @returns {InstanceOwner | null}
 */
export function instanceOwner(dataFolder) {
  /** @type {InstanceOwner} */
  let owner;
  try {
    owner = JSON.parse(readFileSync(lockFile(dataFolder), 'utf8'));
  } catch {
    return null;
  }
  if (!Number.isInteger(owner.pid) || owner.pid === process.pid) return null;
  return processStart(owner.pid) === owner.startedAt ? owner : null;
}

/**
 * Takes a data folder for this process.
 * @param {string} dataFolder
 * @returns {{ announce(address: string): void, release(): void }} `announce` lets a second start name the address
 * @throws {InstanceRunning} when a running process holds it
 */
export function takeInstance(dataFolder) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = lockFile(dataFolder);
  const own = { pid: process.pid, startedAt: processStart(process.pid) ?? '', host: hostname(), address: '' };
  const draft = `${file}.${process.pid}`;
  /** @param {string} address */
  const write = (address) => writeFileSync(draft, `${JSON.stringify({ ...own, address })}\n`, { mode: 0o600 });
  write('');
  for (let attempt = 0; ; attempt++) {
    try {
      // A hard link fails when the name exists: of two processes that start together, one wins.
      linkSync(draft, file);
      break;
    } catch (error) {
      const owner = instanceOwner(dataFolder);
      if (owner || attempt > 20) {
        rmSync(draft, { force: true });
        throw owner ? new InstanceRunning(dataFolder, owner) : error;
      }
      // Nobody alive: move the leftover aside rather than delete it, so that a lock taken meanwhile is not lost.
      const aside = `${file}.stale.${process.pid}`;
      try {
        renameSync(file, aside);
        if (instanceOwnerOf(aside)) linkSync(aside, file);
      } catch {
        // Somebody else moved it first; try again.
      }
      rmSync(aside, { force: true });
    }
  }
  rmSync(draft, { force: true });
  return {
    announce(address) {
      write(address);
      renameSync(draft, file);
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

/** @param {string} file */
function instanceOwnerOf(file) {
  const owner = JSON.parse(readFileSync(file, 'utf8'));
  return owner.pid !== process.pid && processStart(owner.pid) === owner.startedAt;
}
