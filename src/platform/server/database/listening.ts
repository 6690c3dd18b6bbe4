import pg from 'pg';

export interface Listening {
  /** Whether the database tells us what happens, now. */
  readonly connected: boolean;
  stop(): Promise<void>;
}

export interface Ears {
  readonly channels: readonly string[];
  heard(channel: string, payload: string): void;
  /** Begins to listen, or listens again after a time in which anything may have been missed. `tell` speaks to all who listen. */
  ready(tell: (channel: string, payload: string) => Promise<void>): Promise<void>;
}

const shortestWait = 200;
const longestWait = 10_000;
/** A connection that died without a word (a cable, a firewall) is found out by asking. */
const askEvery = 20_000;
const patience = 10_000;

/**
 * One connection that does nothing but listen. It cannot come from the pool: a listener must stay on its connection, and a
 * pooler between us and PostgreSQL would give that to somebody else. Lost, it is made again, each time a little later.
 */
export function listenTo(databaseUrl: string, ears: Ears): Listening {
  let client: pg.Client | undefined;
  let stopped = false;
  let connected = false;
  let wait = shortestWait;
  let wake = () => {};
  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function once(): Promise<void> {
    const mine = new pg.Client({
      connectionString: databaseUrl,
      options: '-c role=krachtlijn_app',
      application_name: 'krachtlijn live',
      connectionTimeoutMillis: 5000,
      query_timeout: patience,
      keepAlive: true,
    });
    client = mine;
    const lost = new Promise<void>((resolve) => {
      mine.on('error', () => resolve());
      mine.on('end', () => resolve());
    });
    mine.on('notification', ({ channel, payload = '' }) => ears.heard(channel, payload));
    let asking: NodeJS.Timeout | undefined;
    try {
      await mine.connect();
      for (const channel of ears.channels) await mine.query(`listen ${mine.escapeIdentifier(channel)}`);
      await ears.ready(
        async (channel, payload) => void (await mine.query('select pg_notify($1, $2)', [channel, payload])),
      );
      connected = true;
      wait = shortestWait;
      asking = setInterval(() => void mine.query('select 1').catch(() => mine.end().catch(() => undefined)), askEvery);
      asking.unref();
      await lost;
      if (!stopped) console.error('live: the connection that listens was lost; it is made again');
    } finally {
      connected = false;
      clearInterval(asking);
      await mine.end().catch(() => undefined);
    }
  }

  const running = (async () => {
    while (!stopped) {
      try {
        await once();
      } catch (problem) {
        if (!stopped) console.error(`live: ${(problem as Error).message}`);
      }
      if (stopped) break;
      // Not all processes at the same moment, when it is the database that came back.
      await sleep(wait * (0.5 + Math.random() / 2));
      wait = Math.min(longestWait, wait * 2);
    }
  })();

  return {
    get connected() {
      return connected;
    },
    async stop() {
      stopped = true;
      wake();
      await client?.end().catch(() => undefined);
      await running;
    },
  };
}
