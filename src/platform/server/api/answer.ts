import type { Locale } from '#shared/localised.ts';
import type { Download } from '../door.ts';
import { isExport } from '../exports/columns.ts';
import { bodyOf, formats, type Format } from '../exports/formats.ts';
import { DoorProblem } from './problems.ts';

/** The result of an operation as an answer: JSON, a file, or an export in the format that was asked for. */
export function answerWith(result: unknown, request: Request, url: URL, locale: Locale): Response {
  if (isExport(result)) {
    const format = formatFor(request.headers.get('accept'));
    const name = encodeURIComponent(`${result.file}.${format.ending}`);
    return new Response(bodyOf(format.write(result, locale, false)), {
      headers: { 'content-type': format.mediaType, 'content-disposition': `attachment; filename*=UTF-8''${name}` },
    });
  }
  if (isDownload(result))
    return new Response(Buffer.from(result.bytes), {
      headers: {
        'content-type': result.mediaType,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(result.name)}`,
      },
    });
  return new Response(JSON.stringify(result ?? null), {
    headers: { 'content-type': 'application/json', 'content-language': locale, ...linkToNext(result, request, url) },
  });
}

function isDownload(result: unknown): result is Download {
  return typeof result === 'object' && result !== null && (result as Partial<Download>).bytes instanceof Uint8Array;
}

/** A list that goes on gives `next`; asked for with `GET`, the address of the next page stands in the header too (RFC 8288). */
function linkToNext(result: unknown, request: Request, url: URL): Record<string, string> {
  const next = (result as { next?: unknown } | null)?.next;
  if (typeof next !== 'string' || request.method !== 'GET') return {};
  const address = new URL(url);
  address.searchParams.set('after', next);
  return { link: `<${address.pathname}${address.search}>; rel="next"` };
}

/** The format of an export that the caller likes best of those that exist; lines of JSON when anything will do. */
export function formatFor(accept: string | null): Format {
  const wishes = (accept ?? '*/*').split(',').map((part, place) => {
    const [type = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    const quality = Number(parameters.find((word) => word.startsWith('q='))?.slice(2) ?? 1);
    return { type, quality: Number.isFinite(quality) ? quality : 0, place };
  });
  for (const { type, quality } of wishes.sort((a, b) => b.quality - a.quality || a.place - b.place)) {
    if (quality <= 0) continue;
    if (type === '*/*' || type === 'application/*' || type === 'application/json') return formats.ndjson;
    const found = Object.values(formats).find(
      ({ mediaType }) => mediaType.split(';')[0] === type || type === `${mediaType.split('/')[0]}/*`,
    );
    if (found) return found;
  }
  throw new DoorProblem('not_acceptable');
}
