import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { embeddedUrl } from '#platform/server/database/embedded/index.ts';
import { endEverything, launchInstance, newFolder, startInstance, until } from '../support/instance.ts';

afterEach(endEverything);

async function ask(folder: string, statement: string): Promise<number> {
  const url = embeddedUrl(folder);
  if (!url) return 0;
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ count: number }>(statement);
    return rows[0]?.count ?? 0;
  } catch {
    return 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const countCases = 'select count(*)::int as count from trajectories';

it('the first start plants the example programme; when it is killed half-way, the next one plants it whole', async () => {
  const whole = newFolder();
  await startInstance(whole);
  const cases = await ask(whole, countCases);
  expect(cases).toBeGreaterThan(3);

  const broken = newFolder();
  const first = launchInstance(broken);
  await until(async () => (await ask(broken, countCases)) > 0);
  first.child.kill('SIGKILL');
  await first.ended;
  await startInstance(broken);
  expect(await ask(broken, countCases)).toBe(cases);
});

it('while it starts, the address already answers that it will be there soon', async () => {
  const folder = newFolder();
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const { child, ended } = launchInstance(folder, { env: { PORT: String(port) } });
  const answers = new Set<number>();
  await until(async () => {
    const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => null);
    if (answer) answers.add(answer.status);
    return answer?.status === 200;
  });
  expect([...answers]).toEqual([503, 200]);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
