import { parseArgs } from 'node:util';
import { config } from '#platform/server/config.ts';
import { closePool, enterScope, inTransaction, openPool } from '#platform/server/database/pool.ts';
import { findOrAddPerson, readPeople } from '#platform/server/people.ts';
import { roles } from '#platform/server/permissions.ts';
import { writeAudit } from '#platform/server/audit.ts';
import { everyGrant, firstProgramme, giveGrant, placeOf } from './grantStore.ts';
import { makeLink } from './store.ts';

const scopes = {
  programme_manager: 'programme',
  evaluator: 'programme',
  auditor: 'programme',
  lot_coordinator: 'lot',
  provider_member: 'provider',
  consultant: 'provider',
} as const;

/**
 * `krachtlijn account list | add`: for whoever runs the machine, above all for the very first account. Gives the exit code.
 */
export async function accountCommand(
  databaseUrl: string,
  action: 'list' | 'add',
  args: readonly string[],
): Promise<number> {
  openPool(databaseUrl, 1);
  try {
    return action === 'list' ? await list() : await add(args);
  } finally {
    await closePool();
  }
}

async function list(): Promise<number> {
  const lines = await inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:account', system: true });
    const rows = await everyGrant(db);
    const people = await readPeople(
      db,
      rows.map((row) => row.person),
    );
    return rows.map(
      (row) =>
        `${people.get(row.person)?.email ?? '-'}\t${people.get(row.person)?.name}\t${row.role}\t${row.scope} ${row.id}`,
    );
  });
  for (const line of lines) console.log(line);
  return 0;
}

async function add(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: { type: 'string' }, role: { type: 'string' }, on: { type: 'string' } },
  });
  const [email] = positionals;
  const role = values.role as keyof typeof scopes;
  if (!email?.includes('@') || !values.name || !(role in scopes)) {
    console.error(
      `Say: account add <email> --name NAME --role ROLE [--on ID]. Roles: ${roles.filter((one) => one in scopes).join(', ')}.`,
    );
    return 2;
  }
  const secret = await inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:account', system: true });
    const id = values.on ?? (await firstProgramme(db));
    const place = id ? await placeOf(db, scopes[role], id) : undefined;
    if (!id || !place) return undefined;
    const person = await findOrAddPerson(db, { name: values.name!, email }, 'nl');
    await giveGrant(db, { person, role, scope: scopes[role], id, programme: place.programme });
    const now = new Date();
    await writeAudit(db, {
      at: now,
      operation: 'access.account',
      actor: { kind: 'system' },
      input: { role, id },
      subject: { kind: 'person', id: person },
      fields: ['name', 'email', 'role'],
      details: { role },
      within: { programme: place.programme },
    });
    return makeLink(db, { purpose: 'invitation', person, minutes: 14 * 24 * 60, programme: place.programme }, now);
  });
  if (!secret) {
    console.error(`There is no ${scopes[role]} with that id. Give one with --on ID.`);
    return 1;
  }
  console.log(`Added. This link signs in once: ${config().publicUrl}/sign-in/${secret}`);
  return 0;
}
