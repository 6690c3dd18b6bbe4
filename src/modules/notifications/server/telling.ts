import { changesForDigest, tasksForDigest } from '#modules/reporting/index.server.ts';
import { scopeFor, type Actor } from '#platform/server/actor.ts';
import { config } from '#platform/server/config.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { defineJob, enqueue } from '#platform/server/jobs.ts';
import { postLetter, type Letter } from '#platform/server/mail.ts';
import type { Grant } from '#platform/server/permissions.ts';
import { addDays, dayInBrussels } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import { kindsIn, streams, usualPreferences, type NewsKind, type Preferences, type Stream } from '../rules/choices.ts';
import { countedTo, digestOf, type Digest } from '../rules/digest.ts';
import { isOpen, periodAt, periodSince } from '../rules/schedule.ts';
import { digestMail, figuresOf } from './digestMail.ts';
import {
  chosenBy,
  everyChoice,
  forgetOldNotices,
  makeEndingLink,
  periodsDone,
  receivers,
  rolesFor,
  takePeriod,
  toldUntil,
} from './store.ts';

const system = { actor: 'system:notifications.tell', system: true } as const;

/** A command may run half a minute, and what it writes carries the moment at which it began: nothing younger is certain to be all there. */
export const settledAfter = 60_000;
/** Nobody is told of what is older, however long mail stood still. */
const oldest = 14 * 86_400_000;

const actorFor = (person: string, grants: readonly Grant[], locale: Locale): Actor => ({
  kind: 'person',
  id: person,
  session: person,
  locale,
  grants,
});

export interface Telling {
  readonly person: string;
  readonly grants: readonly Grant[];
  readonly stream: Stream;
  readonly kinds: readonly NewsKind[];
  readonly since: Date;
  readonly until: Date;
}

/** What would be told to somebody now, from what is within their sight; null when nothing is new. */
export async function digestFor(db: Db, telling: Telling): Promise<Digest | null> {
  const { person, grants, stream, kinds, until } = telling;
  const since = new Date(Math.max(telling.since.getTime(), until.getTime() - oldest));
  const today = dayInBrussels(until);
  const mine = { person, grants };
  const limit = countedTo + 1;
  const tasks =
    kinds.includes('tasks') || kinds.includes('due')
      ? await tasksForDigest(db, mine, { since, horizon: addDays(today, 6), limit })
      : [];
  const changes = kinds.includes('changes') ? await changesForDigest(db, mine, { since, limit }) : [];
  return digestOf({ tasks, changes }, { stream, kinds, since, until, today });
}

/** The letter with a digest, and with a link of its own that ends such letters. Needs the system's sight. */
export async function digestLetter(
  db: Db,
  { person, stream, kinds }: Telling,
  digest: Digest,
  locale: Locale,
  now: Date,
): Promise<Letter> {
  const secret = await makeEndingLink(db, person, kinds, now);
  return {
    to: person,
    template: digestMail,
    locale,
    parameters: figuresOf(digest, stream),
    secrets: { unsubscribe: `${config().publicUrl}/unsubscribe/${secret}` },
  };
}

/**
 * Tells one person what is new in one stream: looks, takes the period and writes the letter in one transaction, so that whoever is killed
 * or comes second tells nothing twice. Who was never told anything begins here: what came before is no news. True when a letter leaves.
 */
export async function tell(person: string, stream: Stream, now: Date): Promise<boolean> {
  return inTransaction('write', async (db, client) => {
    await enterScope(db, system);
    const found = await rolesFor(db, person);
    if (!found) return false;
    const chosen = await chosenBy(db, person);
    const wanted: Preferences = chosen ?? usualPreferences(found.grants.map(({ role }) => role));
    const kinds = kindsIn(wanted.choices, stream);
    const anchor = (await toldUntil(db, person, stream)) ?? chosen?.changedAt;
    const period =
      stream === 'once' ? isOpen(now, wanted) && anchor && periodSince(anchor) : periodAt(stream, now, wanted);
    if (kinds.length === 0 || !period) return false;

    const until = new Date(now.getTime() - settledAfter);
    const telling = { person, grants: found.grants, stream, kinds, since: anchor ?? until, until };
    await enterScope(db, scopeFor(actorFor(person, found.grants, found.locale), 'self'));
    const digest = anchor && anchor < until ? await digestFor(db, telling) : null;
    await enterScope(db, system);
    // At once has no day of its own that must be taken: with nothing to say it just goes on waiting.
    if (!digest && stream === 'once') return false;
    if (!(await takePeriod(db, { person, period, stream, until }, now)) || !digest) return false;

    const mail = await postLetter(db, await digestLetter(db, telling, digest, wanted.locale ?? found.locale, now));
    await enqueue(config().databaseUrl!, client, 'mail.send', { mail });
    return true;
  });
}

interface Candidate {
  readonly person: string;
  readonly stream: Stream;
  readonly period: string | null;
}

/** Who is to be told what now: everybody for whom it is the time and whose period was not told yet. */
function dueNow(now: Date): Promise<Candidate[]> {
  return inTransaction('read', async (db) => {
    await enterScope(db, system);
    const chosen = new Map((await everyChoice(db)).map((row) => [row.person, row]));
    const all = (await receivers(db)).flatMap(({ person, roles }) => {
      const wanted: Preferences = chosen.get(person) ?? usualPreferences(roles);
      return streams.flatMap((stream): Candidate[] => {
        if (kindsIn(wanted.choices, stream).length === 0) return [];
        if (stream === 'once') return isOpen(now, wanted) ? [{ person, stream, period: null }] : [];
        const period = periodAt(stream, now, wanted);
        return period ? [{ person, stream, period }] : [];
      });
    });
    const done = await periodsDone(db, [...new Set(all.flatMap(({ period }) => period ?? []))]);
    return all.filter(({ person, period }) => period === null || !done.has(`${person} ${period}`));
  });
}

/** Tells everybody whose time it is, each in a transaction of their own: one that fails does not keep the others. Gives how many letters leave. */
export async function tellEverybody(now: Date): Promise<number> {
  let letters = 0;
  const failures: unknown[] = [];
  for (const { person, stream } of await dueNow(now))
    try {
      if (await tell(person, stream, now)) letters += 1;
    } catch (failure) {
      failures.push(failure);
    }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} people could not be told`);
  return letters;
}

export const tellNews = defineJob({
  name: 'notifications.tell',
  every: '*/5 * * * *',
  run: async () => void (await tellEverybody(new Date())),
});

export const tidyNotices = defineJob({
  name: 'notifications.tidy',
  every: '47 3 * * *',
  run: () =>
    inTransaction('write', async (db) => {
      await enterScope(db, system);
      await forgetOldNotices(db, new Date());
    }),
});
