import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a page of ours never needs, so that script that got in anyway does not have it either. */
const unused = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer'];
const unusedToo = ['microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking', 'browsing-topics'];

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Old browsers do not know `frame-ancestors`.
  'x-frame-options': 'DENY',
  'permissions-policy': [...unused, ...unusedToo].map((name) => `${name}=()`).join(', '),
};

/** A year; only over https, where a browser takes it. The host alone: what runs beside us is not ours to decide. */
const httpsOnly = 'max-age=31536000';

/**
 * The headers that every answer carries: pages, files, downloads, refusals and the pages of the server itself. The
 * content security policy comes with the content: pages have one with a nonce, the rest one that allows nothing.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  if (request.headers['x-forwarded-proto'] === 'https') response.setHeader('strict-transport-security', httpsOnly);
}
