import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Locale } from '#shared/localised.ts';
import { door, form, rememberLanguage, sessionCookie, visitOf } from '#platform/server/door.ts';
import { Refusal } from '#platform/server/errors.ts';
import type { Operation } from '#platform/server/operation.ts';
import { localPath } from '../../rules/localPath.ts';
import { sessionDays } from '../store.ts';
import { signOut } from './signIn.ts';

interface NewSession {
  readonly session: string;
  readonly locale: Locale;
}

/**
 * A form action that signs somebody in: the secret goes into the cookie and nowhere else. Goes to `?to=` on this site, or
 * to `/home`.
 */
export function opensSession<Event extends RequestEvent = RequestEvent>(
  operation: Operation<NewSession>,
  input: (event: Event) => object = () => ({}),
) {
  return form<NewSession, Event>(
    operation,
    (event) => ({ ...input(event), device: event.request.headers.get('user-agent') ?? '' }),
    (result, event) => {
      event.cookies.set(sessionCookie, result.session, { ...cookie(event), maxAge: sessionDays * 86_400 });
      rememberLanguage(event, result.locale);
      return localPath(event.url.searchParams.get('to'), '/home');
    },
  );
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
