import { createHook } from 'node:async_hooks';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { newestLetters } from '#platform/server/mail.ts';
import { findByEmail } from '#platform/server/people.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import {
  changeSecondFactor,
  confirmSecondFactor,
  readOwnPassword,
  removePassword,
  renewRecoveryCodes,
  setPassword,
  signInWithPassword,
  whoAmI,
} from './operations.ts';
import { removePassword as forgetPassword } from './passwordStore.ts';
import { codeAt } from './secondFactor.ts';
import { signedInByMail, somebodyAtTheDoor } from './signedIn.testing.ts';
import { asSystem, plantAccessWorld, refusalOf } from './world.testing.ts';

useOwnDatabase();
let world: Awaited<ReturnType<typeof plantAccessWorld>>;
beforeAll(async () => {
  world = await plantAccessWorld();
});

const passphrase = 'vier koeien in de wei';
const inHalfMinutes = (steps: number) => new Date(Date.now() + steps * 30_000);

/** Somebody with a password that works: their session, the secret in their app, their recovery codes. */
async function withPassword(name: 'greet' | 'wim' | 'karin' | 'sofie' | 'ilse' | 'lotte' | 'ruben') {
  await asSystem(async (db) => {
    const person = await findByEmail(db, world.email(name));
    await forgetPassword(db, person!);
  });
  const me = await signedInByMail(world.email(name), `browser of ${name}`);
  await setPassword.call(me, { passphrase });
  const { secret } = (await readOwnPassword.call(me, {})).setUp!;
  const { codes } = await confirmSecondFactor.call(me, { code: codeAt(secret, new Date()) });
  const signIn = (typed: object, options: { now?: Date; from?: object } = {}) =>
    signInWithPassword.call(
      { ...somebodyAtTheDoor(), ...options.from },
      { email: world.email(name), passphrase, ...typed },
      { now: options.now },
    );
  return { me, secret, codes, signIn };
}

describe('a password', () => {
  test('works only once a code of the app confirmed it, and then with a code', async () => {
    const me = await signedInByMail(world.email('greet'));
    expect(await setPassword.call(me, { passphrase })).toMatchObject({ works: false });
    const { state, setUp } = await readOwnPassword.call(me, {});
    expect(state).toBe('unfinished');
    const attempt = (code: string, now = new Date()) =>
      signInWithPassword.call(somebodyAtTheDoor(), { email: world.email('greet'), passphrase, code }, { now });
    expect((await attempt(codeAt(setUp!.secret, new Date()))).outcome).toBe('wrong');

    expect(await refusalOf(confirmSecondFactor.call(me, { code: '000000' }))).toMatchObject({ code: 'invalid' });
    const { codes } = await confirmSecondFactor.call(me, { code: codeAt(setUp!.secret, new Date()) });
    expect(codes).toHaveLength(10);
    expect(await readOwnPassword.call(me, {})).toMatchObject({ state: 'works', setUp: null, codesLeft: 10 });

    const later = inHalfMinutes(1);
    const attempted = await attempt(codeAt(setUp!.secret, later), later);
    if (attempted.outcome !== 'in') throw new Error(attempted.outcome);
    const who = await whoAmI.call({ locale: 'nl', session: attempted.session }, {});
    expect(who.person?.id).toBe(world.people.manager);
  });

  test('refuses what is too short, common or one’s own name, beside the field', async () => {
    const me = await signedInByMail(world.email('wim'));
    for (const [typed, problem] of [
      ['te kort', 'tooShort'],
      ['Wachtwoord2026!', 'common'],
    ])
      expect(await refusalOf(setPassword.call(me, { passphrase: typed }))).toMatchObject({
        issues: [{ path: 'passphrase', textKey: `access:error.passphrase.${problem}` }],
      });
  });

  test('gives one answer for an unknown address, a wrong password and a wrong code', async () => {
    const { signIn, secret } = await withPassword('karin');
    const later = inHalfMinutes(1);
    const code = codeAt(secret, later);
    const unknown = await signIn({ email: 'niemand@example.org', code }, { now: later });
    const wrong = await signIn({ passphrase: 'vijf koeien in de wei', code }, { now: later });
    const wrongCode = await signIn({ code: code === '111111' ? '222222' : '111111' }, { now: later });
    expect([unknown.outcome, wrong.outcome, wrongCode.outcome]).toEqual(['wrong', 'wrong', 'wrong']);
    // A wrong password used no code up.
    expect((await signIn({ code }, { now: later })).outcome).toBe('in');
  });

  test('works as hard for nobody as for somebody', async () => {
    const { signIn } = await withPassword('sofie');
    // How long it takes depends on the machine, how often it hashes does not.
    const workFor = async (email: string) => {
      let hashings = 0;
      const watch = createHook({ init: (_id, kind) => void (hashings += kind === 'SCRYPTREQUEST' ? 1 : 0) }).enable();
      await signIn({ email, passphrase: 'vijf koeien in de wei', code: '111111' });
      watch.disable();
      return hashings;
    };
    expect(await workFor(world.email('sofie'))).toBe(1);
    expect(await workFor('niemand@example.org')).toBe(1);
  });

  test('lets a code work once, also when two send it at the same moment', async () => {
    const { signIn, secret } = await withPassword('ilse');
    const later = inHalfMinutes(1);
    const code = codeAt(secret, later);
    const outcomes = await Promise.all([1, 2, 3].map(() => signIn({ code }, { now: later })));
    expect(outcomes.filter(({ outcome }) => outcome === 'in')).toHaveLength(1);
    expect((await signIn({ code }, { now: later })).outcome).toBe('wrong');
  });

  test('is kept as a hash, its secret sealed, its codes hashed, and nothing of it enters the trail', async () => {
    const { secret, codes } = await withPassword('lotte');
    const dump = await asSystem((db) =>
      db.one<{
        all: string;
      }>(sql`select concat((select string_agg(p::text, '') from passwords p), (select string_agg(r::text, '') from recovery_codes r),
        (select string_agg(a::text, '') from audit_entries a)) as all`),
    );
    for (const kept of [passphrase, secret, Buffer.from(secret).toString('hex'), ...codes, codes[0]!.replace('-', '')])
      expect(dump.all).not.toContain(kept);
    // The same password gives the same fingerprint nowhere: the trail holds that of nothing.
    const digests = await asSystem((db) =>
      db.many<{ digest: string }>(
        sql`select distinct digest from audit_entries where operation = 'access.setPassword'`,
      ),
    );
    expect(digests).toHaveLength(1);
  });
});

describe('recovery codes', () => {
  test('each work once instead of a code, however they are written', async () => {
    const { signIn, codes, me } = await withPassword('ruben');
    const written = ` ${codes[3]!.toUpperCase().replace('-', ' ')} `;
    expect((await signIn({ code: written })).outcome).toBe('in');
    expect((await signIn({ code: codes[3] })).outcome).toBe('wrong');
    expect((await readOwnPassword.call(me, {})).codesLeft).toBe(9);
    const renewed = await renewRecoveryCodes.call(me, {});
    expect((await signIn({ code: codes[4] })).outcome).toBe('wrong');
    expect((await signIn({ code: renewed.codes[0] })).outcome).toBe('in');
  });
});

describe('changing how one signs in', () => {
  test('asks for a recent sign-in', async () => {
    const { me, signIn, secret } = await withPassword('greet');
    const later = new Date(Date.now() + 16 * 60_000);
    for (const attempt of [
      () => setPassword.call(me, { passphrase: 'een heel ander zinnetje' }, { now: later }),
      () => changeSecondFactor.call(me, {}, { now: later }),
      () => renewRecoveryCodes.call(me, {}, { now: later }),
      () => removePassword.call(me, {}, { now: later }),
    ])
      expect(await refusalOf(attempt())).toMatchObject({ status: 409, textKey: 'access:because.signInAgain' });
    expect((await signIn({ code: codeAt(secret, later) }, { now: later })).outcome).toBe('in');
  });

  test('to a new password ends every other session, and tells the person', async () => {
    const { me } = await withPassword('wim');
    const other = await signedInByMail(world.email('wim'));
    await setPassword.call(me, { passphrase: 'een heel ander zinnetje' });
    expect((await whoAmI.call(other, {})).person).toBeNull();
    expect((await whoAmI.call(me, {})).person?.id).toBe(world.people.coordinator1);
    const [letter] = await asSystem((db) => newestLetters(db, 1));
    expect(letter!.subject).toContain('aanmeldt');
  });

  test('to a new phone keeps the old one until the new one gave a code', async () => {
    const { me, signIn, secret } = await withPassword('karin');
    await changeSecondFactor.call(me, {});
    const next = (await readOwnPassword.call(me, {})).setUp!.secret;
    const [soon, later] = [inHalfMinutes(1), inHalfMinutes(2)];
    expect((await signIn({ code: codeAt(next, soon) }, { now: soon })).outcome).toBe('wrong');
    expect((await signIn({ code: codeAt(secret, soon) }, { now: soon })).outcome).toBe('in');
    await confirmSecondFactor.call(me, { code: codeAt(next, new Date()) });
    expect((await signIn({ code: codeAt(secret, later) }, { now: later })).outcome).toBe('wrong');
    expect((await signIn({ code: codeAt(next, later) }, { now: later })).outcome).toBe('in');
  });

  test('back to no password takes everything of it away', async () => {
    const { me, signIn, codes } = await withPassword('sofie');
    await removePassword.call(me, {});
    expect((await signIn({ code: codes[0] })).outcome).toBe('wrong');
    expect(await readOwnPassword.call(me, {})).toMatchObject({ state: 'none', codesLeft: 0 });
  });
});

describe('guesses', () => {
  test('from elsewhere make only elsewhere wait: the known browser, the link and other accounts go on', async () => {
    const { signIn, secret } = await withPassword('ilse');
    const begun = Date.now();
    const at = (minutes: number) => new Date(begun + minutes * 60_000);
    const wrong = { passphrase: 'vijf koeien in de wei', code: '111111' };
    const outcomes = [];
    for (let guess = 0; guess < 24; guess++) outcomes.push((await signIn(wrong, { now: at(5) })).outcome);
    expect(outcomes.filter((outcome) => outcome === 'wrong').length).toBeLessThanOrEqual(20);
    expect(outcomes.at(-1)).toBe('wait');

    const right = { code: codeAt(secret, at(5)) };
    expect((await signIn(right, { now: at(5) })).outcome).toBe('wait');
    expect((await signIn({ ...right, browser: 'browser of ilse' }, { now: at(5) })).outcome).toBe('in');
    await signedInByMail(world.email('ilse'));
    expect((await signIn({ ...wrong, email: world.email('lotte') }, { now: at(5) })).outcome).toBe('wrong');
  });

  test('at an account that does not exist are counted alike', async () => {
    const visitor = somebodyAtTheDoor();
    const attempt = () =>
      signInWithPassword.call(visitor, { email: 'niemand.anders@example.org', passphrase, code: '111111' });
    const outcomes = [];
    for (let guess = 0; guess < 7; guess++) outcomes.push((await attempt()).outcome);
    expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait', 'wait']);
  });

  test('sent all at once are looked at one after another', async () => {
    const visitor = somebodyAtTheDoor();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        signInWithPassword.call(visitor, { email: 'nog.niemand@example.org', passphrase, code: '111111' }),
      ),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'wrong').length).toBeLessThanOrEqual(5);
  });
});
