import { addDays, dayInBrussels } from '#shared/dates.ts';
import { writeAudit } from '#platform/server/audit.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { openTask } from '#platform/server/registries.ts';
import { nextStep, noticeDays, whenItGoes } from '../rules/retention.ts';
import { countAnew, duePeople, noteNotice, takeOld, writeDates, type DueRow } from './clockStore.ts';
import { blocksOf, erase } from './erasing.ts';
import { factsOf } from './factStore.ts';

const first = '00000000-0000-0000-0000-000000000000';
const atOnce = 200;

const inSystem = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:privacy.turnClock', system: true });
    return work(db);
  });

/**
 * One turn: finds out anew when everybody goes, tells what comes within thirty days, lets go whose time is over, and counts what
 * is left. Every step is small and committed by itself and finds its own work, so a turn that is killed is simply begun again.
 */
export async function turnClock(
  now: Date,
): Promise<{ erased: number; noticed: number; letters: number; links: number; sessions: number }> {
  await findDates(now);
  const people = await actOnPeople(now);
  const old = { letters: 0, links: 0, sessions: 0 };
  for (;;) {
    const gone = await inSystem(async (db) => {
      const taken = await takeOld(db, now, 1000);
      if (taken.letters + taken.links + taken.sessions > 0) await note(db, 'privacy.takeOld', now, { details: taken });
      return taken;
    });
    for (const kind of ['letters', 'links', 'sessions'] as const) old[kind] += gone[kind];
    if (Math.max(gone.letters, gone.links, gone.sessions) < 1000) break;
  }
  await inSystem((db) => countAnew(db, dayInBrussels(now), now));
  return { ...people, ...old };
}

async function findDates(now: Date): Promise<void> {
  for (let after: string | undefined = first; after !== undefined;) {
    after = await inSystem(async (db) => {
      const rows = await factsOf(db, { after: after!, limit: atOnce });
      await writeDates(
        db,
        rows.map(({ person, programme, facts }) => ({ person, programme, ...whenItGoes(facts) })),
        now,
      );
      return rows.length === atOnce ? rows.at(-1)!.person : undefined;
    });
  }
}

async function actOnPeople(now: Date): Promise<{ erased: number; noticed: number }> {
  const today = dayInBrussels(now);
  const done = { erased: 0, noticed: 0 };
  const problems: unknown[] = [];
  for (let after: string | undefined = first; after !== undefined;) {
    const rows: DueRow[] = await inSystem((db) => duePeople(db, addDays(today, noticeDays), today, after!, atOnce));
    const steps = rows.map((row) => ({ row, step: nextStep(row, row, today).kind }));
    const told = steps.filter(({ step }) => step === 'notice').map(({ row }) => row);
    if (told.length > 0) await inSystem((db) => tell(db, told, now));
    done.noticed += told.length;
    for (const { row, step } of steps) {
      if (step !== 'go') continue;
      // One who cannot go now must not keep the others: the turn fails at its end, so that somebody looks.
      try {
        if (await letGo(row.person, now)) done.erased += 1;
      } catch (problem) {
        problems.push(problem);
      }
    }
    after = rows.length === atOnce ? rows.at(-1)!.person : undefined;
  }
  if (problems.length > 0) throw new AggregateError(problems, `${problems.length} people could not be let go`);
  return done;
}

/** Says that these people's day comes near: one task a programme, with the last day to object. */
async function tell(db: Db, rows: readonly DueRow[], now: Date): Promise<void> {
  const today = dayInBrussels(now);
  await noteNotice(
    db,
    rows.map(({ person }) => person),
    today,
  );
  for (const programme of new Set(rows.flatMap((row) => row.programme ?? [])))
    await openTask(
      db,
      { programme },
      {
        kind: 'privacy.review',
        subject: programme,
        roles: ['programme_manager'],
        due: addDays(today, noticeDays),
        textKey: 'privacy.office:task.review',
        link: '/personal-data',
      },
    );
  await note(db, 'privacy.notice', now, { details: { people: rows.length } });
}

/** Erases one person in a transaction of their own, when everything still stands as it was when they were found. */
async function letGo(person: string, now: Date): Promise<boolean> {
  const today = dayInBrussels(now);
  return inSystem(async (db) => {
    const known = (await factsOf(db, { person }))[0];
    if (!known || (whenItGoes(known.facts).on ?? '9999-12-31') > today) return false;
    if ((await blocksOf(db, person, today)).length > 0) return false;
    const { texts } = await erase(db, person, now);
    await note(db, 'privacy.letGo', now, {
      subject: { kind: 'person', id: person },
      details: { texts, because: whenItGoes(known.facts).because },
      within: known.programme ? { programme: known.programme } : {},
    });
    return true;
  });
}

function note(
  db: Db,
  operation: string,
  now: Date,
  line: Pick<Parameters<typeof writeAudit>[1], 'subject' | 'details'> & { within?: { programme?: string } },
): Promise<void> {
  return writeAudit(db, { within: {}, ...line, at: now, operation, actor: { kind: 'system' }, input: null });
}

export const turnClockJob = defineJob({
  name: 'privacy.turnClock',
  every: '41 2 * * *',
  async run() {
    await turnClock(new Date());
  },
});
