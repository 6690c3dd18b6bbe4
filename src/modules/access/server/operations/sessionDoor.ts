import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Locale } from '#shared/localised.ts';
import { door, form, rememberLanguage, sessionCookie, visitOf } from '#platform/server/door.ts';
import { notNow, Refusal } from '#platform/server/errors.ts';
import type { Operation } from '#platform/server/operation.ts';
import { newSecret } from '#platform/server/sealing.ts';
import { localPath } from '../../rules/localPath.ts';
import { sessionDays } from '../store.ts';
import { signOut } from './signIn.ts';

/** Knows this browser again, so that nobody elsewhere can slow its owner down; it signs nobody in. */
const browserCookie = 'krachtlijn_browser';

interface NewSession {
  readonly session: string;
  readonly locale: Locale;
}

/** What came of an attempt; a refusal that was counted comes as a result, so that its count stays. */
type Attempt = NewSession | { readonly outcome: 'wrong' | 'wait'; readonly minutes: number };

/**
 * A form action that signs somebody in: the secret goes into the cookie and nowhere else. Goes to `?to=` on this site, or
 * to `/home`.
 */
export function opensSession<Event extends RequestEvent = RequestEvent>(
  operation: Operation<Attempt>,
  input: (event: Event) => object = () => ({}),
) {
  return form<NewSession, Event>(
    settled(operation),
    (event) => ({ ...input(event), ...browserOf(event) }),
    (result, event) => {
      keepSession(event, result);
      return localPath(event.url.searchParams.get('to'), '/home');
    },
  );
}

/** The same operation, with a counted refusal as the refusal that a form shows. It is thrown after all was written. */
function settled(operation: Operation<Attempt>): Operation<NewSession> {
  return {
    ...operation,
    async call(credentials, input, options) {
      const attempt = await operation.call(credentials, input, options);
      if ('session' in attempt) return attempt;
      throw attempt.outcome === 'wait'
        ? new Refusal('wait', 429, 'access:signIn.wait', { minutes: attempt.minutes })
        : notNow('access:signIn.wrong');
    },
  };
}

/** What a browser says it is, and the secret by which it is known again: a new one for a browser that is new here. */
export function browserOf(event: RequestEvent): { device: string; browser: string } {
  const known = event.cookies.get(browserCookie);
  const browser = known && /^[\w-]{43}$/.test(known) ? known : newSecret().secret;
  Object.assign(event.locals, { browser });
  return { device: event.request.headers.get('user-agent') ?? '', browser };
}

/** Puts a new session, and the browser's own secret, into cookies. */
export function keepSession(event: RequestEvent, { session, locale }: NewSession): void {
  const { browser } = event.locals as { browser?: string };
  event.cookies.set(sessionCookie, session, { ...cookie(event), maxAge: sessionDays * 86_400 });
  if (browser) event.cookies.set(browserCookie, browser, { ...cookie(event), maxAge: 365 * 86_400 });
  rememberLanguage(event, locale);
}

/** A form action after which this browser speaks the chosen language as well. Goes to `to`, when that lies on this site. */
export function speaks(operation: Operation<{ readonly locale: Locale }>, to: (event: RequestEvent) => unknown) {
  return form(
    operation,
    () => ({}),
    (result, event) => {
      rememberLanguage(event, result.locale);
      return localPath(to(event), '/account');
    },
  );
}

/** The form action that signs out. Whose session has ended already is signed out too. */
export const closesSession = Object.assign(
  async (event: RequestEvent) => {
    try {
      await signOut.call(visitOf(event).credentials, {});
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
    }
    event.cookies.delete(sessionCookie, cookie(event));
    redirect(303, '/');
  },
  { [door]: signOut.name },
);

function cookie(event: Pick<RequestEvent, 'url'>) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: event.url.protocol === 'https:' } as const;
}
