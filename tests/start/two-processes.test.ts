import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endEverything } from '../support/instance.ts';
import { startTwoProcesses, type TwoProcesses } from '../support/twoProcesses.ts';

let both: TwoProcesses;
let database: pg.Client;
let cookie = '';
let guide: string;
let round = 0;
let trajectory: string;

beforeAll(async () => {
  both = await startTwoProcesses();
  database = new pg.Client({ connectionString: both.databaseUrl });
  await database.connect();
  const { rows } = await database.query<{ person: string; trajectory: string }>(
    `select g.person_id::text as person, t.id::text as trajectory from trajectories t
     join trajectory_guides g on g.trajectory_id = t.id and g.until is null where t.state = 'guidance' order by t.id limit 1`,
  );
  ({ trajectory, person: guide } = rows[0]!);
  cookie = await stepInto(guide);
});
afterAll(async () => {
  await database?.end();
  await both?.stop();
  await endEverything();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(both.proxy.address + path, {
    redirect: 'manual',
    ...init,
    headers: { accept: 'text/html', origin: both.proxy.address, ...(cookie && { cookie }) },
  });

async function stepInto(person: string): Promise<string> {
  const answer = await ask('/example?/step', { method: 'POST', body: new URLSearchParams({ person }) });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

const sessionsKept = async () =>
  (
    await database.query<{ kept: string }>('select count(*) as kept from guidance_sessions where notes like $1', [
      'round %',
    ])
  ).rows[0]!.kept;

/** Reads and writes without a pause until `until` is settled; gives what was asked and what went wrong. */
async function traffic(until: Promise<unknown>): Promise<{ asked: number; written: number; lost: string[] }> {
  const lost: string[] = [];
  let [asked, written, over] = [0, 0, false];
  void until.finally(() => (over = true));
  const one = async (round: number) => {
    const writes = round % 3 === 0;
    const answer = await (writes
      ? ask(`/trajectories/${trajectory}/sessions?/record`, { method: 'POST', body: sessionForm(round) })
      : ask(round % 3 === 1 ? '/home' : `/trajectories/${trajectory}/plan`));
    const said = await answer.text();
    asked++;
    if (writes && answer.status === 303) written++;
    if (answer.status !== (writes ? 303 : 200))
      lost.push(
        `${answer.status} ${writes ? 'writing' : 'reading'} ${/<li><a href="#.*?<\/li>/s.exec(said)?.[0] ?? ''}`,
      );
  };
  const worker = async () => {
    while (!over) await one(round++).catch((error: Error) => lost.push(error.message));
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  await until;
  return { asked, written, lost };
}

function sessionForm(round: number): URLSearchParams {
  return new URLSearchParams({
    _once: `rolling-${process.pid}-${round}`,
    guideId: guide,
    on: new Date().toISOString().slice(0, 10),
    hours: '0,25',
    people: '4',
    theme: 'competence_matrix',
    notes: `round ${round}`,
    sure: 'true',
  });
}

describe('two processes behind a proxy', () => {
  it('know the same people: who signs in at one is known at the other, and who is signed out at one is out at both', async () => {
    const statuses = async () => Promise.all(Array.from({ length: 6 }, async () => (await ask('/home')).status));
    expect(await statuses()).toEqual(Array(6).fill(200));
    expect((await ask('/account?/signOut', { method: 'POST', body: new URLSearchParams() })).status).toBe(303);
    expect(await statuses()).toEqual(Array(6).fill(303));
    cookie = await stepInto(guide);
  });

  it('lose no request while one after the other is restarted', async () => {
    const before = Number(await sessionsKept());
    const rolling = both.restart(0, 'SIGTERM').then(() => both.restart(1, 'SIGTERM'));
    const { asked, written, lost } = await traffic(rolling);
    expect(lost).toEqual([]);
    expect(asked).toBeGreaterThan(20);
    // Each form was taken once: none lost, none double.
    expect(Number(await sessionsKept()) - before).toBe(written);
  });

  it('lose no request either when one is killed in the middle of its work', async () => {
    const before = Number(await sessionsKept());
    const { written, lost } = await traffic(both.restart(0, 'SIGKILL').then(() => both.restart(1, 'SIGKILL')));
    expect(lost).toEqual([]);
    expect(Number(await sessionsKept()) - before).toBe(written);
  });
});
