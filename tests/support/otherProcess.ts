import { whoAmI } from '#modules/access/server/operations.ts';
import { openPool } from '#platform/server/database/pool.ts';
import { createInterface } from 'node:readline';

// A second process on the same database: for each secret of a session on a line it says who that is, or that it is nobody.
openPool(process.env.DATABASE_URL!, 2);
for await (const session of createInterface({ input: process.stdin })) {
  const { person } = await whoAmI.call({ locale: 'nl', session }, {});
  console.log(person?.id ?? 'nobody');
}
process.exit(0);
