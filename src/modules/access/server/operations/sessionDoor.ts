import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Locale } from '#shared/localised.ts';
import { door, form, rememberLanguage, sessionCookie, visitOf } from '#platform/server/door.ts';
import { Refusal } from '#platform/server/errors.ts';
import type { Operation } from '#platform/server/operation.ts';
import { newSecret } from '#platform/server/sealing.ts';
import type { Attempt } from '../../rules/attempt.ts';
import { localPath } from '../../rules/localPath.ts';
import { sessionDays } from '../store.ts';
import { signOut } from './signIn.ts';

/** Knows this browser again, so that nobody elsewhere can slow its owner down; it signs nobody in. */
const browserCookie = 'krachtlijn_browser';

/** The number of an account at a provider that waits to be connected; see operations/provider.ts. */
export const waitingCookie = 'krachtlijn_waiting';

/** The secret of a session that has just ended, for signing out at the provider as well. */
export const leavingCookie = 'krachtlijn_leaving';

interface NewSession {
  readonly session: string;
  readonly locale: Locale;
}

/**
 * A form action that signs somebody in: the secret goes into the cookie and nowhere else. Goes to `?to=` on this site, or
 * to `/home`.
 */
export function opensSession<Event extends RequestEvent = RequestEvent>(
  operation: Operation<NewSession | Attempt>,
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
function settled(operation: Operation<NewSession | Attempt>): Operation<NewSession> {
  return {
    ...operation,
    async call(credentials, input, options) {
      const attempt = await operation.call(credentials, input, options);
      if ('session' in attempt) return attempt;
      const [code, status] = attempt.outcome === 'wait' ? (['wait', 429] as const) : (['not_now', 409] as const);
      throw new Refusal(code, status, attempt.because, { minutes: attempt.minutes });
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

/**
 * The form action that signs out. Whose session has ended already is signed out too. Who came by way of a provider is asked
 * whether to leave there as well: a form must not lead to another site by itself.
 */
export const closesSession = Object.assign(
  async (event: RequestEvent) => {
    const { credentials } = visitOf(event);
    let provider = false;
    try {
      provider = (await signOut.call(credentials, {})).provider;
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
    }
    event.cookies.delete(sessionCookie, cookie(event));
    if (!provider) redirect(303, '/');
    event.cookies.set(leavingCookie, credentials.session!, { ...cookie(event), maxAge: 15 * 60 });
    redirect(303, '/sign-in/left');
  },
  { [door]: signOut.name },
);

function cookie(event: Pick<RequestEvent, 'url'>) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: event.url.protocol === 'https:' } as const;
}
