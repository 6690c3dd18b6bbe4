import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { config } from '#platform/server/config.ts';
import { invalid, notFound, notNow } from '#platform/server/errors.ts';
import { command, nothing } from '#platform/server/operation.ts';
import { readPerson } from '#platform/server/people.ts';
import { AddPasskeyInput, PasskeySignInInput, RemovePasskeyInput } from '../../inputs.ts';
import type { Attempt } from '../../rules/attempt.ts';
import { keepChallenge, takeChallenge } from '../challengeStore.ts';
import { tellOfChange } from '../mails.ts';
import {
  credentialsOf,
  findPasskey,
  keepPasskey,
  notePasskeyUse,
  removePasskey as forget,
  type StoredPasskey,
} from '../passkeyStore.ts';
import { whoSignedInRecently } from '../recentSignIn.ts';
import { openSession, revokeSession } from '../store.ts';
import '../permissions.ts';

/** Long enough to find one's phone; a page that stands open longer asks anew. */
const challengeMinutes = 15;

/** ES256, EdDSA and RS256: what devices have. */
const algorithms = [-7, -8, -257];

/** Passkeys belong to the name of the site; a page elsewhere cannot use them, however much it looks like ours. */
const site = () => ({ origin: config().publicUrl, id: new URL(config().publicUrl).hostname });

/** What the browser needs to make a passkey. */
export const startPasskey = command({
  name: 'access.startPasskey',
  secretResult: true,
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  audit: { none: 'asking is no change; what comes of it has a line of its own' },
  async run({ db, actor, now }) {
    const me = await whoSignedInRecently(db, actor, now);
    const person = await readPerson(db, me.id);
    const options = await generateRegistrationOptions({
      rpName: 'Krachtlijn',
      rpID: site().id,
      userID: new TextEncoder().encode(me.id),
      userName: person?.email ?? '',
      userDisplayName: person?.name ?? '',
      excludeCredentials: await credentialsOf(db, me.id),
      // Kept on the device, so that nobody needs to type an address; unlocked by its owner, so that it stands for two factors.
      supportedAlgorithmIDs: algorithms,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await keepChallenge(
      db,
      { purpose: 'passkey_add', challenge: options.challenge, minutes: challengeMinutes, person: me.id },
      now,
    );
    return options;
  },
});

export const addPasskey = command({
  name: 'access.addPasskey',
  input: AddPasskeyInput,
  on: nothing,
  needs: 'self',
  example: () => ({ name: 'Laptop', response: '{}' }),
  async run({ db, actor, input, now, effects }) {
    const me = await whoSignedInRecently(db, actor, now);
    const { registrationInfo } = await verifyRegistrationResponse({
      response: input.response as unknown as RegistrationResponseJSON,
      expectedChallenge: async (challenge) =>
        (await takeChallenge(db, { purpose: 'passkey_add', challenge, person: me.id }, now)) !== undefined,
      expectedOrigin: site().origin,
      expectedRPID: site().id,
      supportedAlgorithmIDs: algorithms,
    }).catch(malformed);
    if (!registrationInfo) throw notNow('access:passkey.failed');
    const { credential, credentialBackedUp } = registrationInfo;
    const id = await keepPasskey(
      db,
      me.id,
      {
        credential: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
        backedUp: credentialBackedUp,
        name: input.name,
      },
      now,
    );
    if (!id) throw invalid('name', 'access:passkey.known');
    await tellOfChange(effects, me.id, (await readPerson(db, me.id))?.locale ?? actor.locale, 'passkey');
    return { person: me.id, passkey: id };
  },
  audit: (_input, { passkey }) => ({ subject: { kind: 'passkey', id: passkey }, fields: ['name'] }),
});

export const removePasskey = command({
  name: 'access.removePasskey',
  input: RemovePasskeyInput,
  on: nothing,
  needs: 'self',
  example: () => ({ passkey: '00000000-0000-7000-8000-000000000000' }),
  audit: (input) => ({ subject: { kind: 'passkey', id: input.passkey } }),
  async run({ db, actor, input, now, effects }) {
    const me = await whoSignedInRecently(db, actor, now);
    if ((await forget(db, me.id, input.passkey)) === 0) throw notFound();
    await tellOfChange(effects, me.id, (await readPerson(db, me.id))?.locale ?? actor.locale, 'noPasskey');
    return { removed: true };
  },
});

/** What the browser needs to sign in with a passkey; it names nobody, the device offers what it has. */
export const askPasskey = command({
  name: 'access.askPasskey',
  secretResult: true,
  input: z.object({}),
  on: nothing,
  needs: {
    public: 'signing in begins here; the answer is a number and names nobody',
    sees: 'everything',
    perTenMinutes: 120,
  },
  example: () => ({}),
  audit: { none: 'asking is no change; signing in has a line of its own' },
  async run({ db, now }) {
    const options = await generateAuthenticationOptions({ rpID: site().id, userVerification: 'required' });
    await keepChallenge(
      db,
      { purpose: 'passkey_sign_in', challenge: options.challenge, minutes: challengeMinutes },
      now,
    );
    return options;
  },
});

/** Signs in with a passkey. A wrong answer is a result: the challenge it answered to must stay used. */
export const signInWithPasskey = command({
  name: 'access.signInWithPasskey',
  secretResult: true,
  input: PasskeySignInInput,
  on: nothing,
  needs: { public: 'the signature of the passkey proves who it is', sees: 'everything', perTenMinutes: 60 },
  example: () => ({ response: '{}' }),
  async run({ db, actor, input, now }): Promise<Attempt> {
    const response = input.response as unknown as AuthenticationResponseJSON;
    const key = await findPasskey(db, String(response.id ?? ''));
    const counter = key && (await counterOf(response, key, (challenge) => taken(challenge)));
    if (!key || counter === undefined)
      return { outcome: 'wrong', person: key?.person ?? null, because: 'access:signIn.passkey.failed', minutes: 0 };
    await notePasskeyUse(db, key.id, counter, now);
    if (actor.kind === 'person') await revokeSession(db, actor.id, actor.session);
    const { device, browser } = input;
    const session = await openSession(db, { person: key.person, method: 'passkey', device, browser }, now);
    return { outcome: 'in', person: key.person, locale: key.locale, session };

    async function taken(challenge: string): Promise<boolean> {
      return (await takeChallenge(db, { purpose: 'passkey_sign_in', challenge }, now)) !== undefined;
    }
  },
  audit: (_input, { outcome, person }) =>
    person ? { subject: { kind: 'person', id: person }, details: { outcome } } : null,
});

/** The new count of the passkey when everything is right; undefined for whatever is wrong, without a word about which. */
async function counterOf(
  response: AuthenticationResponseJSON,
  key: StoredPasskey,
  expectedChallenge: (challenge: string) => Promise<boolean>,
): Promise<number | undefined> {
  try {
    const { userHandle } = response.response;
    if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== key.person) return undefined;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: site().origin,
      expectedRPID: site().id,
      credential: { id: response.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch (problem) {
    malformed(problem);
    return undefined;
  }
}

/** The library says with an error what it does not accept; a database that fails is no wrong answer. */
function malformed(problem: unknown): { registrationInfo?: undefined } {
  if (typeof (problem as { severity?: unknown }).severity === 'string') throw problem;
  return {};
}
