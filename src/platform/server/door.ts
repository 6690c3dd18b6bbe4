import { error, fail, isRedirect, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import qs from 'qs';
import type { FormAnswer } from '#shared/formAnswer.ts';
import type { Locale } from '#shared/localised.ts';
import { localeOfCaller, type Credentials } from './actor.ts';
import { EditConflict, InvalidInput, malformed, Refusal } from './errors.ts';
import { isOnceKey } from './idempotency.ts';
import type { Operation } from './operation.ts';
import { translate } from './translate.ts';

/** Marks what is a door to an operation, so that a test can find doors that are not. */
export const door = Symbol.for('krachtlijn.door');

export const sessionCookie = 'krachtlijn_session';

export const languageCookie = 'krachtlijn_language';

/** Keeps the chosen language in this browser for a year; it says nothing about who somebody is. */
export function rememberLanguage(event: Pick<RequestEvent, 'cookies' | 'url'>, locale: Locale): void {
  event.cookies.set(languageCookie, locale, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: 365 * 86_400,
  });
}

/** What `hooks.server.ts` puts on every request. */
export interface Visit {
  readonly locale: Locale;
  readonly credentials: Credentials;
  /** Up to where in the row of live events this answer knows everything (see `live/hub.ts`). */
  readonly heard: string;
}

export function visitOf(event: Pick<RequestEvent, 'locals'>): Visit {
  return (event.locals as { visit: Visit }).visit;
}

/** The language of the answer, once it is known who asks: that of the page, its `lang` and its error texts. */
export function settleLocale(event: Pick<RequestEvent, 'locals'>, locale: Locale): void {
  Object.assign(event.locals, { visit: { ...visitOf(event), locale } });
}

/** The layouts load beside the page, and the root one settles the language: a refusal waits for it before it speaks. */
async function layoutsLoaded(event: object): Promise<void> {
  await (event as { parent?: () => Promise<unknown> }).parent?.();
}

type Inputs<Event> = (event: Event) => unknown;

/** A file as an operation takes it: its own name, and its bytes in base64. */
export interface SentFile {
  readonly name: string;
  readonly content: string;
}

/** A page's `load`: the URL in, the operation's result out. Refusals become the error page in the visitor's language. */
export function page<Result, Event extends RequestEvent = RequestEvent>(
  operation: Operation<Result>,
  input: Inputs<Event> = () => ({}),
) {
  const load = async (event: Event): Promise<{ result: Result }> => {
    try {
      return { result: await operation.call(visitOf(event).credentials, input(event)) };
    } catch (refusal) {
      await layoutsLoaded(event);
      throw asHttpError(refusal, event);
    }
  };
  return Object.assign(load, { [door]: operation.name });
}

/** Several operations for one page, called one after the other; the result has their names. */
export function pageOf<Operations extends Record<string, Operation>, Event extends RequestEvent = RequestEvent>(
  operations: Operations,
  input: (event: Event) => { [Name in keyof Operations]?: unknown } = () => ({}),
) {
  type Results = { [Name in keyof Operations]: Operations[Name] extends Operation<infer Result> ? Result : never };
  const load = async (event: Event): Promise<Results> => {
    const inputs = input(event);
    const results: Record<string, unknown> = {};
    try {
      for (const [name, operation] of Object.entries(operations))
        results[name] = await operation.call(visitOf(event).credentials, inputs[name] ?? {});
    } catch (refusal) {
      await layoutsLoaded(event);
      throw asHttpError(refusal, event);
    }
    return results as Results;
  };
  return Object.assign(load, {
    [door]: Object.values(operations)
      .map((operation) => operation.name)
      .join(' '),
  });
}

/**
 * A form action. Fields come in by dotted name (`goals.0.title`); `_once` is the key against double sending. `input`
 * adds what the URL knows; `to` says where to go afterwards (default: back to the page itself).
 */
export function form<Result, Event extends RequestEvent = RequestEvent>(
  operation: Operation<Result>,
  input: Inputs<Event> = () => ({}),
  to?: (result: Result, event: Event) => string,
) {
  const action = async (event: Event): Promise<ActionFailure<FormAnswer>> => {
    const data = await formData(event);
    const { _once: once, ...typed } = decodeForm(data);
    let result: Result;
    try {
      result = await operation.call(
        visitOf(event).credentials,
        { ...typed, ...(await sentFiles(data)), ...(input(event) as object) },
        { idempotencyKey: isOnceKey(once) && !operation.secretResult ? once : undefined },
      );
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || leadsNowhere(refusal, event)) throw asHttpError(refusal, event);
      return fail(refusal.status, answerTo(refusal, typed, localeOfCaller(visitOf(event).credentials)));
    }
    redirect(
      303,
      to ? to(result, event) : event.url.pathname + event.url.search.replace(/^\?\/[^&]*&?/, '?').replace(/\?$/, ''),
    );
  };
  return Object.assign(action, { [door]: operation.name });
}

/**
 * A form action that keeps nothing: the page is drawn again with what was typed and the operation's result. For forms in
 * steps, where the answers travel along until the last one. `input` adds what the URL knows, or reads what is asked from the
 * whole form.
 */
export function answer<Result, Event extends RequestEvent = RequestEvent>(
  operation: Operation<Result>,
  input: (event: Event, values: Readonly<Record<string, unknown>>) => unknown = () => ({}),
) {
  const action = async (event: Event): Promise<(FormAnswer & { result: Result }) | ActionFailure<FormAnswer>> => {
    const data = await formData(event);
    const values = decodeForm(data);
    try {
      const sent = { ...values, ...(await sentFiles(data)), ...(input(event, values) as object) };
      const result = await operation.call(visitOf(event).credentials, sent);
      return { values, errors: {}, message: '', code: '', result };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw asHttpError(refusal, event);
      return fail(refusal.status, answerTo(refusal, values, localeOfCaller(visitOf(event).credentials)));
    }
  };
  return Object.assign(action, { [door]: operation.name });
}

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** A mark of this very content, in quotes: who has it already is told so, instead of getting it once more. */
  readonly etag?: string;
  /** To look at in the browser, or to save; a PDF of ours is looked at. */
  readonly show?: boolean;
  /** Headers of its own: what somebody sent in gets a narrower policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether the caller named this mark among those it has; a mark that travelled compressed comes back as a weak one. */
const knows = (named: string | null, etag: string): boolean =>
  named !== null && named.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//u, '')));

/** A download (`GET` of a +server.ts): the operation gives the file. */
export function file<Event extends RequestEvent = RequestEvent>(
  operation: Operation<Download>,
  input: Inputs<Event> = () => ({}),
) {
  const get = async (event: Event): Promise<Response> => {
    try {
      const given = await operation.call(visitOf(event).credentials, input(event));
      const { name, mediaType, bytes, etag, show = mediaType === 'application/pdf', headers = {} } = given;
      const marks: Record<string, string> = etag ? { etag, 'cache-control': 'private, no-cache' } : {};
      if (etag && knows(event.request.headers.get('if-none-match'), etag))
        return new Response(null, { status: 304, headers: marks });
      const disposition = `${show ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`;
      return new Response(Buffer.from(bytes), {
        headers: { ...headers, 'content-type': mediaType, 'content-disposition': disposition, ...marks },
      });
    } catch (refusal) {
      throw asHttpError(refusal, event);
    }
  };
  return Object.assign(get, { [door]: operation.name });
}

/** What a form sent. Anything that is not a form (a program that guesses, half a body) is refused, not broken on. */
async function formData(event: RequestEvent): Promise<FormData> {
  try {
    return await event.request.formData();
  } catch (cause) {
    // A body over the limit says so itself, with its own status.
    if ((cause as { status?: number }).status) throw cause;
    throw asHttpError(malformed(), event);
  }
}

/** Files of a form by the name of their field; one that was left empty is as if it were not there. They never go back to the page. */
async function sentFiles(data: FormData): Promise<Record<string, SentFile>> {
  const files: Record<string, SentFile> = {};
  for (const [field, value] of data)
    if (typeof value !== 'string' && value.size > 0 && /^[a-z]+$/i.test(field))
      files[field] = { name: value.name, content: Buffer.from(await value.arrayBuffer()).toString('base64') };
  return files;
}

/** Form fields to a nested value: `goals.0.title=x` becomes `{ goals: [{ title: 'x' }] }`. Files are left out. */
export function decodeForm(data: FormData): Record<string, unknown> {
  const pairs = [...data].flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${encodeURIComponent(name)}=${encodeURIComponent(value.replaceAll('\r\n', '\n'))}`]
      : [],
  );
  return qs.parse(pairs.join('&'), {
    allowDots: true,
    depth: 8,
    arrayLimit: 500,
    parameterLimit: 5000,
    plainObjects: false,
    allowPrototypes: false,
  });
}

/** Fields that are typed anew each time: a page never carries back what was typed there. */
const unsaid = ['passphrase', 'code', 'response'];

function answerTo(refusal: Refusal, typed: Record<string, unknown>, locale: Locale): FormAnswer {
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !unsaid.includes(name)));
  const message = translate(refusal.textKey, locale, refusal.parameters);
  if (refusal instanceof InvalidInput) {
    const errors = Object.fromEntries(
      refusal.issues.map((issue) => [issue.path, translate(issue.textKey, locale, issue.parameters)]),
    );
    return { values, errors, message: errors[''] ?? message, code: refusal.code };
  }
  if (refusal instanceof EditConflict)
    return { values, errors: {}, message, code: refusal.code, conflicts: refusal.conflicts, current: refusal.current };
  return { values, errors: {}, message, code: refusal.code };
}

/** A refusal while a page loads: sign in first, or the error page with a text. Anything else is ours and goes on. */
export function asHttpError(refusal: unknown, event: Pick<RequestEvent, 'url' | 'locals'>): unknown {
  if (!(refusal instanceof Refusal) || isRedirect(refusal)) return refusal;
  if (leadsNowhere(refusal, event)) {
    try {
      error(410, translate('error.linkGone', visitOf(event).locale));
    } catch (shown) {
      return shown;
    }
  }
  if (refusal.code === 'sign_in') {
    try {
      redirect(303, `/sign-in?to=${encodeURIComponent(event.url.pathname + event.url.search)}`);
    } catch (away) {
      return away;
    }
  }
  try {
    // A malformed id in a URL is an unknown page, not a form mistake.
    const status = refusal instanceof InvalidInput ? 404 : refusal.status;
    error(
      status,
      translate(
        refusal instanceof InvalidInput ? 'error.notFound' : refusal.textKey,
        visitOf(event).locale,
        refusal.parameters,
      ),
    );
  } catch (shown) {
    return shown;
  }
}

/** A link from a mail that opens nothing: too old, mistyped, or for something else. Signing in would not help, so nobody is sent there. */
function leadsNowhere(refusal: Refusal, event: Pick<RequestEvent, 'url'>): boolean {
  return event.url.pathname.startsWith('/c/') && [401, 403, 404].includes(refusal.status);
}
