import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { system } from '../scripts/testing/programs.ts';
import { root } from '../scripts/testing/run-program.ts';

/** Where figures were measured: without it they say nothing. */
export function machine(): Record<string, string | number> {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${system()}, kernel ${release()}`,
    node: process.versions.node,
    commit: commit(),
  };
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
