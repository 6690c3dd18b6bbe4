import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { endEverything, launchInstance, startedFolder, until } from '../support/instance.ts';

afterEach(endEverything);

const root = path.resolve(import.meta.dirname, '../..');

/** A port that was free a moment ago; the development server does not look for one itself. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('npm run dev serves pages from the sources with the example behind them, and Ctrl-C ends page server and database', async () => {
  const folder = startedFolder();
  const port = await freePort();
  const { child, ended, said } = launchInstance(folder, {
    command: [path.join(root, 'scripts/bootstrap.mjs'), 'dev'],
    env: { PORT: String(port) },
  });
  const address = `http://localhost:${port}`;
  await until(
    async () =>
      fetch(`${address}/example`).then(
        (answer) => answer.ok,
        () => false,
      ),
    () => `it never served a page:\n${said()}`,
    child,
    100,
  );
  const page = await (await fetch(`${address}/example`, { headers: { 'accept-language': 'nl' } })).text();
  expect(page.includes('Sofie Sterrebeke'), 'the people of the example are on the page').toBe(true);
  // What reloads pages when a source changes is served too.
  expect((await fetch(`${address}/@vite/client`)).status).toBe(200);

  process.kill(-child.pid!, 'SIGINT');
  expect(await ended).toBe(0);
  expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  await expect(fetch(address)).rejects.toThrow();
});
