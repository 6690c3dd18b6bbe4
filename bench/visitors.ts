import type pg from 'pg';
import { sessionCookie } from '#platform/server/door.ts';
import { hashSecret } from '#platform/server/sealing.ts';

/** Somebody who is signed in, with the cookie that says so. */
export interface Visitor {
  readonly role: string;
  readonly person: string;
  readonly cookie: { readonly name: string; readonly value: string };
}

/** In each role the person with the most to look at, signed in on the database of a bench. */
export async function visitors(client: pg.ClientBase): Promise<Visitor[]> {
  const { rows } = await client.query<{
    role: string;
    person: string;
  }>(`select distinct on (role) role, person_id as person from
    (select role, person_id, count(*) as grants from grants where withdrawn_at is null group by 1, 2) g order by role, grants desc, person_id`);
  const signedIn: Visitor[] = [];
  for (const { role, person } of rows) {
    const value = `bench-${role}`.padEnd(43, '-');
    await client.query(
      `insert into web_sessions (id, token_hash, person_id, expires_at) values (gen_random_uuid(), $1, $2, now() + interval '1 day')
       on conflict (token_hash) do update set person_id = excluded.person_id, expires_at = excluded.expires_at, revoked_at = null`,
      [hashSecret(value), person],
    );
    signedIn.push({ role, person, cookie: { name: sessionCookie, value } });
  }
  return signedIn;
}
