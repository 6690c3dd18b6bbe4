import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';

/** The enterprise number, ten figures. */
export async function readEnterpriseNumber(db: Db, enterprise: string): Promise<string> {
  return (await db.one<{ number: string }>(sql`select number from enterprises where id = ${enterprise}`)).number;
}

/** What somebody without an account is told of an enterprise: its public number, and the fund that guides it. */
export function readAskedAbout(
  db: Db,
  { enterprise, provider }: { enterprise: string; provider: string },
): Promise<{ number: string; provider: string }> {
  return db.one(
    sql`select e.number, p.name as provider from enterprises e, providers p where e.id = ${enterprise} and p.id = ${provider}`,
  );
}
