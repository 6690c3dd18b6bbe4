import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib';

const compressible =
  /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|problem\+json|xml)|image\/svg\+xml)/;
/** Below this a compressed answer is hardly smaller than the plain one. */
const smallest = 1024;

/** The coding to answer with, by what the browser accepts; brotli first. */
export function chooseCoding(accepted: string | undefined): 'br' | 'gzip' | null {
  const weights = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight ? Number(weight.slice(2)) : 1];
    }),
  );
  for (const coding of ['br', 'gzip'] as const) {
    if ((weights.get(coding) ?? weights.get('*') ?? 0) > 0) return coding;
  }
  return null;
}

type Compressor = BrotliCompress | Gzip;

function compressorFor(coding: 'br' | 'gzip'): Compressor {
  // Pages are made for each visitor: a fast level, not the best one.
  return coding === 'br'
    ? createBrotliCompress({
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
      })
    : createGzip({ level: 6 });
}

/**
 * Compresses what the handler writes to this response, when the browser accepts it and the answer is text that is not
 * compressed yet (built files are). Written parts of a streamed page leave at once; back pressure reaches the handler.
 */
export function compressResponse(request: IncomingMessage, response: ServerResponse): void {
  const coding = chooseCoding(request.headers['accept-encoding']);
  const { writeHead, write, end } = response;
  let compressor: Compressor | null | undefined;

  /** `whole` is the size of an answer that is handed over in one piece. */
  function decide(whole = Number.POSITIVE_INFINITY): Compressor | null {
    if (compressor !== undefined) return compressor;
    const type = String(response.getHeader('content-type') ?? '');
    const length = Number(response.getHeader('content-length') ?? whole);
    const suits = compressible.test(type) && !response.hasHeader('content-encoding');
    if (suits) response.appendHeader('vary', 'accept-encoding');
    const bodyless = request.method === 'HEAD' || [204, 206, 304].includes(response.statusCode);
    if (!suits || !coding || bodyless || length < smallest) return (compressor = null);
    response.setHeader('content-encoding', coding);
    response.removeHeader('content-length');
    const etag = response.getHeader('etag');
    if (typeof etag === 'string' && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`);
    return (compressor = connect(compressorFor(coding)));
  }

  function connect(made: Compressor): Compressor {
    made.on('data', (chunk: Buffer) => {
      if (write.call(response, chunk, 'utf8') === false) made.pause();
    });
    made.on('end', () => end.call(response, undefined, 'utf8'));
    made.on('drain', () => response.emit('drain'));
    made.on('error', () => response.destroy());
    response.on('drain', () => made.resume());
    // The visitor left: what is still being compressed has no reader.
    response.on('close', () => made.destroy());
    return made;
  }

  let flushing = false;
  function flushSoon(made: Compressor): void {
    if (flushing) return;
    flushing = true;
    setImmediate(() => {
      flushing = false;
      if (!made.writableEnded && !made.destroyed) made.flush();
    });
  }

  response.writeHead = function (status: number, ...rest: unknown[]) {
    const headers = rest.find((part) => typeof part === 'object' && part !== null) as
      Record<string, string | string[]> | undefined;
    response.statusCode = status;
    // Set one by one, so that what was set before (cookies) stays and can be looked at.
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
    decide();
    return writeHead.call(response, status);
  } as typeof response.writeHead;

  response.write = function (chunk: Uint8Array | string, ...rest: unknown[]) {
    const made = decide();
    if (!made) return (write as (...all: unknown[]) => boolean).call(response, chunk, ...rest);
    const more = made.write(chunk);
    flushSoon(made);
    return more;
  } as typeof response.write;

  response.end = function (chunk?: unknown, ...rest: unknown[]) {
    const last = typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : undefined;
    const made = decide(last ? Buffer.byteLength(last) : 0);
    if (!made) return (end as (...all: unknown[]) => ServerResponse).call(response, chunk, ...rest);
    if (last) made.end(last);
    else made.end();
    return response;
  } as typeof response.end;
}
