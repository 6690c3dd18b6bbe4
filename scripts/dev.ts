import { spawn } from 'node:child_process';
import path from 'node:path';
import { readConfig, type Config } from '#platform/server/config.ts';
import { startEmbedded } from '#platform/server/database/embedded/index.ts';
import { takeInstance } from '#platform/server/database/embedded/instance-lock.mjs';
import { migrate } from '#platform/server/database/migrate.ts';
import { seedIfEmpty } from '#modules/seed.server.ts';
import { onceToStop } from '../cli/server/signals.ts';
import { root } from './testing/run-program.ts';

/** The development server on a database, until one of them ends; gives its exit code. */
async function serve(config: Config, databaseUrl: string): Promise<number> {
  await migrate(databaseUrl);
  await seedIfEmpty(databaseUrl);
  const vite = spawn(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'dev', '--port', String(config.port), ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL: databaseUrl, KRACHTLIJN_DATA: config.dataFolder },
    },
  );
  const ended = new Promise<number>((resolve) => vite.on('exit', (code) => resolve(code ?? 0)));
  await Promise.race([ended, onceToStop()]);
  vite.kill('SIGTERM');
  return ended;
}

const config = readConfig();
let code: number;
if (config.databaseUrl) {
  code = await serve(config, config.databaseUrl);
} else {
  const instance = takeInstance(config.dataFolder);
  const database = await startEmbedded(config.dataFolder, { say: (line) => console.log(line) });
  instance.announce(`http://localhost:${config.port}`);
  try {
    code = await serve(config, database.url);
  } finally {
    await database.stop();
    instance.release();
  }
}
process.exit(code);
