import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';

/** The enterprise number, ten figures. */
export async function readEnterpriseNumber(db: Db, enterprise: string): Promise<string> {
  return (await db.one<{ number: string }>(sql`select number from enterprises where id = ${enterprise}`)).number;
}
