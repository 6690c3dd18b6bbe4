import { building } from '$app/env';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { noteSessionInUse } from '#modules/access/index.server.ts';
import { startApp } from '#modules/app.server.ts';
import { isLocale, type Locale } from '#shared/localised.ts';
import { databaseIsAway } from '#platform/server/database/away.ts';
import { languageCookie, rememberLanguage, sessionCookie, visitOf, type Visit } from '#platform/server/door.ts';
import { acceptedLocale } from '#platform/server/languages.ts';
import { livePosition } from '#platform/server/live/hub.ts';
import { translate } from '#platform/server/translate.ts';

/** For what is no page of ours: data, downloads, and the plain page of the last resort with its style sheet. */
const nothingRuns =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A browser shows a PDF with a viewer of its own, which a policy that allows nothing would stop. */
const isPdf = (response: Response) => response.headers.get('content-type') === 'application/pdf';

export const init: ServerInit = async () => {
  if (!building) await startApp();
};

export const handle: Handle = async ({ event, resolve }) => {
  const asked = askedLocale(event.url);
  if (asked) rememberLanguage(event, asked);
  const locale = asked ?? localeOf(event.cookies.get(languageCookie), event.request.headers.get('accept-language'));
  const visit: Visit = {
    locale,
    // Before anything is read, so that what changes while the page is made is told to it afterwards.
    heard: livePosition(),
    credentials: {
      session: event.cookies.get(sessionCookie),
      link: event.url.pathname.match(/^\/c\/([\w-]{20,})/)?.[1],
      address: addressOf(event),
      locale,
      asked,
      memo: {},
    },
  };
  Object.assign(event.locals, { visit });
  // The page handler breaks off on its own name for the only action of a page; for us it is an action that does not exist.
  if (event.url.searchParams.has('/default'))
    return new Response(translate('error.notFound', locale), {
      status: 404,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-security-policy': nothingRuns,
        'cache-control': 'private, no-store',
      },
    });
  let scripts = false;
  const response = await resolve(event, {
    // Asked about the scripts of a page that has them, before the page is put together.
    preload: ({ type }) => {
      scripts ||= type === 'js';
      return type === 'js' || type === 'css';
    },
    transformPageChunk: ({ html }) => inLanguage(html, visitOf(event).locale, scripts),
  });
  noteSessionInUse(visit.credentials);
  if (!response.headers.has('content-security-policy') && !isPdf(response))
    response.headers.set('content-security-policy', nothingRuns);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

/** The database away, or a mistake of ours: a clear sentence with a status, the cause in the log and nowhere else. */
export const handleError: HandleServerError = (caught) => {
  const locale = localeIn(caught.event.locals);
  if (caught.kind === 'app') return;
  if (caught.kind !== 'unknown')
    return { message: translate(caught.error.status === 413 ? 'error.tooLarge' : 'error.notFound', locale) };
  const away = databaseIsAway(caught.error);
  console.error(away ? `database away: ${(caught.error as Error).message}` : caught.error);
  return away
    ? { status: 503, message: translate('error.unavailable', locale) }
    : { status: 500, message: translate('error.unexpected', locale) };
};

/**
 * Puts the language into a page, and into what its scripts fetch (docs/decisions/011). A page without scripts has no use
 * for the map, and a policy that lets none run.
 */
function inLanguage(html: string, locale: Locale, scripts: boolean): string {
  const page = html.replace('%lang%', locale);
  return scripts
    ? page.replace('%lang%', locale).replaceAll(/(<link href="[^"]*\/_app\/immutable\/texts\/)any\//g, `$1${locale}/`)
    : page.replace(/<script type="importmap".*?<\/script>\s*/s, '');
}

function localeIn(locals: unknown): Locale {
  return (locals as { visit?: Visit }).visit?.locale ?? 'nl';
}

/** A language that the address asks for; it is remembered for the next pages. */
function askedLocale(url: URL): Locale | undefined {
  const asked = url.searchParams.get('lang');
  return isLocale(asked) ? asked : undefined;
}

/** The choice made before, then what the browser asks, then Dutch. A signed-in person's own language comes with the page. */
function localeOf(chosen: string | undefined, accepted: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  return acceptedLocale(accepted) ?? 'nl';
}

function addressOf(event: { getClientAddress(): string }): string {
  try {
    return event.getClientAddress();
  } catch {
    return 'unknown';
  }
}
