import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { newestLetters } from '#platform/server/mail.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import {
  askSignInLink,
  changeAccount,
  endSession,
  readAccount,
  readSignInLink,
  signIn,
  signOut,
  stepInto,
  listExampleRoles,
  whoAmI,
} from './operations.ts';
import { addProgramme, asSystem, plantAccessWorld, refusalOf } from './world.testing.ts';

useOwnDatabase();
let world: Awaited<ReturnType<typeof plantAccessWorld>>;

/** Somebody at an address of their own, so that nobody is slowed down by what another test does. */
let callers = 0;
const visitor = {
  locale: 'nl',
  get address() {
    callers += 1;
    return `caller ${callers}`;
  },
} as const;

beforeAll(async () => {
  world = await plantAccessWorld();
});

/** The secret in the newest letter, as its receiver reads it. */
async function newestSecret(): Promise<string> {
  const [letter] = await asSystem((db) => newestLetters(db, 1));
  return /sign-in\/([\w-]+)/.exec(letter!.body)![1]!;
}

async function letters(): Promise<number> {
  return asSystem(async (db) => (await db.one<{ n: number }>(sql`select count(*)::int as n from mails`)).n);
}

async function signedIn(email: string): Promise<{ locale: 'nl'; session: string }> {
  await askSignInLink.call(visitor, { email });
  const { session } = await signIn.call(visitor, { secret: await newestSecret() });
  return { locale: 'nl', session };
}

describe('signing in by a link', () => {
  test('an unknown address gets the same answer as a known one, and no letter', async () => {
    const before = await letters();
    const unknown = await askSignInLink.call(visitor, { email: 'niemand@example.org' });
    expect(await letters()).toBe(before);
    const known = await askSignInLink.call(visitor, { email: world.email('greet') });
    expect(await letters()).toBe(before + 1);
    expect(known).toEqual(unknown);
  });

  test('looking at the link uses nothing up, using it does', async () => {
    await askSignInLink.call(visitor, { email: world.email('greet') });
    const secret = await newestSecret();
    for (let look = 0; look < 3; look++)
      expect(await readSignInLink.call(visitor, { secret })).toEqual({ works: true, signedIn: false });

    const { session } = await signIn.call(visitor, { secret });
    const who = await whoAmI.call({ ...visitor, session }, {});
    expect(who.person).toMatchObject({ id: world.people.manager, roles: ['programme_manager'] });

    expect(await readSignInLink.call(visitor, { secret })).toEqual({ works: false, signedIn: false });
    expect(await refusalOf(signIn.call(visitor, { secret }))).toMatchObject({
      code: 'not_now',
      textKey: 'access:signIn.linkGone',
    });
  });

  test('of two taps at the same moment one signs in', async () => {
    await askSignInLink.call(visitor, { email: world.email('greet') });
    const secret = await newestSecret();
    const outcomes = await Promise.allSettled([signIn.call(visitor, { secret }), signIn.call(visitor, { secret })]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a link that is too old and one that never was give the same answer', async () => {
    await askSignInLink.call(visitor, { email: world.email('greet') });
    const secret = await newestSecret();
    const later = { now: new Date(Date.now() + 31 * 60_000) };
    const old = await refusalOf(signIn.call(visitor, { secret }, later));
    const invented = await refusalOf(signIn.call(visitor, { secret: 'x'.repeat(43) }));
    expect(old).toMatchObject({ status: 409, textKey: 'access:signIn.linkGone' });
    expect([invented.status, invented.textKey]).toEqual([old.status, old.textKey]);
    expect((await readSignInLink.call(visitor, { secret }, later)).works).toBe(false);
  });

  test('the letter leads back to where somebody was, and never to another site', async () => {
    const bodyFor = async (to: unknown) => {
      await askSignInLink.call(visitor, { email: world.email('greet'), to });
      return (await asSystem((db) => newestLetters(db, 1)))[0]!.body;
    };
    expect(await bodyFor('/leads?state=new')).toContain('?to=%2Fleads%3Fstate%3Dnew');
    for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example'])
      expect(await bodyFor(elsewhere)).not.toContain('evil');
  });

  test('asking too often from one place is slowed down', async () => {
    const caller = { locale: 'nl', address: '192.0.2.7' } as const;
    for (let time = 0; time < 10; time++) await askSignInLink.call(caller, { email: 'niemand@example.org' });
    expect((await refusalOf(askSignInLink.call(caller, { email: 'niemand@example.org' }))).status).toBe(429);
  });
});

describe('sessions', () => {
  test('whose session is ended elsewhere is a visitor at once', async () => {
    const phone = await signedIn(world.email('ruben'));
    const laptop = await signedIn(world.email('ruben'));
    const { sessions } = await readAccount.call(laptop, {});
    expect(sessions.filter((session) => session.current)).toHaveLength(1);
    const other = sessions.find((session) => !session.current)!;
    await endSession.call(laptop, { session: other.id });
    expect((await whoAmI.call(phone, {})).person).toBeNull();
    expect((await refusalOf(readAccount.call(phone, {}))).status).toBe(401);
    expect((await whoAmI.call(laptop, {})).person?.id).toBe(world.people.member1);
  });

  test('signing out ends the session, not only the cookie', async () => {
    const session = await signedIn(world.email('ruben'));
    await signOut.call(session, {});
    expect((await whoAmI.call(session, {})).person).toBeNull();
    expect((await refusalOf(signOut.call(session, {}))).status).toBe(401);
  });

  test('somebody else’s session cannot be ended', async () => {
    const mine = await signedIn(world.email('ruben'));
    const theirs = await signedIn(world.email('lotte'));
    const [session] = (await readAccount.call(theirs, {})).sessions;
    expect((await refusalOf(endSession.call(mine, { session: session!.id }))).status).toBe(404);
    expect((await whoAmI.call(theirs, {})).person).not.toBeNull();
  });

  test('signing in as somebody else ends the session that was there', async () => {
    const first = await signedIn(world.email('ruben'));
    await stepInto.call(first, { person: world.people.coordinator1 });
    expect((await whoAmI.call(first, {})).person).toBeNull();
  });
});

describe('one’s own account', () => {
  test('shows roles with their places, and follows a new name and language', async () => {
    const me = { locale: 'nl', as: world.people.consultant1 } as const;
    await changeAccount.call(me, { name: 'Lotte Vermassen', locale: 'fr' });
    const { account, roles } = await readAccount.call(me, {});
    expect(account).toMatchObject({ name: 'Lotte Vermassen', locale: 'fr', email: world.email('lotte') });
    expect(roles).toMatchObject([{ role: 'consultant', place: { kind: 'provider', name: 'Fonds 1', lot: 1 } }]);
    expect((await whoAmI.call(me, {})).locale).toBe('fr');
  });

  test('the language that the address asks for goes before one’s own', async () => {
    const session = await signedIn(world.email('lotte'));
    expect((await whoAmI.call({ ...session, locale: 'de', asked: 'de' }, {})).locale).toBe('de');
    expect((await whoAmI.call({ ...session, locale: 'de' }, {})).locale).toBe('fr');
  });
});

describe('stepping into a role', () => {
  test('is for people who hold one', async () => {
    const { cast } = await listExampleRoles.call(visitor, {});
    const managers = cast.find((group) => group.role === 'programme_manager')!.people;
    expect(managers.some((member) => member.person === world.people.manager)).toBe(true);
    const invented = '00000000-0000-7000-8000-000000000000';
    expect((await refusalOf(stepInto.call(visitor, { person: invented }))).status).toBe(404);
  });

  test('does not exist where a programme with real people is', async () => {
    await asSystem((db) => addProgramme(db, false));
    expect((await refusalOf(listExampleRoles.call(visitor, {}))).status).toBe(404);
    expect((await refusalOf(stepInto.call(visitor, { person: world.people.manager }))).status).toBe(404);
    // The bar may be wrong for the first seconds.
    const later = new Date(Date.now() + 11_000);
    expect((await whoAmI.call(visitor, {}, { now: later })).example).toBe(false);
  });
});
