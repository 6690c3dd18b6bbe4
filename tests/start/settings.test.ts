import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { endEverything, newFolder, startInstance, startedFolder, startRefused } from '../support/instance.ts';

afterEach(endEverything);

it.each([
  [{ PORT: 'many' }, /PORT must be a number/],
  [{ PORT: '70000' }, /PORT|65535/],
  [{ DATABASE_URL: 'mysql://localhost/x' }, /DATABASE_URL must look like postgresql:/],
  [{ SMTP_URL: 'mail.example.org' }, /SMTP_URL must look like smtp:/],
  [{ PUBLIC_URL: 'https://example.org/krachtlijn' }, /PUBLIC_URL must be the address/],
  [{ KRACHTLIJN_KEY: 'short' }, /KRACHTLIJN_KEY must be 64/],
  [{ BODY_SIZE_LIMIT: 'much' }, /BODY_SIZE_LIMIT must be a number of bytes/],
])('%o is refused with a line that says what to set', async (env, line) => {
  const { code, said } = await startRefused(newFolder(), { env });
  expect(code).toBe(1);
  expect(said).toMatch(line);
  expect(said).not.toMatch(/\n\s+at /);
});

it('names every wrong setting at once', async () => {
  const { said } = await startRefused(newFolder(), { env: { PORT: 'many', SMTP_URL: 'mail' } });
  expect(said).toMatch(/PORT/);
  expect(said).toMatch(/SMTP_URL/);
});

it('a database server that does not answer is named without its password', async () => {
  const { code, said } = await startRefused(newFolder(), {
    env: { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:9/x' },
  });
  expect(code).toBe(1);
  expect(said).toMatch(/DATABASE_URL \(127\.0\.0\.1:9\) does not answer/);
  expect(said).not.toContain('secret');
});

it('a port that another program has is named, and nothing is started', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const { port } = other.address() as AddressInfo;
  const { code, said } = await startRefused(newFolder(), { env: { PORT: String(port) } });
  other.close();
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`Port ${port} is in use`));
});

it('a second data folder makes a second, separate Krachtlijn', async () => {
  const first = await startInstance(startedFolder());
  const second = await startInstance(startedFolder());
  expect(first.address).not.toBe(second.address);
  for (const { address } of [first, second]) expect((await fetch(`${address}/healthz`)).status).toBe(200);
});
