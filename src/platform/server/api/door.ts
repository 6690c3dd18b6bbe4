import type { RequestEvent } from '@sveltejs/kit';
import type { Locale } from '#shared/localised.ts';
import { localeOfCaller, type Credentials } from '../actor.ts';
import { config } from '../config.ts';
import { door, visitOf } from '../door.ts';
import { acceptedLocale } from '../languages.ts';
import { operationNamed, type Operation } from '../operation.ts';
import { saltedHash } from '../sealing.ts';
import { spendUse } from './allowance.ts';
import { answerWith } from './answer.ts';
import { DoorProblem, problemResponse } from './problems.ts';
import { inputInAddress, inputInBody, keyOf, shownBy } from './request.ts';

type ApiEvent = Pick<RequestEvent, 'request' | 'url' | 'locals' | 'params'>;

/**
 * The door for programs: `/api/v1/<module>/<operation>`, every operation that exists. A caller shows a token and nothing else:
 * no cookie is looked at, so no other site can make a browser call in somebody's name.
 */
export const api = doorFor(({ params }) => operationNamed(`${params['module']}.${params['operation']}`));

/** The same door at an address of its own, for one operation that is only read. */
export function apiOf(operation: Operation) {
  return doorFor(() => operation);
}

function doorFor(find: (event: ApiEvent) => Operation | undefined) {
  const handle = async (event: ApiEvent): Promise<Response> => {
    const accepted = acceptedLocale(event.request.headers.get('accept-language'));
    const credentials: Credentials = {
      address: visitOf(event).credentials.address,
      locale: accepted ?? 'nl',
      asked: accepted,
    };
    // The language of whoever calls is known once the operation asked; until then it is the one of the header.
    const caller = { current: credentials };
    let allowance: Readonly<Record<string, string>> = {};
    let response: Response;
    try {
      const shown = shownBy(event.request);
      if (shown.token) allowance = await spendUse(shown.token);
      caller.current = { ...credentials, ...shown };
      response = await call(find(event), event, caller.current);
    } catch (thrown) {
      response = problemResponse(thrown, localeOfCaller(caller.current), config().publicUrl);
    }
    for (const [name, value] of Object.entries(allowance)) response.headers.set(name, value);
    response.headers.set('cache-control', 'no-store');
    response.headers.append('vary', 'Accept-Language, Authorization');
    if (event.request.method === 'HEAD') return new Response(null, response);
    return response;
  };
  return Object.assign(handle, { [door]: 'every operation' });
}

async function call(operation: Operation | undefined, event: ApiEvent, credentials: Credentials): Promise<Response> {
  const { request, url } = event;
  if (!operation) throw new DoorProblem('unknown_operation');
  const allowed = operation.kind === 'command' ? ['POST'] : ['GET', 'HEAD', 'POST'];
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { allow: [...allowed, 'OPTIONS'].join(', ') } });
  if (!allowed.includes(request.method))
    throw new DoorProblem(
      'wrong_method',
      { allow: [...allowed, 'OPTIONS'].join(', ') },
      { allowed: allowed.join(', ') },
    );
  const input = request.method === 'POST' ? await inputInBody(request) : inputInAddress(url);
  let replayed = false;
  const result = await operation.call(credentials, input, {
    idempotencyKey: operation.kind === 'command' ? ownKey(keyOf(request), credentials) : undefined,
    sameInput: true,
    onReplay: () => (replayed = true),
  });
  const response = answerWith(result, request, url, languageFor(credentials));
  if (replayed) response.headers.set('idempotency-replayed', 'true');
  return response;
}

const languageFor = (credentials: Credentials): Locale => localeOfCaller(credentials);

/** Whoever has no token shares a name with every other visitor: their keys are told apart by where they come from. */
function ownKey(key: string | undefined, { token, link, address }: Credentials): string | undefined {
  if (!key || token || link) return key;
  return saltedHash(`${address ?? ''} ${key}`);
}
