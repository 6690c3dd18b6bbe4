import { z } from 'zod';
import { config } from '#platform/server/config.ts';
import { notNow } from '#platform/server/errors.ts';
import { command, nothing, query } from '#platform/server/operation.ts';
import { findByEmail, readPerson } from '#platform/server/people.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import { AskSignInLinkInput, SignInInput, SignInLinkInput } from '../../inputs.ts';
import { cameByProvider, consumeLink, linkWorks, makeLink, openSession, revokeSession } from '../store.ts';
import '../mails.ts';
import '../permissions.ts';

const signInMinutes = 30;
const signInPurposes = ['sign_in', 'invitation'] as const;

export const askSignInLink = command({
  name: 'access.askSignInLink',
  input: AskSignInLinkInput,
  on: nothing,
  needs: {
    public: 'signing in begins here; the answer is the same for known and unknown addresses',
    sees: 'everything',
    perTenMinutes: 10,
  },
  example: () => ({ email: 'nobody@example.org' }),
  audit: { none: 'asking is no change, and a line would tell which addresses are known' },
  async run({ db, input, now, effects, actor }) {
    const person = await findByEmail(db, input.email);
    if (!person) return { asked: true };
    const secret = await makeLink(db, { purpose: 'sign_in', person, minutes: signInMinutes }, now);
    const to = input.to ? `?to=${encodeURIComponent(input.to)}` : '';
    const known = await readPerson(db, person);
    await effects.mail({
      to: person,
      template: 'access.signIn',
      locale: known?.locale ?? actor.locale,
      parameters: { minutes: signInMinutes },
      secrets: { link: `${config().publicUrl}/sign-in/${secret}${to}` },
    });
    return { asked: true };
  },
});

/** Whether the link still works: for the page with the button. Looking uses nothing up and tells nothing of the person. */
export const readSignInLink = query({
  name: 'access.readSignInLink',
  input: SignInLinkInput,
  on: nothing,
  needs: { public: 'whoever has the link may know whether it still works', sees: 'nothing', perTenMinutes: 60 },
  example: () => ({ secret: 'not-a-secret-of-anybody-at-all' }),
  async run({ db, input, now, actor }) {
    return {
      works: await linkWorks(db, hashSecret(input.secret), signInPurposes, now),
      signedIn: actor.kind === 'person',
    };
  },
});

/** Gives the secret for the cookie. The route puts it there; it is never shown. Who was signed in before no longer is. */
export const signIn = command({
  name: 'access.signIn',
  secretResult: true,
  input: SignInInput,
  on: nothing,
  needs: {
    public: 'the secret from the mail proves who it is; a wrong one tells nothing',
    sees: 'everything',
    perTenMinutes: 30,
  },
  example: () => ({ secret: 'not-a-secret-of-anybody-at-all' }),
  async run({ db, actor, input, now }) {
    const link = await consumeLink(db, hashSecret(input.secret), signInPurposes, now);
    if (!link) throw notNow('access:signIn.linkGone');
    if (actor.kind === 'person') await revokeSession(db, actor.id, actor.session);
    const person = await readPerson(db, link.person);
    return {
      person: link.person,
      locale: person?.locale ?? actor.locale,
      session: await openSession(
        db,
        { person: link.person, method: 'link', device: input.device, browser: input.browser },
        now,
      ),
    };
  },
  audit: (_input, result) => ({ subject: { kind: 'person', id: result.person } }),
});

export const signOut = command({
  name: 'access.signOut',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  audit: () => ({}),
  async run({ db, actor }) {
    if (actor.kind !== 'person') return { provider: false };
    await revokeSession(db, actor.id, actor.session);
    return { provider: await cameByProvider(db, actor.id, actor.session) };
  },
});
