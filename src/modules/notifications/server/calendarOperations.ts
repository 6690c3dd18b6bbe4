import { z } from 'zod';
import { config } from '#platform/server/config.ts';
import { notFound } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import { MakeCalendarInput, ReadCalendarInput } from '../inputs.ts';
import { calendarFile } from './calendarFile.ts';
import { endFeed, feedBySecret, feedOf, nameFeed, renewFeed } from './calendarStore.ts';
import { personOf } from './person.ts';
import { rolesFor } from './store.ts';

/** Makes the secret address of one's calendar; one that was there before stops working. It is shown once, here. */
export const makeCalendar = command({
  name: 'notifications.makeCalendar',
  input: MakeCalendarInput,
  on: nothing,
  needs: 'self',
  secretResult: true,
  example: () => ({ names: false }),
  async run({ db, actor, input, now }) {
    const person = personOf(actor);
    const secret = await renewFeed(db, person, input.names, now);
    return { person, address: `${config().publicUrl}/calendar/${secret}.ics` };
  },
  audit: (input, { person }) => ({ subject: { kind: 'person', id: person }, fields: ['calendar'], details: { names: input.names } }), // prettier-ignore
});

/** Says whether one's calendar names enterprises; its address stays. */
export const nameCalendar = command({
  name: 'notifications.nameCalendar',
  input: MakeCalendarInput,
  on: nothing,
  needs: 'self',
  example: () => ({ names: true }),
  async run({ db, actor, input }) {
    const person = personOf(actor);
    if ((await nameFeed(db, person, input.names)) === 0) throw notFound();
    return { person };
  },
  audit: (input, { person }) => ({ subject: { kind: 'person', id: person }, fields: ['calendar'], details: { names: input.names } }), // prettier-ignore
});

export const endCalendar = command({
  name: 'notifications.endCalendar',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor }) {
    const person = personOf(actor);
    return { person, ended: await endFeed(db, person) };
  },
  audit: (_input, { person, ended }) => ({
    subject: { kind: 'person', id: person },
    fields: ['calendar'],
    details: { ended },
  }),
});

/** One's calendar as a file, once, with the names that one's address shows too. */
export const downloadCalendar = query({
  name: 'notifications.downloadCalendar',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, today }) {
    const person = personOf(actor);
    const names = (await feedOf(db, person))?.names ?? false;
    return calendarFile(db, { person, grants: actor.grants, locale: actor.locale, names, today });
  },
});

/** The calendar behind a secret address, for a program that cannot sign in: what its owner may see now, not what they once could. */
export const readCalendar = query({
  name: 'notifications.readCalendar',
  input: ReadCalendarInput,
  on: nothing,
  needs: {
    public:
      'a calendar program cannot sign in; who holds the secret address sees days and kinds of that person’s own tasks',
    sees: 'secret',
    perTenMinutes: 600,
  },
  example: () => ({ secret: 'unknown' }),
  async run({ db, input, today, beyond }) {
    const feed = await feedBySecret(db, hashSecret(input.secret));
    if (!feed) throw notFound();
    return beyond('the secret stands for its owner, whose roles say what is looked at', async () => {
      const owner = await rolesFor(db, feed.person);
      if (!owner) throw notFound();
      return calendarFile(db, { person: feed.person, names: feed.names, today, ...owner });
    });
  },
});
