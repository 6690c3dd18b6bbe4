import { z } from 'zod';
import { command, mayOn, nothing, query } from '#platform/server/operation.ts';
import { config } from '#platform/server/config.ts';
import { forbidden, notFound, notNow } from '#platform/server/errors.ts';
import { findByEmail, findOrAddPerson, readPeople, readPerson } from '#platform/server/people.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import {
  AskSignInLinkInput,
  InviteInput,
  invitableRoles,
  RevokeSessionInput,
  SignInInput,
  StepIntoInput,
} from '../inputs.ts';
import { personRoles, type Who } from '../rules/who.ts';
import './permissions.ts';
import './mails.ts';
import {
  consumeLink,
  giveGrant,
  holdsOnlyExample,
  makeLink,
  openSession,
  openSessions,
  placeOf,
  revokeSession,
  roleHolders,
} from './store.ts';

const signInMinutes = 30;
const invitationMinutes = 14 * 24 * 60;

/** Who is looking at the page: for the bar at the top. A visitor gets nobody. */
export const whoAmI = query({
  name: 'access.whoAmI',
  input: z.object({}),
  on: nothing,
  needs: { public: 'every page asks who is looking; a visitor learns only that they are a visitor', sees: 'nothing' },
  example: () => ({}),
  async run({ db, actor }): Promise<Who> {
    const example = await holdsOnlyExample(db);
    if (actor.kind !== 'person') return { person: null, locale: actor.locale, example };
    const person = await readPerson(db, actor.id);
    const roles = personRoles.filter((role) => actor.grants.some((grant) => grant.role === role));
    return { person: { id: actor.id, name: person?.name ?? '', roles }, locale: actor.locale, example };
  },
});

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

/** Gives the secret for the cookie. The route puts it there; it is never shown. */
export const signIn = command({
  name: 'access.signIn',
  input: SignInInput,
  on: nothing,
  needs: {
    public: 'the secret from the mail proves who it is; a wrong one tells nothing',
    sees: 'everything',
    perTenMinutes: 30,
  },
  example: () => ({ secret: 'not-a-secret-of-anybody-at-all' }),
  async run({ db, input, now }) {
    const link = await consumeLink(db, hashSecret(input.secret), ['sign_in', 'invitation'], now);
    if (!link) throw notNow('access:signIn.linkGone');
    return { person: link.person, session: await openSession(db, link.person, input.device, now) };
  },
  audit: (_input, result) => ({ subject: { kind: 'person', id: result.person } }),
});

export const listSessions = query({
  name: 'access.listSessions',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  async run({ db, actor }) {
    if (actor.kind !== 'person') throw forbidden();
    const sessions = await openSessions(db, actor.id);
    return { sessions: sessions.map((session) => ({ ...session, current: session.id === actor.session })) };
  },
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

export const signOut = command({
  name: 'access.signOut',
  input: z.object({}),
  on: nothing,
  needs: 'self',
  example: () => ({}),
  audit: () => ({}),
  async run({ db, actor }) {
    if (actor.kind === 'person') await revokeSession(db, actor.id, actor.session);
    return { signedOut: true };
  },
});

/** Lets somebody in with a role in a place that the inviter manages. */
export const invite = command({
  name: 'access.invite',
  input: InviteInput,
  on: nothing,
  needs: 'access.invite',
  example: (world) => ({
    name: 'Nieuwe Collega',
    email: 'nieuwe.collega@example.org',
    role: 'consultant',
    place: world['provider']!,
  }),
  async run({ db, actor, input, now, effects }) {
    const scope = invitableRoles[input.role];
    const place = await placeOf(db, scope, input.place);
    if (!place) throw notFound();
    if (!mayOn(actor, 'access.invite', { id: input.place, ...place })) throw forbidden();
    const person = await findOrAddPerson(db, { name: input.name, email: input.email }, input.locale);
    await giveGrant(db, { person, role: input.role, scope, id: input.place, programme: place.programme });
    const secret = await makeLink(
      db,
      { purpose: 'invitation', person, minutes: invitationMinutes, programme: place.programme },
      now,
    );
    await effects.mail({
      to: person,
      template: 'access.invitation',
      locale: input.locale,
      secrets: { link: `${config().publicUrl}/sign-in/${secret}` },
    });
    return { person, programme: place.programme };
  },
  audit: (input, result) => ({
    subject: { kind: 'person', id: result.person },
    fields: ['name', 'email', 'role', 'place'],
    details: { role: input.role },
    within: { programme: result.programme },
  }),
});

/** The people of the example programme, one a role and place, for the page where a visitor chooses. */
export const listExampleRoles = query({
  name: 'access.listExampleRoles',
  input: z.object({}),
  on: nothing,
  needs: {
    public: 'only where the example programme is the only one; everybody in it is invented',
    sees: 'everything',
  },
  example: () => ({}),
  async run({ db }) {
    if (!(await holdsOnlyExample(db))) throw notFound();
    const holders = await roleHolders(db);
    const people = await readPeople(
      db,
      holders.map((holder) => holder.person),
    );
    return { holders: holders.map((holder) => ({ ...holder, name: people.get(holder.person)?.name ?? '' })) };
  },
});

export const stepInto = command({
  name: 'access.stepInto',
  input: StepIntoInput,
  on: nothing,
  needs: {
    public: 'only where the example programme is the only one; everybody in it is invented',
    sees: 'everything',
    perTenMinutes: 200,
  },
  example: (world) => ({ person: world['programmeManager']! }),
  audit: (input) => ({ subject: { kind: 'person', id: input.person } }),
  async run({ db, input, now }) {
    if (!(await holdsOnlyExample(db))) throw notFound();
    const holders = await roleHolders(db);
    if (!holders.some((holder) => holder.person === input.person)) throw notFound();
    return { person: input.person, session: await openSession(db, input.person, input.device, now) };
  },
});
