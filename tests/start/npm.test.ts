import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { endEverything, startedFolder, until } from '../support/instance.ts';

afterEach(endEverything);

it.each(['SIGTERM', 'SIGKILL'] as const)(
  'when npm itself gets %s, what it started ends in good order',
  async (signal) => {
    const folder = startedFolder();
    const lock = path.join(folder, 'instance.json');
    const npm = spawn('npm', ['start'], {
      cwd: path.resolve(import.meta.dirname, '../..'),
      env: {
        ...process.env,
        KRACHTLIJN_DATA: folder,
        PORT: '0',
        DATABASE_URL: '',
        VITEST: undefined,
        NODE_ENV: undefined,
      },
      stdio: 'ignore',
      detached: true,
    });
    const ended = new Promise((resolve) => npm.on('close', resolve));
    await until(() => existsSync(lock) && JSON.parse(readFileSync(lock, 'utf8')).address !== '');
    npm.kill(signal);
    await ended;
    await until(() => !existsSync(lock));
    expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  },
);
