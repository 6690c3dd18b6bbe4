import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#platform/server/api/door.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any; // oxlint-disable-line no-explicit-any -- whatever came over the line
  readonly text: string;
}

export interface Call {
  readonly method?: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

/** Calls the interface as a program does, at the handler of its route: everything but the socket. */
export async function callApi(path: string, { method, token, body, headers = {}, address = '192.0.2.1' }: Call = {}) {
  const url = new URL(`http://localhost:3000/api/v1/${path}`);
  const request = new Request(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return answerOf(await throughTheDoor(request, address));
}

/** One request at the handler of its route. */
export async function throughTheDoor(request: Request, address = '192.0.2.1'): Promise<Response> {
  const url = new URL(request.url);
  const [, , , module = '', operation = ''] = url.pathname.split('/');
  const visit = { locale: 'nl', credentials: { locale: 'nl', address } };
  const event = { request, url, params: { module, operation }, locals: { visit } } as unknown as RequestEvent;
  return api(event);
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json =
    /json/.test(response.headers.get('content-type') ?? '') && !/ndjson/.test(response.headers.get('content-type')!);
  return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : undefined };
}
