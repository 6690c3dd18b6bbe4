import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { useOwnDatabase } from '../../../tests/support/database.ts';
import { readWorld, type World } from '../../../tests/support/world.ts';
import { enterScope, inTransaction, type Db, type Scope } from './database/pool.ts';
import { fetchFile, keepFile } from './files.ts';
import type { Place } from './registries.ts';
import { sha256 } from './sealing.ts';

const database = useOwnDatabase();
let world: World;
let place: Place;
let id: string;

/** Every value of a byte, and more than one page of the database. */
const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);

function within<Result>(scope: Omit<Scope, 'actor'>, work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'test', ...scope });
    return work(db);
  });
}

beforeAll(async () => {
  world = await readWorld(database.url());
  const { programme, lot, provider, enterprise, trajectory } = world.ids;
  place = { programme: programme!, lot: lot!, provider: provider!, enterprise: enterprise!, trajectory: trajectory! };
  const file = { name: 'verslag <b>.pdf', mediaType: 'application/pdf', bytes };
  id = await within({ enterprises: [place.enterprise!] }, (db) => keepFile(db, place, file));
});

describe('a file that is kept', () => {
  test.each([
    ['the programme', () => ({ programmes: [place.programme!] })],
    ['the lot', () => ({ lots: [place.lot!] })],
    ['the provider', () => ({ providers: [place.provider!] })],
    ['the enterprise', () => ({ enterprises: [place.enterprise!] })],
    ['the trajectory', () => ({ trajectories: [place.trajectory!] })],
  ])('comes back byte by byte, with its name and fingerprint, to who sees %s', async (_place, scope) => {
    const found = await within(scope(), (db) => fetchFile(db, id));
    expect(found).toMatchObject({ id, name: 'verslag <b>.pdf', mediaType: 'application/pdf', sha256: sha256(bytes) });
    expect(Buffer.compare(found!.bytes, Buffer.from(bytes))).toBe(0);
  });

  test('is as if it did not exist for who sees another case only, or nothing', async () => {
    const others = await within({ system: true }, (db) =>
      db.many<{ id: string }>(sql`select id from enterprises where id <> ${place.enterprise!}`),
    );
    expect(others.length).toBeGreaterThan(0);
    expect(await within({ enterprises: others.map((row) => row.id) }, (db) => fetchFile(db, id))).toBeUndefined();
    expect(await within({}, (db) => fetchFile(db, id))).toBeUndefined();
  });

  test('cannot be laid with a case that one does not see', async () => {
    const file = { name: 'x', mediaType: 'text/plain', bytes: Buffer.from('x') };
    await expect(within({}, (db) => keepFile(db, place, file))).rejects.toThrow(/row-level security/);
  });

  test('cannot be changed by the program, not even by who sees it', async () => {
    const change = (db: Db) => db.run(sql`update files set name = 'other' where id = ${id}`);
    await expect(within({ enterprises: [place.enterprise!] }, change)).rejects.toThrow(/permission denied/);
  });
});
