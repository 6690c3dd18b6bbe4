import { afterEach, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedDatabase } from '#platform/server/database/embedded/index.ts';
import { endEverything, newFolder, startInstance, startedFolder, until } from '../support/instance.ts';

let server: EmbeddedDatabase | undefined;
afterEach(async () => {
  // First, so that it does not start itself again when its folder goes.
  await server?.stop();
  server = undefined;
  await endEverything();
});

it('runs on the server of DATABASE_URL; while that is away pages say so, and afterwards all is well by itself', async () => {
  const folder = startedFolder();
  server = await startEmbedded(folder);
  // A copy of the same folder: the key to people's names lies in it.
  const instance = await startInstance(startedFolder(), { env: { DATABASE_URL: server.url } });
  const health = async () => (await fetch(`${instance.address}/healthz`)).status;
  const page = async () => {
    const answer = await fetch(`${instance.address}/example`, {
      headers: { accept: 'text/html', 'accept-language': 'nl' },
    });
    return { status: answer.status, text: await answer.text() };
  };
  expect(await health()).toBe(200);
  const before = await page();
  expect(before.status).toBe(200);

  await server.stop();
  await until(async () => (await health()) === 503);
  const meanwhile = await page();
  expect(meanwhile.status).toBe(503);
  expect(meanwhile.text).toContain('We zijn zo terug');
  // Pages that need no data go on.
  expect((await fetch(`${instance.address}/`)).status).toBe(200);

  server = await startEmbedded(folder);
  await until(async () => (await health()) === 200);
  expect((await page()).status).toBe(200);
  instance.kill('SIGTERM');
  expect(await instance.ended).toBe(0);
});

it('two processes may share one server', async () => {
  server = await startEmbedded(newFolder());
  const env = { DATABASE_URL: server.url };
  const dataFolder = newFolder();
  const both = await Promise.all([startInstance(dataFolder, { env }), startInstance(dataFolder, { env })]);
  for (const { address } of both) expect((await fetch(`${address}/healthz`)).status).toBe(200);
});
