import pg from 'pg';
import { startInstance } from '../../tests/support/instance.ts';
import { openDataSet, type DataSet } from '../dataset.ts';
import { percentile, type Group } from '../group.ts';
import { visitors, type Visitor } from '../visitors.ts';

const users = 50;
// As long as people look at a page, on average, before they go to the next one; TPC-W lets them look for seven.
const pauseMs = 5000;
const warmMs = 6000;
const measuredMs = 20_000;

/** So many people who look at a page, pause and look at the next one. Gives the milliseconds of every page. */
async function load(address: string, { cookie }: Visitor, pages: (turn: number) => string): Promise<number[]> {
  const times: number[] = [];
  const begun = performance.now();
  let turn = 0;
  await Promise.all(
    Array.from({ length: users }, async (_, user) => {
      // They do not all come at the same moment.
      await new Promise((resolve) => setTimeout(resolve, (user / users) * pauseMs));
      while (performance.now() - begun < warmMs + measuredMs) {
        const from = performance.now();
        const answer = await fetch(address + pages((turn += 1)), {
          headers: { cookie: `${cookie.name}=${cookie.value}`, 'accept-encoding': 'gzip' },
        });
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${answer.url} answered ${answer.status}`);
        if (from - begun > warmMs) times.push(performance.now() - from);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }),
  );
  return times;
}

/** Addresses of the enterprise list: filters alone and together, both orders, and any page of it. */
async function listPages(client: pg.Client): Promise<string[]> {
  const { rows: lots } = await client.query<{ id: string }>('select id from lots order by number');
  const { rows: funds } = await client.query<{ id: string }>(
    'select provider_id as id from enterprises where provider_id is not null group by 1 order by count(*) desc limit 4',
  );
  const { rows: anywhere } = await client.query<{ id: string; name: string; created: string }>(
    `select id, name, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created from enterprises order by md5(id::text) limit 40`,
  );
  const filters: readonly Readonly<Record<string, string>>[] = [
    {},
    { stage: 'guidance' },
    { stage: 'closing', size: 'micro' },
    { size: 'small' },
    { sector: 'bakery' },
    ...lots.map(({ id }) => ({ lot: id, stage: 'follow_up' })),
    ...funds.map(({ id }) => ({ provider: id, size: 'medium' })),
    { lot: lots[4]!.id, stage: 'planning', size: 'medium' },
  ];
  return anywhere.flatMap(({ id, name, created }, at) => {
    const filter = filters[at % filters.length]!;
    return [
      { ...filter },
      { ...filter, sort: 'newest' },
      { ...filter, after: `${name}~${id}` },
      { ...filter, sort: 'newest', after: `${created}~${id}` },
    ].map((query) => `/enterprises?${new URLSearchParams(query)}`);
  });
}

async function withPages<Result>(
  set: DataSet,
  work: (address: string, client: pg.Client, signedIn: readonly Visitor[]) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: set.database.url });
  await client.connect();
  const instance = await startInstance(set.folder, { env: set.env });
  try {
    return await work(instance.address, client, await visitors(client));
  } finally {
    instance.kill('SIGTERM');
    await instance.ended;
    await client.end();
    await set.database.stop();
  }
}

async function listP95(set: DataSet): Promise<number> {
  return withPages(set, async (address, client, signedIn) => {
    const manager = signedIn.find(({ role }) => role === 'programme_manager')!;
    const pages = await listPages(client);
    return percentile(await load(address, manager, (turn) => pages[turn % pages.length]!), 0.95);
  });
}

/** The office at 100 000 trajectories: home pages and the enterprise list, as 50 people at a time meet them. */
export const office: Group = {
  name: 'office',
  budgets: {
    homeP95Ms: { max: 100, what: "slowest role's home page, 100 000 trajectories, 50 users, p95" },
    listP95Ms: { max: 100, what: 'enterprise list filtered, sorted, any page, same load, p95' },
    listGrowth: { max: 1.5, what: 'list p95 at 100 000 over list p95 at 10 000' },
  },
  async measure(say) {
    const small = await listP95(await openDataSet(10_000, say));
    say(`list at 10 000: ${small.toFixed(1)} ms`);
    const set = await openDataSet(100_000, say);
    const home = await withPages(set, async (address, _client, signedIn) => {
      const slowest: number[] = [];
      for (const visitor of signedIn) {
        const p95 = percentile(await load(address, visitor, () => `/home?role=${visitor.role}`), 0.95);
        say(`home of ${visitor.role}: ${p95.toFixed(1)} ms`);
        slowest.push(p95);
      }
      return Math.max(...slowest);
    });
    const large = await listP95(await openDataSet(100_000, say));
    return { homeP95Ms: home, listP95Ms: large, listGrowth: large / small };
  },
};
