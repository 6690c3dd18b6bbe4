import pg from 'pg';
import sql from 'sql-template-tag';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { takenInLots } from './decisionListStore.ts';
import { foldCounts } from './homeStore.ts';
import { asSystem, plantWorld, type SmallWorld } from './world.testing.ts';

const database = useOwnDatabase();
let world: SmallWorld;

beforeAll(async () => {
  world = await plantWorld();
});

/** A change that the program never makes, and that a migration or a repair may. */
async function asOwner(statement: string, values: readonly string[] = []): Promise<void> {
  const owner = new pg.Client({ connectionString: database.url() });
  await owner.connect();
  try {
    await owner.query(statement, [...values]);
  } finally {
    await owner.end();
  }
}

type Case = keyof SmallWorld['cases'];
interface Line {
  readonly id: string;
  readonly cents: number;
  readonly supersedes?: string;
  readonly state?: 'counts' | 'withdrawn';
}

/** Lines of the ledger of aid, all in one statement, about one trajectory. */
const book = (name: Case, ...lines: readonly Line[]) =>
  asSystem((db) =>
    db.run(sql`insert into aid_entries (id, programme_id, lot_id, provider_id, enterprise_id, trajectory_id, number, source, state, regulation, granted_on, amount_cents,
        supersedes, because, recorded_at)
      select (l ->> 'id')::uuid, t.programme_id, t.lot_id, t.provider_id, t.enterprise_id, t.id, '0123456749', 'reserved', coalesce(l ->> 'state', 'counts'), '2023/2831',
        '2026-03-12', (l ->> 'cents')::numeric, (l ->> 'supersedes')::uuid, case when l ? 'supersedes' then 'planApproved' end, now()
      from trajectories t, jsonb_array_elements(${JSON.stringify(lines)}::jsonb) l where t.id = ${world.cases[name].trajectory}`),
  );
const [first, second, third, fourth, moved] = [newId(), newId(), newId(), newId(), newId()];
const change = (name: Case, what: string) => () =>
  asOwner(`update trajectories set ${what} where id = $1`, [world.cases[name].trajectory]);

const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['a trajectory that waits for its agreement', change('garage', `state = 'agreement'`)],
  ['one that is granted', change('garage', `granted_on = '2026-04-01'`)],
  ['one that goes on', change('garage', `state = 'planning'`)],
  ['one that is granted and stops', change('mill', `granted_on = '2026-03-12', state = 'stopped', stopped_in = 'guidance'`)],
  ['many at once', () => asOwner(`update trajectories set state = 'agreement' where granted_on is null`)],
  ['a line of aid', () => book('mill', { id: first, cents: 30_000 })],
  ['one that takes its place', () => book('mill', { id: second, cents: 28_000, supersedes: first })],
  ['one that takes that away', () => book('mill', { id: third, cents: 0, supersedes: second, state: 'withdrawn' })],
  ['a line and what takes its place, in one statement', () => book('garage', { id: fourth, cents: 500 }, { id: moved, cents: 400, supersedes: fourth })],
  ['a line that lies at another provider from now on', () => asOwner('update aid_entries set provider_id = $2 where id = $1', [moved, world.funds.b])],
  ['a line in another lot from now on', () => asOwner('update aid_entries set lot_id = $2, provider_id = $3 where id = $1', [moved, world.lots[1], world.funds.c])],
  ['a trajectory in another lot from now on', () => asOwner('update trajectories set lot_id = $2, provider_id = $3 where id = $1', [world.cases.press.trajectory, world.lots[1], world.funds.c])],
  ['folding', () => asSystem(foldCounts)],
]; // prettier-ignore

test('what a lot has left, as it is kept, is what counting anew would say after every change', async () => {
  const kept = async () =>
    (await asSystem((db) => takenInLots(db, { programme: [world.programme] }))).map(
      ({ id, granted, reserved, bookedCents }) => ({ id, granted, reserved, bookedCents }),
    );
  const counted = () =>
    asSystem((db) =>
      db.many(sql`select l.id,
          (select count(*) from trajectories t where t.lot_id = l.id and t.granted_on is not null) as granted,
          (select count(*) from trajectories t where t.lot_id = l.id and t.granted_on is null and t.state = 'agreement') as reserved,
          (select coalesce(sum(e.amount_cents), 0) from aid_entries e where e.lot_id = l.id and e.trajectory_id is not null and e.state = 'counts'
            and not exists (select 1 from aid_entries n where n.supersedes = e.id)) as "bookedCents"
        from lots l where l.programme_id = ${world.programme} order by l.number`),
    );
  const seen = new Set<string>();
  for (const [what, make] of changes) {
    await make();
    const now = await kept();
    expect({ what, now }).toEqual({ what, now: await counted() });
    seen.add(JSON.stringify(now));
  }
  expect(seen.size, 'the changes change something').toBeGreaterThan(8);
});
