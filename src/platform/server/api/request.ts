import qs from 'qs';
import { DoorProblem } from './problems.ts';

/** The largest body of a call: no operation takes more text than this; files go through forms. */
export const largestBody = 1_000_000;

/**
 * What the caller shows in `Authorization`: `Bearer <token>`, or `Link <secret>` with the secret of a link from a mail, which
 * opens the one document that the link is for. Nothing without the header; another scheme is a token that we do not know.
 */
export function shownBy(request: Request): { readonly token?: string; readonly link?: string } {
  const header = request.headers.get('authorization');
  if (header === null) return {};
  const [, scheme = '', secret = ''] = /^(bearer|link) +([\w.~+/=-]{1,200}) *$/i.exec(header) ?? [];
  if (!secret) throw new DoorProblem('token_unknown');
  return scheme.toLowerCase() === 'link' ? { link: secret } : { token: secret };
}

/** The key against double sending, as it is or in quotes as the draft standard writes it. */
export function keyOf(request: Request): string | undefined {
  const header = request.headers.get('idempotency-key');
  if (header === null) return undefined;
  const key = /^"?([\x21\x23-\x5b\x5d-\x7e]{1,200})"?$/.exec(header.trim())?.[1];
  if (!key) throw new DoorProblem('bad_key');
  return key;
}

/** What stands behind `?`, nested by dots as in a form: `filter.state=new&ids[]=1`. */
export function inputInAddress(url: URL): Record<string, unknown> {
  return qs.parse(url.search.slice(1), {
    allowDots: true,
    depth: 8,
    arrayLimit: 500,
    parameterLimit: 1000,
    plainObjects: false,
    allowPrototypes: false,
  });
}

/** The JSON object in the body. */
export async function inputInBody(request: Request): Promise<Record<string, unknown>> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/json') throw new DoorProblem('wrong_content_type', { 'accept-post': 'application/json' });
  const text = await textOf(request);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new DoorProblem('malformed');
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new DoorProblem('malformed');
  return input as Record<string, unknown>;
}

/** Reads no further than it may: a length that is announced can be a lie. */
async function textOf(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw new DoorProblem('too_large');
  const reader = request.body?.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    let piece;
    try {
      piece = await reader.read();
    } catch (error) {
      // The page handler counts too, and stops at its own limit.
      throw (error as { status?: number }).status === 413 ? new DoorProblem('too_large') : error;
    }
    if (piece.done) break;
    size += piece.value.length;
    if (size > largestBody) throw new DoorProblem('too_large');
    pieces.push(piece.value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new DoorProblem('malformed');
  }
}
