import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerPlainly } from './plain-page.ts';

/** Where people may send files; everywhere else a body holds what somebody typed. */
const uploads = [
  /^\/enterprises\/[^/?]+\/attachments(?:[/?]|$)/,
  /^\/trajectories\/[^/?]+\/eligibility\/evidence(?:[/?]|$)/,
  /^\/decisions\/numbers(?:[/?]|$)/,
  /^\/register\/import(?:[/?]|$)/,
];
const typed = 2_000_000;

/** The largest body, in bytes, that this address takes. `largest` is the limit for files. */
export function bodyLimitOf(url: string, largest: number): number {
  return uploads.some((pattern) => pattern.test(url)) ? largest : Math.min(typed, largest);
}

/** A body this large is not read to its end. */
const notEvenRead = 200_000_000;

/**
 * Refuses a request whose announced body is too large with a clear 413. The body is read and thrown away first: a browser
 * that is still sending when the connection closes shows "connection reset" instead of the answer. Bodies of unannounced
 * length are counted by the page handler.
 * @param limit bytes
 * @returns true when it is answered here
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse, limit: number): boolean {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (!(announced > limit)) return false;
  const answer = () => answerPlainly(request, response, 413, { megabytes: Math.floor(limit / 1_000_000) });
  const asksFirst = /100-continue/i.test(request.headers.expect ?? '');
  if (asksFirst || announced > notEvenRead) {
    response.setHeader('connection', 'close');
    answer();
  } else {
    request.on('end', answer);
  }
  request.resume();
  return true;
}
