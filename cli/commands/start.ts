import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig, useConfig, type Config } from '#platform/server/config.ts';
import { startEmbedded, type EmbeddedDatabase } from '#platform/server/database/embedded/index.ts';
import { takeInstance } from '#platform/server/database/embedded/instance-lock.mjs';
import { ping } from '#platform/server/database/embedded/ping.ts';
import { endInGoodOrder, sayGoodbye } from '#platform/server/shutdown.ts';
import { Refusal, type Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { ensureReachable } from '../reachable.ts';
import { onceToStop } from '../server/signals.ts';
import { openWebServer, type Handler, type Health, type WebServer } from '../server/web-server.ts';

export const command: Command = {
  name: 'start',
  summary: 'Starts Krachtlijn and prints its address. Ctrl-C stops it.',
  usage: 'start',
  details:
    'PORT            the port to listen on (3000)\n' +
    'KRACHTLIJN_DATA the folder that holds the database (.krachtlijn)\n' +
    'DATABASE_URL    a PostgreSQL server to use instead of the built-in one',
  async run(args) {
    readOptions(args, {});
    const built = path.resolve(import.meta.dirname, '../../build/handler.js');
    if (!existsSync(built))
      throw new Refusal('The pages are not built yet. Start with "npm start", which builds them.');
    const config = readConfig();
    const stopAsked = onceToStop();
    const instance = config.databaseUrl ? undefined : takeInstance(config.dataFolder);
    let web: WebServer | undefined;
    let embedded: EmbeddedDatabase | undefined;
    try {
      web = await openWebServer({ port: config.port, bodyLimit: bodyLimit() });
      if (config.databaseUrl) await ensureReachable(config.databaseUrl);
      embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataFolder, { say });
      const databaseUrl = config.databaseUrl ?? embedded!.url;
      const handler = await prepare(config, databaseUrl, web.address, built);
      web.serve(handler, healthOf(databaseUrl));
      instance?.announce(web.address);
      say(`Krachtlijn runs at ${web.address} (stop it with Ctrl-C)`);
      const signal = await stopAsked;
      say(`Stopping (${signal}).`);
    } finally {
      const stopped = web?.stop(10);
      // Browsers whose stream ends come back at once: to another process, since this one takes no new requests any more.
      sayGoodbye();
      await stopped;
      await endInGoodOrder(8000);
      await embedded?.stop();
      instance?.release();
    }
    // Timers of libraries may still stand; everything that matters is closed by now.
    process.exit(0);
  },
};

const say = (line: string) => console.log(line);

/** Largest body of a request in bytes: a file of 10 MB with the form around it. Also tells the page handler, which counts bodies of unknown length itself. */
function bodyLimit(): number {
  const limit = Number((process.env.BODY_SIZE_LIMIT ??= '10500000'));
  if (!Number.isInteger(limit) || limit <= 0)
    throw new Refusal('BODY_SIZE_LIMIT must be a number of bytes, for example 10500000.');
  return limit;
}

async function prepare(config: Config, databaseUrl: string, address: string, built: string): Promise<Handler> {
  // The built pages read their settings from the environment, as every process of a larger installation does.
  process.env.DATABASE_URL = databaseUrl;
  process.env.KRACHTLIJN_DATA = config.dataFolder;
  process.env.PUBLIC_URL ??= config.port === 0 ? address : config.publicUrl;
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  useConfig({ ...config, databaseUrl, publicUrl: process.env.PUBLIC_URL });
  const { migrate } = await import('#platform/server/database/migrate.ts');
  await migrate(databaseUrl);
  const { seedIfEmpty } = await import('#modules/seed.server.ts');
  await seedIfEmpty(databaseUrl);
  const { handler } = (await import(pathToFileURL(built).href)) as { handler: Handler };
  return handler;
}

/** Asks the database at most twice a second, however often the question comes. */
function healthOf(databaseUrl: string): () => Promise<Health> {
  let last: { at: number; answer: Promise<Health> } | undefined;
  return () => {
    if (!last || Date.now() - last.at > 500) {
      const answer = ping(databaseUrl).then((found): Health =>
        found.up ? { ok: true } : { ok: false, reason: 'database unreachable' },
      );
      last = { at: Date.now(), answer };
    }
    return last.answer;
  };
}
