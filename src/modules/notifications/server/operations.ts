import { z } from 'zod';
import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { invalid, notFound, notNow } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { readPerson } from '#platform/server/people.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import { textFor } from '#platform/text/index.ts';
import type { Locale } from '#shared/localised.ts';
import { ReadUnsubscribeInput, SaveNotificationsInput, UnsubscribeInput } from '../inputs.ts';
import {
  kindsIn,
  newsKinds,
  streams,
  timesProblem,
  usualPreferences,
  without,
  type Preferences,
} from '../rules/choices.ts';
import type { Digest } from '../rules/digest.ts';
import type { NotificationsView, UnsubscribeView } from '../rules/views.ts';
import { texts } from '../text/index.ts';
import { feedOf } from './calendarStore.ts';
import { digestWords, figuresOf } from './digestMail.ts';
import { personOf } from './person.ts';
import { chosenBy, endingLink, keepPreferences, rolesFor, takePeriod, toldUntil } from './store.ts';
import { digestFor, digestLetter, settledAfter, type Telling } from './telling.ts';

export { downloadCalendar, endCalendar, makeCalendar, nameCalendar, readCalendar } from './calendarOperations.ts';

/** What somebody gets: what they chose, or what is usual for their roles. */
async function preferencesOf(db: Db, person: string, roles: readonly string[]): Promise<Preferences> {
  return (await chosenBy(db, person)) ?? usualPreferences(roles);
}

interface NextDigest {
  readonly telling: Telling;
  readonly digest: Digest;
  readonly locale: Locale;
}

/** The mail that would leave now, of the soonest stream in which somebody gets anything; null when nothing is new. */
async function nextDigest(db: Db, actor: Actor, wanted: Preferences, now: Date): Promise<NextDigest | null> {
  const person = personOf(actor);
  const stream = streams.find((one) => kindsIn(wanted.choices, one).length > 0);
  if (!stream) return null;
  const days = stream === 'weekly' ? 7 : 1;
  const since = (await toldUntil(db, person, stream)) ?? new Date(now.getTime() - days * 86_400_000);
  const kinds = kindsIn(wanted.choices, stream);
  const telling: Telling = { person, grants: actor.grants, stream, kinds, since, until: now };
  const digest = await digestFor(db, telling);
  return digest && { telling, digest, locale: wanted.locale ?? actor.locale };
}

function previewOf({ telling, digest, locale }: NextDigest): NotificationsView['preview'] {
  const lines = digestWords(figuresOf(digest, telling.stream), locale)['lines']!;
  return { subject: textFor(texts, locale)('mail.digest.subject'), lines };
}

const rolesOf = (actor: Actor): string[] => actor.grants.map(({ role }) => role);

/** What somebody is told of, how soon and when; and how the next mail would read. */
export const readNotifications = query({
  name: 'notifications.readNotifications',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, now }): Promise<NotificationsView> {
    const person = personOf(actor);
    const wanted = await preferencesOf(db, person, rolesOf(actor));
    const next = await nextDigest(db, actor, wanted, now);
    const { choices, fromHour, untilHour, weekday, quietDays, quietHolidays, locale } = wanted;
    const feed = await feedOf(db, person);
    return {
      preferences: { choices, fromHour, untilHour, weekday, quietDays, quietHolidays, locale },
      preview: next && previewOf(next),
      calendar: feed ? { names: feed.names, madeAt: feed.madeAt } : null,
    };
  },
});

/** Sends the next mail now, instead of when its time comes: what it tells is told then. */
export const sendNow = command({
  name: 'notifications.sendNow',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, now, beyond, effects }) {
    const person = personOf(actor);
    const next = await nextDigest(db, actor, await preferencesOf(db, person, rolesOf(actor)), now);
    if (!next || !(await readPerson(db, person))?.email) throw notNow('notifications:error.nothing');
    const { telling, digest, locale } = next;
    // Once a minute is often enough, however often the button is pressed.
    const period = `now:${now.toISOString().slice(0, 16)}`;
    // What is still being written is told the next time, at the risk of telling the last minute twice.
    const until = new Date(now.getTime() - settledAfter);
    if (!(await takePeriod(db, { ...telling, period, until }, now))) throw notNow('notifications:error.nothing');
    const letter = await beyond('a link in a letter is seen by who holds it and by nobody else', () =>
      digestLetter(db, telling, digest, locale, now),
    );
    await effects.mail(letter);
    return { person, stream: telling.stream };
  },
  audit: (_input, { person, stream }) => ({ subject: { kind: 'person', id: person }, details: { stream } }),
});

export const saveNotifications = command({
  name: 'notifications.saveNotifications',
  input: SaveNotificationsInput,
  on: nothing,
  needs: 'self',
  example: () => ({
    tasks: 'daily',
    due: 'weekly',
    changes: 'none',
    fromHour: 8,
    untilHour: 18,
    weekday: 1,
    quietDays: ['6', '7'],
    quietHolidays: true,
    locale: 'pages',
  }),
  async run({ db, actor, input, now }) {
    const person = personOf(actor);
    const { tasks, due, changes, locale, quietDays, ...times } = input;
    const wanted: Preferences = {
      ...times,
      quietDays: quietDays.map(Number),
      choices: { tasks, due, changes },
      locale: locale === 'pages' ? null : locale,
    };
    const problem = timesProblem(wanted);
    if (problem) throw invalid(problem, `notifications:error.${problem}`);
    await keepPreferences(db, person, wanted, now);
    return { person };
  },
  audit: (input, { person }) => ({
    subject: { kind: 'person', id: person },
    fields: ['notifications'],
    details: { tasks: input.tasks, due: input.due, changes: input.changes, locale: input.locale },
  }),
});

const held = {
  public: 'a mail is ended by who received it, without signing in; the secret of the mail opens this and nothing else',
  sees: 'secret',
  perTenMinutes: 300,
} as const;

/** What the link in a mail ends. Looking changes nothing: mail programs open links before people do. */
export const readUnsubscribe = query({
  name: 'notifications.readUnsubscribe',
  input: ReadUnsubscribeInput,
  on: nothing,
  needs: held,
  example: () => ({ secret: 'unknown' }),
  async run({ db, input }): Promise<UnsubscribeView> {
    const link = await endingLink(db, hashSecret(input.secret));
    if (!link) throw notFound();
    return { kinds: newsKinds.filter((kind) => link.kinds.includes(kind)) };
  },
});

/** Ends the mails of the kinds that a mail brought, or all that can be ended. Twice is as good as once. */
export const unsubscribe = command({
  name: 'notifications.unsubscribe',
  input: UnsubscribeInput,
  on: nothing,
  needs: held,
  example: () => ({ secret: 'unknown', which: 'these' }),
  async run({ db, input, now, beyond }) {
    const link = await endingLink(db, hashSecret(input.secret));
    if (!link) throw notFound();
    const kinds = input.which === 'all' ? newsKinds : newsKinds.filter((kind) => link.kinds.includes(kind));
    await beyond(
      'the holder of the link sees none of its receiver’s choices, and changes them in this one way',
      async () => {
        const { grants } = (await rolesFor(db, link.person)) ?? { grants: [] };
        const wanted = await preferencesOf(db, link.person, grants.map(({ role }) => role)); // prettier-ignore
        await keepPreferences(db, link.person, { ...wanted, choices: without(wanted.choices, kinds) }, now);
      },
    );
    return { person: link.person, ended: kinds };
  },
  audit: (input, { person, ended }) => ({
    subject: { kind: 'person', id: person },
    fields: ['notifications'],
    details: { ended: ended.join(' '), which: input.which },
    // A hash of the secret would be one more place where it could be tried.
    hashesInput: false,
  }),
});
