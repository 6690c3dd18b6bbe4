import { rmSync } from 'node:fs';
import path from 'node:path';
import { config } from '#platform/server/config.ts';
import { startEmbedded } from '#platform/server/database/embedded/index.ts';
import { newFolder, startInstance, type Instance } from './instance.ts';
import { clientId, clientSecret, OpenidProvider } from './openidProvider.ts';
import { startProxy, type Proxy } from './proxy.ts';
import { newTemporaryFolder } from './temporary.ts';

/** Two processes of the program behind a proxy, on one PostgreSQL, with a provider of sign-ins that knows Ruben. */
export interface TwoProcesses {
  readonly proxy: Proxy;
  readonly databaseUrl: string;
  /** Where each of the two answers by itself, past the proxy. */
  readonly addresses: readonly [string, string];
  /** Ends process 0 or 1 in the given way, and starts it again at the same address. */
  restart(which: 0 | 1, signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  stop(): Promise<void>;
}

export async function startTwoProcesses(): Promise<TwoProcesses> {
  const folder = newTemporaryFolder('two');
  process.env.KRACHTLIJN_DATA = folder;
  const database = await startEmbedded(folder);
  const proxy = await startProxy();
  const provider = await OpenidProvider.open(proxy.address, [
    {
      sub: 'ruben',
      given_name: 'Ruben',
      family_name: 'Verhaegen',
      organisations: [{ code: 'OVO001234', name: 'Sectorfonds Morgen', group: 'GID' }],
    },
  ]);
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: 'ACM/IDM',
    DATABASE_URL: database.url,
    KRACHTLIJN_KEY: config().key.toString('hex'),
    // What people see, and what their passkeys belong to, is the address of the proxy.
    PUBLIC_URL: proxy.address,
    REGISTER_FOLDER: path.join(folder, 'register'),
  };
  // One after the other: the first migrates and plants the example programme.
  const processes: [Instance, Instance] = [
    await startInstance(newFolder(), { env }),
    await startInstance(newFolder(), { env }),
  ];
  for (const { address } of processes) proxy.add(address);
  return {
    proxy,
    databaseUrl: database.url,
    addresses: [processes[0].address, processes[1].address],
    async restart(which, signal) {
      const { address, kill, ended } = processes[which];
      kill(signal);
      await ended;
      processes[which] = await startInstance(newFolder(), { env: { ...env, PORT: new URL(address).port } });
      await proxy.untilUsed(address);
    },
    async stop() {
      await proxy.stop();
      await provider.stop();
      for (const instance of processes) instance.kill('SIGTERM');
      await Promise.all(processes.map(({ ended }) => ended));
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
