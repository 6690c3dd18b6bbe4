import type { IncomingMessage } from 'node:http';

const ending = /^\/unsubscribe\/[\w-]{20,}$/u;

/**
 * The button «unsubscribe» of a mail program posts from its own servers: a form without an origin and without a cookie (RFC 8058). The
 * page handler takes every such form for one that another site made a browser send. A browser always names the origin of a form, so
 * what names none comes from a program, and the secret in the address is all it needs: it passes as our own, and any cookie is taken away.
 */
export function letMailProgramsEndMails(request: IncomingMessage): void {
  const { method, url, headers } = request;
  if (method !== 'POST' || headers.origin !== undefined || !ending.test(url ?? '')) return;
  headers.origin = `${String(headers['x-forwarded-proto'])}://${headers.host}`;
  delete headers.cookie;
}
