import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lchownSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { binariesIn, type Binaries } from './binaries.ts';

/** A way to run PostgreSQL, which refuses to run as root. */
export type PrivilegeMode = 'same-user' | 'user-namespace' | 'nobody' | 'own-folder';

export interface Privileges {
  readonly mode: PrivilegeMode;
  readonly binaries: Binaries;
  /** Folder of the database files. */
  readonly cluster: string;
  /** Turns a command into the one to spawn. */
  wrap(command: string, args: readonly string[]): { command: string; args: string[]; uid?: number; gid?: number };
  /** Hands a folder and everything in it to the user that PostgreSQL runs as. */
  own(folder: string): void;
  /** Said once at start when something lies elsewhere than expected. */
  readonly notice?: string;
}

const nobody = 65534;
/** Where the binaries and the files go when root may use no namespace and the folders are closed to others. */
const ownFolderRoot = '/var/lib/krachtlijn';

/**
 * Chooses how PostgreSQL is run: as we are; as root in a user namespace (the files stay root's, closed folders stay
 * usable); as `nobody` where namespaces are forbidden and the folders can be entered; else from a folder of its own.
 * @param allowed the modes to choose from, in this order; tests leave some out
 */
export function choosePrivileges(
  binaries: Binaries,
  dataFolder: string,
  allowed: readonly PrivilegeMode[] = ['user-namespace', 'nobody', 'own-folder'],
): Privileges {
  const cluster = path.join(dataFolder, 'postgres');
  if (process.getuid?.() !== 0) {
    return {
      mode: 'same-user',
      binaries,
      cluster,
      wrap: (command, args) => ({ command, args: [...args] }),
      own: () => undefined,
    };
  }
  if (allowed.includes('user-namespace')) {
    const flags = namespaceFlags();
    if (flags) {
      return {
        mode: 'user-namespace',
        binaries,
        cluster,
        wrap: (command, args) => ({ command: 'unshare', args: [...flags, command, ...args] }),
        own: (folder) => changeOwner(folder, 0, 0),
      };
    }
  }
  const wrap: Privileges['wrap'] = (command, args) => ({ command, args: [...args], uid: nobody, gid: nobody });
  const own = (folder: string) => changeOwner(folder, nobody, nobody);
  chmodSync(dataFolder, 0o711);
  if (allowed.includes('nobody') && reachableByNobody(binaries.postgres, dataFolder)) {
    return { mode: 'nobody', binaries, cluster, wrap, own };
  }
  return inFolderOfItsOwn(binaries, dataFolder, wrap, own);
}

function folderOfItsOwn(dataFolder: string): string {
  const name = createHash('sha256').update(path.resolve(dataFolder)).digest('hex').slice(0, 12);
  return path.join(ownFolderRoot, name);
}

/** Where the database files of a data folder lie, for who looks for a running server and starts none. */
export function clusterOf(dataFolder: string): string {
  const near = path.join(path.resolve(dataFolder), 'postgres');
  const elsewhere = path.join(folderOfItsOwn(dataFolder), 'postgres');
  return !existsSync(near) && existsSync(elsewhere) ? elsewhere : near;
}

function inFolderOfItsOwn(
  binaries: Binaries,
  dataFolder: string,
  wrap: Privileges['wrap'],
  own: Privileges['own'],
): Privileges {
  const home = folderOfItsOwn(dataFolder);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const programs = path.join(home, `programs-${statSync(binaries.postgres).mtimeMs.toFixed(0)}`);
  if (!existsSync(path.join(programs, 'bin', 'postgres'))) {
    cpSync(binaries.folder, programs, { recursive: true, verbatimSymlinks: true });
  }
  return {
    mode: 'own-folder',
    binaries: binariesIn(programs, binaries.version),
    cluster: path.join(home, 'postgres'),
    wrap,
    own,
    notice:
      `PostgreSQL does not run as root and may not enter ${dataFolder}: the database of this data folder lies in ${home}. ` +
      'Start as another user to keep everything in one place.',
  };
}

/** The arguments that give a process another user id than root's in a namespace, or null where that is not possible. */
function namespaceFlags(): string[] | null {
  // PostgreSQL looks its user up by number, so the mapped one must have a name.
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => Number(line.split(':')[2]))
    .filter((uid) => Number.isInteger(uid) && uid > 0);
  const user = users.includes(nobody) ? nobody : users[0];
  if (user === undefined) return null;
  const flags = ['--user', `--map-user=${user}`, `--map-group=${user}`];
  return spawnSync('unshare', [...flags, 'true'], { stdio: 'ignore' }).status === 0 ? flags : null;
}

function reachableByNobody(program: string, folder: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'test -x "$1" && test -x "$2"', 'sh', program, folder], {
    uid: nobody,
    gid: nobody,
    cwd: '/',
    stdio: 'ignore',
  });
  return probe.status === 0;
}

function changeOwner(folder: string, uid: number, gid: number): void {
  if (!existsSync(folder) || statSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(folder, entry), uid, gid);
  // The folder itself last: an interrupted change is taken up again.
  lchownSync(folder, uid, gid);
}
