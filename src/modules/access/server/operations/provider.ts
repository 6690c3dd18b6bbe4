import { z } from 'zod';
import type { AuditNote } from '#platform/server/audit.ts';
import { config } from '#platform/server/config.ts';
import { notFound, notNow } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { readPerson, sealForPerson } from '#platform/server/people.ts';
import { hashSecret, newSecret, openUnderInstance } from '#platform/server/sealing.ts';
import {
  BeginAtProviderInput,
  ConnectInput,
  DisconnectInput,
  LeavingInput,
  ProviderProofInput,
  ProviderStateInput,
} from '../../inputs.ts';
import type { Attempt } from '../../rules/attempt.ts';
import { keepChallenge, peekChallenge, takeChallenge } from '../challengeStore.ts';
import {
  keepIdentity,
  noteIdentityUse,
  personOf,
  removeIdentity,
  tokenToLeave,
  type Account,
} from '../identityStore.ts';
import { tellOfChange } from '../mails.ts';
import { providerOnThePage, type ProviderAttempt, type ProviderProof } from '../provider.ts';
import { signedInRecently, whoSignedInRecently } from '../recentSignIn.ts';
import { openSession, revokeSession } from '../store.ts';
import '../permissions.ts';

/** Long enough to find one's card reader. */
const attemptMinutes = 20;
const waitingMinutes = 30;

/** Binds a proof to its purpose: nothing else that is sealed by this instance opens as one. */
export const proofContext = 'provider-proof';

/** Which ways in there are besides those that are always there. */
export const readWaysIn = query({
  name: 'access.readWaysIn',
  input: z.object({}),
  on: nothing,
  needs: { public: 'whoever wants to sign in may know how', sees: 'nothing' },
  example: () => ({}),
  run: () => Promise.resolve({ provider: providerOnThePage() }),
});

/** Begins a sign-in at the provider: numbers that the answer must fit, and one that stays in this browser. */
export const beginAtProvider = command({
  name: 'access.beginAtProvider',
  secretResult: true,
  input: BeginAtProviderInput,
  on: nothing,
  needs: {
    public: 'signing in begins here; the answer is numbers and names nobody',
    sees: 'everything',
    perTenMinutes: 60,
  },
  example: () => ({}),
  audit: { none: 'beginning is no change; signing in has a line of its own' },
  async run({ db, input, now }) {
    const [state, nonce, verifier, binding] = [newSecret(), newSecret(), newSecret(), newSecret()];
    await keepChallenge(
      db,
      {
        purpose: 'provider',
        challenge: state.secret,
        minutes: attemptMinutes,
        content: { nonce: nonce.secret, verifier: verifier.secret, binding: binding.hash, to: input.to ?? '' },
      },
      now,
    );
    return { state: state.secret, nonce: nonce.secret, verifier: verifier.secret, binding: binding.secret };
  },
});

/** What a sign-in at the provider began with, once, for the browser that began it. */
export const takeProviderAttempt = command({
  name: 'access.takeProviderAttempt',
  secretResult: true,
  input: ProviderStateInput,
  on: nothing,
  needs: { public: 'the state proves that it began here', sees: 'everything', perTenMinutes: 60 },
  example: () => ({ state: 'not-a-state', binding: 'not-a-binding' }),
  audit: { none: 'only the sign-in that follows changes anything' },
  async run({ db, input, now }): Promise<(ProviderAttempt & { to: string }) | null> {
    const taken = await takeChallenge(db, { purpose: 'provider', challenge: input.state }, now);
    const begun = taken?.content as { nonce: string; verifier: string; binding: string; to: string } | undefined;
    if (!begun || begun.binding !== hashSecret(input.binding)) return null;
    return { state: input.state, nonce: begun.nonce, verifier: begun.verifier, to: begun.to };
  },
});

type ProviderOutcome = Extract<Attempt, { outcome: 'in' }> | { readonly outcome: 'unknown'; readonly waiting: string };

/**
 * Signs in with what the provider proved; the proof is sealed by this instance, so nobody else can make one. The session is
 * for the organisation that was chosen there. An account that nobody connected waits for its owner to do so.
 */
export const signInByProvider = command({
  name: 'access.signInByProvider',
  secretResult: true,
  input: ProviderProofInput,
  on: nothing,
  needs: {
    public: 'the proof is sealed by this instance after the provider said who it is',
    sees: 'everything',
    perTenMinutes: 60,
  },
  example: () => ({ proof: 'bm8gcHJvb2Y' }),
  async run({ db, actor, input, now }): Promise<ProviderOutcome & { account: string | null }> {
    const proof = openProof(input.proof, now);
    const { oidc } = config();
    if (!proof || !oidc) throw notNow('access:provider.stale');
    const account: Account = { issuer: oidc.issuer, identity: proof.identity };
    const known = await personOf(db, account);
    if (!known) {
      const { secret } = newSecret();
      await keepChallenge(
        db,
        { purpose: 'connect', challenge: secret, minutes: waitingMinutes, content: account },
        now,
      );
      return { outcome: 'unknown', waiting: secret, account: null };
    }
    await noteIdentityUse(db, known.id, now);
    if (actor.kind === 'person') await revokeSession(db, actor.id, actor.session);
    const session = await openSession(
      db,
      {
        person: known.person,
        method: 'provider',
        device: input.device,
        browser: input.browser,
        organisation: proof.identity.organisation,
        providerToken: await sealForPerson(db, known.person, proof.idToken),
      },
      now,
    );
    return { outcome: 'in', person: known.person, locale: known.locale, session, account: known.id };
  },
  audit: (_input, result): AuditNote =>
    result.outcome === 'in'
      ? { subject: { kind: 'person', id: result.person }, details: { identity: result.account }, hashesInput: false }
      : { details: { outcome: 'unknown' }, hashesInput: false },
});

/** An account at the provider that nobody here has connected yet: what its owner, in this browser, may read of it. */
export const readWaitingAccount = query({
  name: 'access.readWaitingAccount',
  input: ConnectInput,
  on: nothing,
  needs: {
    public: 'only who has just signed in at the provider has the number',
    sees: 'everything',
    perTenMinutes: 120,
  },
  example: () => ({ waiting: 'not-a-number-of-anybody' }),
  async run({ db, actor, input, now }) {
    const waits = await peekChallenge(db, { purpose: 'connect', challenge: input.waiting }, now);
    const account = waits?.content as Account | undefined;
    const me = actor.kind === 'person' ? await readPerson(db, actor.id) : undefined;
    return {
      waiting: account
        ? { name: account.identity.name, organisation: account.identity.organisation?.name ?? '' }
        : null,
      me: me ? { name: me.name, email: me.email ?? '' } : null,
      recent: await signedInRecently(db, actor, now),
      provider: providerOnThePage()?.name ?? '',
    };
  },
});

/**
 * Connects the account that waits in this browser to the person who just signed in here. The only way two become one: an
 * e-mail address that the provider tells proves nothing to us, a session that began minutes ago does.
 */
export const connectAccount = command({
  name: 'access.connectAccount',
  input: ConnectInput,
  on: nothing,
  needs: 'self',
  example: () => ({ waiting: 'not-a-number-of-anybody' }),
  async run({ db, actor, input, now, effects, beyond }) {
    const me = await whoSignedInRecently(db, actor, now);
    const taken = await beyond('what waits belongs to nobody yet; the number of this browser finds it', () =>
      takeChallenge(db, { purpose: 'connect', challenge: input.waiting }, now),
    );
    if (!taken) throw notNow('access:provider.stale');
    const identity = await keepIdentity(db, me.id, taken.content as Account, now);
    if (!identity) throw notNow('access:provider.taken');
    await tellOfChange(effects, me.id, (await readPerson(db, me.id))?.locale ?? actor.locale, 'provider');
    return { person: me.id, identity };
  },
  audit: (_input, { identity }) => ({ subject: { kind: 'identity', id: identity }, hashesInput: false }),
});

export const disconnectAccount = command({
  name: 'access.disconnectAccount',
  input: DisconnectInput,
  on: nothing,
  needs: 'self',
  example: () => ({ identity: '00000000-0000-7000-8000-000000000000' }),
  audit: (input) => ({ subject: { kind: 'identity', id: input.identity } }),
  async run({ db, actor, input, now, effects }) {
    const me = await whoSignedInRecently(db, actor, now);
    if ((await removeIdentity(db, me.id, input.identity)) === 0) throw notFound();
    await tellOfChange(effects, me.id, (await readPerson(db, me.id))?.locale ?? actor.locale, 'noProvider');
    return { disconnected: true };
  },
});

/** Where somebody who just signed out here may still be signed in: for the page that asks. */
export const readLeavingFrom = query({
  name: 'access.readLeavingFrom',
  input: LeavingInput,
  on: nothing,
  needs: {
    public: 'the secret of a session that has ended proves whose it was',
    sees: 'everything',
    perTenMinutes: 60,
  },
  example: () => ({ session: 'not-a-session' }),
  async run({ db, input, now }) {
    const token = await tokenToLeave(db, hashSecret(input.session), now);
    return { provider: token ? (providerOnThePage()?.name ?? '') : '' };
  },
});

/** With what somebody who just signed out here signs out at the provider as well. */
export const readLeaving = query({
  name: 'access.readLeaving',
  input: LeavingInput,
  on: nothing,
  needs: {
    public: 'the secret of a session that has ended proves whose it was',
    sees: 'everything',
    perTenMinutes: 60,
  },
  example: () => ({ session: 'not-a-session' }),
  async run({ db, input, now }) {
    const token = await tokenToLeave(db, hashSecret(input.session), now);
    return { token: token ?? null };
  },
});

/** Opens a proof that this instance sealed less than a minute ago. */
function openProof(sealed: string, now: Date): ProviderProof | undefined {
  try {
    const content = openUnderInstance(Buffer.from(sealed, 'base64url'), proofContext) as ProviderProof & {
      until: number;
    };
    return content.until > now.getTime() ? content : undefined;
  } catch {
    return undefined;
  }
}
