import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, runProgram } from '../../scripts/testing/run-program.ts';
import { median, type Group } from '../group.ts';

/** What somebody has who has just cloned: the Node that is installed, nothing of ours in the environment. */
function freshEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE|KRACHTLIJN_|DATABASE_URL|INIT_CWD)/i.test(name),
  );
  const places = (process.env.PATH ?? '').split(path.delimiter).filter((place) => !place.includes('node_modules'));
  return {
    ...Object.fromEntries(kept),
    PATH: places.join(path.delimiter),
    npm_config_prefer_offline: 'true',
    ...extra,
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** `npm start` in a folder until the first page is answered. */
async function startTo(folder: string, port: number): Promise<{ seconds: number; npm: ChildProcess }> {
  const begun = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: folder,
    env: freshEnvironment({ PORT: String(port) }),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  npm.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
  for (;;) {
    const page = await fetch(`http://localhost:${port}/`).catch(() => null);
    if (page?.status === 200 && (await page.text()).includes('</html>'))
      return { seconds: (performance.now() - begun) / 1000, npm };
    if (npm.exitCode !== null || performance.now() - begun > 300_000)
      throw new Error(`npm start brought no page:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Ctrl-C, and until the port is free again. */
async function stop(npm: ChildProcess, port: number): Promise<void> {
  process.kill(-npm.pid!, 'SIGINT');
  if (npm.exitCode === null) await new Promise((resolve) => npm.once('close', resolve));
  while (
    await fetch(`http://localhost:${port}/healthz`).then(
      () => true,
      () => false,
    )
  )
    await new Promise((resolve) => setTimeout(resolve, 20));
}

async function succeeds(program: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, said } = await runProgram(program, args, { cwd, env: freshEnvironment({}) });
  if (code !== 0) throw new Error(`${program} ${args[0]} failed:\n${said}`);
}

export const start: Group = {
  name: 'start',
  budgets: {
    firstPageSeconds: { max: 60, what: 'fresh clone, packages in the npm cache, npm start to the first page' },
    restartSeconds: { max: 3, what: 'Ctrl-C and npm start again to the first page, median of 5' },
  },
  async measure(say) {
    const folder = mkdtempSync(path.join(tmpdir(), 'krachtlijn-clone-'));
    const clone = path.join(folder, 'krachtlijn');
    try {
      await succeeds('git', ['clone', '--quiet', root, clone], folder);
      say('filling the npm cache');
      await succeeds('npm', ['ci', '--no-audit', '--no-fund'], clone);
      rmSync(path.join(clone, 'node_modules'), { recursive: true });
      say('npm start in a fresh clone');
      const port = await freePort();
      const first = await startTo(clone, port);
      let { npm } = first;
      const restarts: number[] = [];
      for (let round = 0; round < 5; round++) {
        const begun = performance.now();
        await stop(npm, port);
        ({ npm } = await startTo(clone, port));
        restarts.push((performance.now() - begun) / 1000);
      }
      await stop(npm, port);
      return { firstPageSeconds: first.seconds, restartSeconds: median(restarts) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
