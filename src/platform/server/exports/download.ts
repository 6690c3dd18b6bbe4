import type { RequestEvent } from '@sveltejs/kit';
import { localeOfCaller } from '../actor.ts';
import { asHttpError, door, visitOf } from '../door.ts';
import type { Operation } from '../operation.ts';
import type { Export } from './columns.ts';
import { bodyOf, formats, isFormat } from './formats.ts';

/**
 * The door of an export for people (`GET` of a +server.ts): a file with headings in their language, in the format that
 * `?format=` names, CSV when it names none.
 */
export function download<Event extends RequestEvent = RequestEvent>(
  operation: Operation<Export>,
  input: (event: Event) => unknown = () => ({}),
) {
  const get = async (event: Event): Promise<Response> => {
    try {
      const { credentials } = visitOf(event);
      const result = await operation.call(credentials, input(event));
      const asked = event.url.searchParams.get('format');
      const format = formats[isFormat(asked) ? asked : 'csv'];
      const name = encodeURIComponent(`${result.file}.${format.ending}`);
      return new Response(bodyOf(format.write(result, localeOfCaller(credentials), true)), {
        headers: { 'content-type': format.mediaType, 'content-disposition': `attachment; filename*=UTF-8''${name}` },
      });
    } catch (refusal) {
      throw asHttpError(refusal, event);
    }
  };
  return Object.assign(get, { [door]: operation.name });
}
