import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerPlainly } from './plain-page.ts';

/** How much of a body that is too large is still read, so that a browser finishes sending and shows our answer. */
const patience = { bytes: 200_000_000, milliseconds: 30_000 };

/** The announced length of a request's body in bytes; unknown lengths (chunked) are 0 and counted while they come in. */
function announcedLength(request: IncomingMessage): number {
  const length = Number(request.headers['content-length'] ?? 0);
  return Number.isFinite(length) ? length : 0;
}

/**
 * Refuses a request whose announced body is too large with a clear 413.
 * @param limit bytes
 * @returns true when it was answered here
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse, limit: number): boolean {
  if (announcedLength(request) <= limit) return false;
  response.setHeader('connection', 'close');
  answerPlainly(request, response, 413, { megabytes: Math.floor(limit / 1_000_000) });
  // A client that waits for "100 Continue" sends nothing now; the others get their answer only if we go on reading.
  let read = 0;
  const timer = setTimeout(() => request.destroy(), patience.milliseconds);
  request.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > patience.bytes) request.destroy();
  });
  request.on('close', () => clearTimeout(timer));
  request.resume();
  return true;
}
