import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from './registry.ts';

function krachtlijn(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'krachtlijn.ts'), ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('the krachtlijn command', () => {
  it('lists every command with one line', () => {
    const { status, stdout } = krachtlijn('--help');
    expect(status).toBe(0);
    for (const name of Object.keys(commands)) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S.*\\.$`, 'm'));
  });

  it('without anything shows the same and ends with 2', () => {
    const { status, stdout } = krachtlijn();
    expect(status).toBe(2);
    expect(stdout).toContain('How to use');
  });

  it.each(Object.keys(commands))('%s explains itself', (name) => {
    const { status, stdout } = krachtlijn(name, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`How to use: npm run -s krachtlijn -- ${name}`);
  });

  it.each([
    ['an unknown command', ['fly'], 'There is no command "fly". There are: start,'],
    ['a word that every object knows', ['constructor'], 'There is no command "constructor"'],
    ['an unknown option', ['migrate', '--fast'], "Unknown option '--fast'"],
    ['a word too many', ['seed', 'everything'], '"everything" is one word too many'],
    ['an unknown action', ['account', 'delete'], 'account cannot "delete"'],
  ])('%s gets one clear line and exit code 2', (_what, args, line) => {
    const { status, stdout, stderr } = krachtlijn(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
