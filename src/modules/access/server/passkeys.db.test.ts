import { beforeAll, describe, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { config } from '#platform/server/config.ts';
import { Authenticator } from '../../../../tests/support/authenticator.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import {
  addPasskey,
  askPasskey,
  readAccount,
  removePasskey,
  signInWithPasskey,
  startPasskey,
  whoAmI,
} from './operations.ts';
import { signedInByMail, somebodyAtTheDoor } from './signedIn.testing.ts';
import { asSystem, plantAccessWorld, refusalOf } from './world.testing.ts';

useOwnDatabase();
let world: Awaited<ReturnType<typeof plantAccessWorld>>;
beforeAll(async () => {
  world = await plantAccessWorld();
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** Somebody with a passkey on a device of their own. */
async function withPasskey(name: string) {
  const me = await signedInByMail(world.email(name));
  const device = new Authenticator(config().publicUrl);
  await addPasskey.call(me, { name: 'Laptop van het werk', response: device.create(await startPasskey.call(me, {})) });
  return { me, device };
}
const outcomeOf = async (response: string, now?: Date) =>
  (await signInWithPasskey.call(somebodyAtTheDoor(), { response }, { now })).outcome;
const ask = () => askPasskey.call(somebodyAtTheDoor(), {});

describe('a passkey', () => {
  test('is made, named, used to sign in, and removed', async () => {
    const { me, device } = await withPasskey('greet');
    const attempt = await signInWithPasskey.call(somebodyAtTheDoor(), { response: device.get(await ask()) });
    if (attempt.outcome !== 'in') throw new Error(attempt.outcome);
    const signedIn = { locale: 'nl', session: attempt.session } as const;
    expect((await whoAmI.call(signedIn, {})).person?.id).toBe(world.people.manager);

    const { passkeys, sessions } = await readAccount.call(signedIn, {});
    expect(passkeys).toMatchObject([{ name: 'Laptop van het werk' }]);
    expect(passkeys[0]!.usedAt).not.toBeNull();
    expect(sessions.find((session) => session.current)!.method).toBe('passkey');

    await removePasskey.call(me, { passkey: passkeys[0]!.id });
    expect(await outcomeOf(device.get(await ask()))).toBe('wrong');
  });

  test('can stand beside others; one device gets one', async () => {
    const { me, device } = await withPasskey('wim');
    const second = new Authenticator(config().publicUrl);
    await addPasskey.call(me, { name: 'Telefoon', response: second.create(await startPasskey.call(me, {})) });
    expect((await readAccount.call(me, {})).passkeys).toHaveLength(2);
    const options = await startPasskey.call(me, {});
    expect(options.excludeCredentials).toHaveLength(2);
    const again = addPasskey.call(me, { name: 'Nog eens', response: device.create(options) });
    expect(await refusalOf(again)).toMatchObject({ status: 422 });
    for (const one of [device, second]) expect(await outcomeOf(one.get(await ask()))).toBe('in');
  });

  test('keeps its name sealed', async () => {
    await withPasskey('ilse');
    const { all } = await asSystem((db) =>
      db.one<{ all: string }>(sql`select string_agg(p::text, '') as all from passkeys p`),
    );
    expect(all).not.toContain('Laptop');
    expect(all).not.toContain(Buffer.from('Laptop').toString('hex'));
  });

  test('of somebody else cannot be removed, and changing them asks for a recent sign-in', async () => {
    const { me } = await withPasskey('lotte');
    const [passkey] = (await readAccount.call(me, {})).passkeys;
    const other = await signedInByMail(world.email('ruben'));
    expect((await refusalOf(removePasskey.call(other, { passkey: passkey!.id }))).status).toBe(404);
    const late = { now: inMinutes(16) };
    expect((await refusalOf(removePasskey.call(me, { passkey: passkey!.id }, late))).textKey).toBe(
      'access:because.signInAgain',
    );
    expect((await refusalOf(startPasskey.call(me, {}, late))).textKey).toBe('access:because.signInAgain');
  });
});

describe('the challenge', () => {
  test('is used once, also when two answers come at the same moment', async () => {
    const { device } = await withPasskey('sofie');
    const response = device.get(await ask());
    const outcomes = await Promise.all([outcomeOf(response), outcomeOf(response)]);
    expect(outcomes.sort()).toEqual(['in', 'wrong']);
    expect(await outcomeOf(response)).toBe('wrong');
  });

  test('is used up by a wrong answer too', async () => {
    const { device } = await withPasskey('sofie');
    const options = await ask();
    expect(await outcomeOf(device.get(options, { origin: 'https://evil.example' }))).toBe('wrong');
    expect(await outcomeOf(device.get(options))).toBe('wrong');
    expect(await outcomeOf(device.get(await ask()))).toBe('in');
  });

  test('expires', async () => {
    const { device } = await withPasskey('karin');
    expect(await outcomeOf(device.get(await ask()), inMinutes(16))).toBe('wrong');
  });

  test('must be ours, for this purpose and this person', async () => {
    const { me, device } = await withPasskey('karin');
    expect(await outcomeOf(device.get({ challenge: 'bWFkZSB1cA', rpId: 'localhost' }))).toBe('wrong');
    const forAdding = await startPasskey.call(me, {});
    expect(await outcomeOf(device.get({ challenge: forAdding.challenge, rpId: 'localhost' }))).toBe('wrong');

    const other = await signedInByMail(world.email('ruben'));
    const theirs = new Authenticator(config().publicUrl).create(await startPasskey.call(other, {}));
    expect((await refusalOf(addPasskey.call(me, { name: 'Van een ander', response: theirs }))).status).toBe(409);
  });
});

describe('an answer is refused', () => {
  test('from another site, for another person, or from a copy of the device', async () => {
    const { device } = await withPasskey('ruben');
    expect(await outcomeOf(device.get(await ask(), { origin: 'https://krachtlijn.evil.example' }))).toBe('wrong');
    expect(await outcomeOf(device.get({ ...(await ask()), rpId: 'evil.example' }))).toBe('wrong');
    const manager = Buffer.from(world.people.manager).toString('base64url');
    expect(await outcomeOf(device.get(await ask(), { user: manager }))).toBe('wrong');
    expect(await outcomeOf(device.get(await ask()))).toBe('in');
    expect(await outcomeOf(device.get(await ask(), { back: true }))).toBe('wrong');
  });

  test('when it is no answer at all', async () => {
    for (const response of ['{}', '{"id":7,"response":{}}', '[]', '{"id":"x","response":null}'])
      expect(await outcomeOf(response), response).toBe('wrong');
    expect((await refusalOf(signInWithPasskey.call(somebodyAtTheDoor(), { response: 'no json' }))).status).toBe(422);
  });
});
