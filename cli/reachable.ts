import { ping } from '#platform/server/database/embedded/ping.ts';
import { Refusal } from './command.ts';

const oldestVersion = 150_000;

/**
 * Makes sure that the server of DATABASE_URL answers before anything else is tried on it.
 * @throws Refusal that says what to mend; never with the password
 */
export async function ensureReachable(databaseUrl: string): Promise<void> {
  const found = await ping(databaseUrl, 5000);
  if (!found.up) throw new Refusal(`${advice(databaseUrl, found.code)} (${found.message || found.code})`);
  if (found.version < oldestVersion) {
    throw new Refusal(
      `The server of DATABASE_URL is PostgreSQL ${Math.floor(found.version / 10_000)}; Krachtlijn needs 15 or newer.`,
    );
  }
}

function advice(databaseUrl: string, code: string): string {
  const { host, pathname } = new URL(databaseUrl);
  const name = decodeURIComponent(pathname.slice(1));
  switch (code) {
    case '28P01':
    case '28000':
      return 'The server of DATABASE_URL refuses this user or password.';
    case '3D000':
      return `The server of DATABASE_URL has no database "${name}". Make it first: createdb ${name}.`;
    default:
      return `The server of DATABASE_URL${host ? ` (${host})` : ''} does not answer. Does it run, and is the address right?`;
  }
}
