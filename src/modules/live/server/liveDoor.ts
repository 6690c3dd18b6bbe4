import type { RequestEvent } from '@sveltejs/kit';
import { databaseIsAway } from '#platform/server/database/away.ts';
import { door, visitOf } from '#platform/server/door.ts';
import { Refusal } from '#platform/server/errors.ts';
import { openStream } from '#platform/server/live/hub.ts';
import { follow } from './operations.ts';

/**
 * The open line of one page: `GET /live?on=trajectory:<id>,mine&since=<position>`, as server-sent events. Under the same
 * authorisation as everything else; a refusal is a bare status, since a script reads it.
 */
export const live = Object.assign(
  async (event: RequestEvent): Promise<Response> => {
    // Kit lets GET answer HEAD: a line that nobody reads.
    if (event.request.method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } });
    const since = event.request.headers.get('last-event-id') ?? event.url.searchParams.get('since') ?? '';
    try {
      const following = await follow.call(visitOf(event).credentials, { on: event.url.searchParams.get('on') ?? '' });
      const stream = openStream(following, since);
      if (typeof stream === 'string')
        return new Response(null, { status: stream === 'full' ? 429 : 503, headers: { 'retry-after': '5' } });
      return new Response(stream, {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'private, no-store, no-transform',
          // nginx keeps an answer back until it has some of it, unless the answer says otherwise.
          'x-accel-buffering': 'no',
        },
      });
    } catch (refusal) {
      if (refusal instanceof Refusal) return new Response(null, { status: refusal.status });
      if (databaseIsAway(refusal)) return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
      throw refusal;
    }
  },
  { [door]: follow.name },
);
