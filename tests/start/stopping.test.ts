import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { runningServer } from '#platform/server/database/embedded/cluster.ts';
import { endEverything, startInstance, startedFolder, until } from '../support/instance.ts';

afterEach(endEverything);

it.each(['SIGINT', 'SIGTERM'] as const)('%s ends the server and its database in good order', async (signal) => {
  const folder = startedFolder();
  const instance = await startInstance(folder);
  instance.kill(signal);
  expect(await instance.ended).toBe(0);
  expect(runningServer(path.join(folder, 'postgres'))).toBeNull();
  expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  expect(existsSync(path.join(folder, 'instance.json'))).toBe(false);
  expect(instance.said()).not.toMatch(/error|terminating connection/i);
});

it('Ctrl-C in a terminal, which reaches every process of the group, ends both in good order', async () => {
  const folder = startedFolder();
  const instance = await startInstance(folder);
  process.kill(-instance.pid, 'SIGINT');
  process.kill(-instance.pid, 'SIGINT');
  expect(await instance.ended).toBe(0);
  expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  expect(instance.said()).not.toMatch(/error|terminating connection/i);
});

it('a request that is being sent is answered before the server ends', async () => {
  const instance = await startInstance(startedFolder());
  const sent = request(instance.address, { method: 'POST', headers: { 'content-length': 10 } });
  const answer = once(sent, 'response') as Promise<[IncomingMessage]>;
  sent.write('first');
  await until(async () => (await fetch(`${instance.address}/healthz`)).ok);
  instance.kill('SIGTERM');
  await instance.untilSaid(/Stopping/);
  sent.end('later');
  const [response] = await answer;
  expect(response.statusCode).toBeLessThan(500);
  response.resume();
  expect(await instance.ended).toBe(0);
});
