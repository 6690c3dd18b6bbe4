import { z } from 'zod';
import { forbidden, notFound } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { changePerson, readPerson } from '#platform/server/people.ts';
import { ChangeAccountInput, ChangeLanguageInput, ChangeShortcutsInput, RevokeSessionInput } from '../../inputs.ts';
import { personRoles, type Who } from '../../rules/who.ts';
import { holdsOnlyExample, rolesOf } from '../grantStore.ts';
import { identitiesOf } from '../identityStore.ts';
import { passkeysOf } from '../passkeyStore.ts';
import { readPassword } from '../passwordStore.ts';
import { providerOnThePage } from '../provider.ts';
import { signedInRecently } from '../recentSignIn.ts';
import { keepShortcuts, noteSeen, openSessions, revokeOtherSessions, revokeSession } from '../store.ts';
import type { Db } from '#platform/server/database/pool.ts';
import '../permissions.ts';

/**
 * Whether the bar says that this is the example. Every page asks, and it changes once in the life of an instance: an answer
 * is good for ten seconds here. Who steps into a role asks the database itself.
 */
async function showsExample(db: Db, now: Date): Promise<boolean> {
  const age = lastShown ? now.getTime() - lastShown.at : Number.POSITIVE_INFINITY;
  if (!lastShown || age < 0 || age > 10_000) lastShown = { at: now.getTime(), example: await holdsOnlyExample(db) };
  return lastShown.example;
}
let lastShown: { at: number; example: boolean } | undefined;

/** Who is looking at the page: for the bar at the top. A visitor gets nobody. */
export const whoAmI = query({
  name: 'access.whoAmI',
  input: z.object({}),
  on: nothing,
  needs: { public: 'every page asks who is looking; a visitor learns only that they are a visitor', sees: 'nothing' },
  example: () => ({}),
  async run({ db, actor, now }): Promise<Who> {
    const example = await showsExample(db, now);
    if (actor.kind !== 'person') return { person: null, locale: actor.locale, example };
    const person = await readPerson(db, actor.id);
    const roles = personRoles.filter((role) => actor.grants.some((grant) => grant.role === role));
    return {
      person: { id: actor.id, name: person?.name ?? '', roles, shortcuts: person?.shortcuts ?? true },
      locale: actor.locale,
      example,
    };
  },
});

/** What somebody sees about themselves: values, roles with their places, and where they are signed in. */
export const readAccount = query({
  name: 'access.readAccount',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor, now }) {
    if (actor.kind !== 'person') throw forbidden();
    const person = await readPerson(db, actor.id);
    const sessions = await openSessions(db, actor.id);
    return {
      account: {
        name: person?.name ?? '',
        email: person?.email ?? '',
        phone: person?.phone ?? '',
        locale: person?.locale ?? actor.locale,
        shortcuts: person?.shortcuts ?? true,
      },
      roles: await rolesOf(db, actor.locale, actor.id),
      identities: await identitiesOf(db, actor.id),
      provider: providerOnThePage()?.name ?? null,
      passkeys: await passkeysOf(db, actor.id),
      password: Boolean((await readPassword(db, actor.id))?.totp),
      recent: await signedInRecently(db, actor, now),
      sessions: sessions.map((session) => ({ ...session, current: session.id === actor.session })),
    };
  },
});

export const changeAccount = command({
  name: 'access.changeAccount',
  input: ChangeAccountInput,
  on: nothing,
  needs: 'self',
  example: () => ({ name: 'Nieuwe Naam', locale: 'nl' }),
  async run({ db, actor, input }) {
    if (actor.kind !== 'person') throw forbidden();
    await changePerson(db, actor.id, input);
    return { person: actor.id, locale: input.locale };
  },
  audit: (input, result) => ({
    subject: { kind: 'person', id: result.person },
    fields: ['name', 'locale', ...(input.phone === undefined ? [] : ['phone'])],
    details: { locale: input.locale },
  }),
});

/** The language of the pages and of the letters that somebody gets. */
export const changeLanguage = command({
  name: 'access.changeLanguage',
  input: ChangeLanguageInput,
  on: nothing,
  needs: 'self',
  example: () => ({ locale: 'nl' }),
  async run({ db, actor, input }) {
    if (actor.kind !== 'person') throw forbidden();
    await changePerson(db, actor.id, { locale: input.locale });
    return { person: actor.id, locale: input.locale };
  },
  audit: (input, result) => ({
    subject: { kind: 'person', id: result.person },
    fields: ['locale'],
    details: { locale: input.locale },
  }),
});

/** Ends a session of one's own; an unknown one and somebody else's give the same answer. */
export const endSession = command({
  name: 'access.endSession',
  input: RevokeSessionInput,
  on: nothing,
  needs: 'self',
  example: () => ({ session: '00000000-0000-7000-8000-000000000000' }),
  audit: (input) => ({ subject: { kind: 'session', id: input.session } }),
  async run({ db, actor, input }) {
    if (actor.kind !== 'person' || (await revokeSession(db, actor.id, input.session)) === 0) throw notFound();
    return { ended: true };
  },
});

/** Ends every session of one's own but this one. */
export const endOtherSessions = command({
  name: 'access.endOtherSessions',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor }) {
    if (actor.kind !== 'person') throw forbidden();
    return { person: actor.id, ended: await revokeOtherSessions(db, actor.id, actor.session) };
  },
  audit: (_input, { person, ended }) => ({ subject: { kind: 'person', id: person }, details: { ended } }),
});

/** Notes that a session is in use, for the list of sessions; the door calls it now and then. */
export const noteSession = command({
  name: 'access.noteSession',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  audit: { none: 'reading pages is no change, and a line a page would bury the rest' },
  async run({ db, actor, now }) {
    return { noted: actor.kind === 'person' && (await noteSeen(db, actor.session, now)) > 0 };
  },
});

/** Switches the single keys (/, ?, j, k) on or off for oneself (WCAG 2.1.4). */
export const changeShortcuts = command({
  name: 'access.changeShortcuts',
  input: ChangeShortcutsInput,
  on: nothing,
  needs: 'self',
  example: () => ({ shortcuts: 'on' }),
  async run({ db, actor, input }) {
    if (actor.kind !== 'person') throw forbidden();
    await keepShortcuts(db, actor.id, input.shortcuts);
    return { shortcuts: input.shortcuts };
  },
  audit: { none: 'which keys somebody uses on their own pages changes nothing for anybody' },
});
