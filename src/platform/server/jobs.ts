import { PgBoss, type Job } from 'pg-boss';
import type pg from 'pg';

/** Long or later work. `run` gets the data of one job; it opens its own transactions and may be run again. */
export interface JobDeclaration<Data extends object = object> {
  readonly name: string;
  /** Cron (Brussels time) for work that comes back by itself. */
  readonly every?: string;
  readonly run: (data: Data) => Promise<void>;
}

const declared = new Map<string, JobDeclaration>();

/** Registers a job; jobs are named `module.doSomething`, as operations are. */
export function defineJob<Data extends object>(declaration: JobDeclaration<Data>): JobDeclaration<Data> {
  declared.set(declaration.name, declaration as unknown as JobDeclaration);
  return declaration;
}

export function allJobs(): readonly JobDeclaration[] {
  return [...declared.values()];
}

const retries = {
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  deleteAfterSeconds: 30 * 86_400,
} as const;

let boss: PgBoss | undefined;
let opening: Promise<PgBoss> | undefined;

/** Opens the queue for sending; `startJobs` also works on it. */
async function queue(databaseUrl: string, works: boolean): Promise<PgBoss> {
  const opened = new PgBoss({
    connectionString: databaseUrl,
    options: '-c role=krachtlijn_app',
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    schedule: works,
    supervise: works,
    reindex: false,
    monitorVacuum: false,
    max: works ? 4 : 1,
    application_name: 'krachtlijn jobs',
  });
  opened.on('error', (error) => console.error(`jobs: ${error.message}`));
  await opened.start();
  for (const job of declared.values())
    if (!(await opened.getQueue(job.name))) await opened.createQueue(job.name, retries);
  return opened;
}

/** Starts working on jobs in this process, and plans the ones that come back by themselves. */
export async function startJobs(databaseUrl: string): Promise<void> {
  boss = await queue(databaseUrl, true);
  opening = Promise.resolve(boss);
  for (const job of declared.values()) {
    await boss.work(job.name, { pollingIntervalSeconds: 1 }, async (jobs: Job<object>[]) => {
      for (const one of jobs) await job.run(one.data ?? {});
    });
    if (job.every) await boss.schedule(job.name, job.every, {}, { tz: 'Europe/Brussels' });
  }
}

export async function stopJobs(): Promise<void> {
  const stopping = boss;
  boss = undefined;
  opening = undefined;
  await stopping?.stop({ graceful: true, timeout: 5000 });
}

/**
 * Puts a job in the queue **within the transaction**: it exists when the command commits, and not otherwise. A process
 * that does not work on jobs (the command line, a test) only writes the row.
 */
export async function enqueue(
  databaseUrl: string,
  client: pg.ClientBase,
  name: string,
  data: object,
  startAfter?: Date,
): Promise<void> {
  if (!declared.has(name)) throw new Error(`There is no job called ${name}`);
  opening ??= queue(databaseUrl, false).then((opened) => (boss = opened));
  const sender = await opening;
  const id = await sender.send(name, data, {
    ...(startAfter ? { startAfter } : {}),
    db: { executeSql: async (text: string, values: unknown[] = []) => client.query(text, values) },
  });
  // A queue that was made after this transaction began lies outside its sight: run the transaction again, so no job is lost.
  if (id === null) throw Object.assign(new Error(`The queue of ${name} is new`), { code: '40001' });
}
