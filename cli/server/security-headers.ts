import type { IncomingMessage, ServerResponse } from 'node:http';

/** For every answer. */
const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** For what a browser opens as a page; on each of the files that a page brings along they would only weigh. */
const pages: Readonly<Record<string, string>> = {
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // Old browsers do not know `frame-ancestors`.
  'x-frame-options': 'DENY',
  // What a page of ours never needs, so that script that got in anyway does not have it either.
  'permissions-policy': ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb']
    .map((name) => `${name}=()`)
    .join(', '),
};

/** A year; only over https, where a browser takes it. The host alone: what runs beside us is not ours to decide. */
const httpsOnly = 'max-age=31536000';

/**
 * The headers that an answer carries whatever it is: page, download, refusal or page of the server itself; fewer for built
 * files. The content security policy comes with the content: pages have one with a nonce, the rest one that allows nothing.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  const headers = request.url?.startsWith('/_app/') ? always : { ...always, ...pages };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.headers['x-forwarded-proto'] === 'https') response.setHeader('strict-transport-security', httpsOnly);
}
