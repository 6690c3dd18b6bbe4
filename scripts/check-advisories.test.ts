import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newTemporaryFolder } from '../tests/support/temporary.ts';
import { knownAdvisories, readAudit } from './check-advisories.ts';

let server: Server | undefined;
beforeEach(() => {
  // npm remembers advisories; each test has an npm that remembers nothing.
  process.env.npm_config_cache = newTemporaryFolder('npm');
});
afterEach(() => {
  server?.close();
  rmSync(process.env.npm_config_cache!, { recursive: true, force: true });
  delete process.env.npm_config_cache;
});

/** A registry that publishes these advisories, or none of its own; npm itself asks it. */
async function registry(advisories: object | undefined): Promise<string> {
  server = createServer((request, response) => {
    const asks = request.url?.endsWith('/security/advisories/bulk');
    response.statusCode = asks && !advisories ? 405 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(asks ? (advisories ?? {}) : { name: decodeURIComponent(request.url!.slice(1)), versions: {} }),
    );
  });
  await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const hole = (severity: string) => ({
  pg: [{ id: 1, url: 'https://example.org/1', title: 'Reads too much', severity, vulnerable_versions: '*' }],
});

describe('published holes in what the program runs on', () => {
  it('are told with their package, also where another package brings it along', async () => {
    const { asked, problems } = await knownAdvisories(await registry(hole('high')));
    expect(asked).toBe(true);
    expect(problems.some((problem) => problem.startsWith('pg (high): Reads too much'))).toBe(true);
    expect(problems.some((problem) => problem.startsWith('pg-boss (high)'))).toBe(true);
  });

  it('of low severity stop nothing, nor does a registry that knows of none', async () => {
    expect(await knownAdvisories(await registry(hole('low')))).toEqual({ asked: true, problems: [] });
    expect(readAudit('{"vulnerabilities":{}}', '')).toEqual({ asked: true, problems: [] });
  });

  it('are not known when the registry does not say, which is told', async () => {
    const { asked, why } = await knownAdvisories(await registry(undefined));
    expect(asked).toBe(false);
    expect(why).toContain('405');
  });
});
