import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { processStart } from '#platform/server/database/embedded/instance-lock.mjs';
import { runningServer, stopServer } from '#platform/server/database/embedded/cluster.ts';

const prefix = 'krachtlijn-test-';
/** Says in a folder which process made it. */
export const madeBy = '.made-by.json';

/** A new folder that says which process made it, so that a later run can clear up after one that was killed. */
export function newTemporaryFolder(purpose: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${purpose}-`));
  writeFileSync(path.join(folder, madeBy), JSON.stringify({ pid: process.pid, startedAt: processStart(process.pid) }));
  return folder;
}

/** Stops the databases and removes the folders of test runs that were killed. */
export async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name);
    try {
      const { pid, startedAt } = JSON.parse(readFileSync(path.join(folder, madeBy), 'utf8'));
      if (processStart(pid) === startedAt) continue;
    } catch {
      // Being made this very moment, or another user's.
      continue;
    }
    const server = runningServer(path.join(folder, 'postgres'));
    if (server) await stopServer(path.join(folder, 'postgres'), server);
    rmSync(folder, { recursive: true, force: true });
  }
}
