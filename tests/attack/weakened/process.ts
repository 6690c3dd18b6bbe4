import { isUtf8 } from 'node:buffer';
import { Server, ServerResponse, type IncomingMessage } from 'node:http';
import { weakened } from './guards.ts';

/** Loaded before the program that is attacked: takes one of its guards away. */
const rule = weakened()?.rule;

type Header = Parameters<ServerResponse['setHeader']>;

/** Changes what every answer sets as header; `undefined` leaves it out. */
function eachHeader(change: (name: string, value: Header[1]) => Header[1] | undefined): void {
  const { setHeader } = ServerResponse.prototype;
  ServerResponse.prototype.setHeader = function (...[name, value]: Header) {
    const next = change(name.toLowerCase(), value);
    return next === undefined ? this : setHeader.call(this, name, next);
  };
}

/** Changes what every answer says, when it is said plainly; the length must stay. */
function eachBody(change: (text: string) => string): void {
  for (const name of ['write', 'end'] as const) {
    const say = ServerResponse.prototype[name] as (this: ServerResponse, ...all: unknown[]) => never;
    ServerResponse.prototype[name] = function (this: ServerResponse, chunk: unknown, ...rest: unknown[]) {
      // What is compressed is left as it is.
      const text = chunk instanceof Uint8Array && isUtf8(chunk) ? Buffer.from(chunk).toString('utf8') : chunk;
      return say.call(this, typeof text === 'string' ? change(text) : chunk, ...rest);
    };
  }
}

function eachRequest(look: (request: IncomingMessage) => void): void {
  const emit = Server.prototype.emit as (this: Server, event: string, ...rest: unknown[]) => boolean;
  Server.prototype.emit = function (this: Server, event: string, ...rest: unknown[]) {
    if (event === 'request') look(rest[0] as IncomingMessage);
    return emit.call(this, event, ...rest);
  } as typeof Server.prototype.emit;
}

switch (rule) {
  case 'security-headers':
    eachHeader((name, value) => (/^(x-|content-security|permissions|cross-origin)/.test(name) ? undefined : value));
    break;
  case 'cookie-flags':
    eachHeader((name, value) =>
      name === 'set-cookie' ? [value].flat().map((cookie) => String(cookie).split(';')[0]!) : value,
    );
    break;
  case 'origin-check':
    eachRequest((request) => (request.headers.origin = `http://${request.headers.host}`));
    break;
  case 'quiet-log':
    eachRequest((request) => console.log(request.url, request.headers.cookie));
    break;
  case 'escaping':
    eachBody((text) => text.replaceAll('&lt;script>', '<script>   '));
    break;
}
