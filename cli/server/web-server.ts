import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyLimitOf, refuseLargeBody } from './body-limit.ts';
import { compressResponse } from './compression.ts';
import { letTheDoorRefuseForms } from './interface-forms.ts';
import { letMailProgramsEndMails } from './one-click.ts';
import { answerPlainly } from './plain-page.ts';
import { setSecurityHeaders } from './security-headers.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/** Whether the pages can be served now, and if not why (for `/healthz`). */
export type Health = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface WebServer {
  /** The address people open, without a slash at the end. */
  readonly address: string;
  /** From now on pages come from the application. */
  serve(handler: Handler, health: () => Promise<Health>): void;
  /** Takes no new requests, lets the running ones finish (at most `seconds`), and ends. */
  stop(seconds: number): Promise<void>;
}

export interface WebServerOptions {
  readonly port: number;
  readonly host?: string;
  /** Largest body of any request, in bytes; most addresses take less. */
  readonly bodyLimit: number;
}

class PortTaken extends Error {
  constructor(port: number) {
    super(
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.`,
    );
    this.name = 'PortTaken';
  }
}

/** Opens the port at once, so that a taken one shows before anything is started; answers 503 until `serve` is called. */
export async function openWebServer(options: WebServerOptions): Promise<WebServer> {
  let handler: Handler | undefined;
  let health: () => Promise<Health> = () => Promise.resolve({ ok: false, reason: 'starting' });
  let stopping = false;

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    setSecurityHeaders(request, response);
    if (stopping) response.setHeader('connection', 'close');
    // A request that was under way when the stop came leaves an open, idle connection behind.
    request.on('close', () => stopping && setImmediate(() => server.closeIdleConnections()));
    if (request.url === '/healthz')
      return void answerHealth(
        request,
        response,
        stopping ? () => Promise.resolve({ ok: false, reason: 'stopping' }) : health,
      );
    if (refuseLargeBody(request, response, bodyLimitOf(request.url ?? '', options.bodyLimit))) return;
    if (!handler) return answerPlainly(request, response, 503);
    // Behind a proxy its header says how the visitor came in; without one it is what this server speaks.
    request.headers['x-forwarded-proto'] ??= 'http';
    letTheDoorRefuseForms(request);
    letMailProgramsEndMails(request);
    compressResponse(request, response);
    handler(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };

  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 70_000, requestTimeout: 120_000 }, onRequest);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) <= bodyLimitOf(request.url ?? '', options.bodyLimit))
      response.writeContinue();
    onRequest(request, response);
  });
  // Broken requests (garbage on the port) end quietly.
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });
  await listen(server, options.port, options.host);

  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    serve(next, check) {
      handler = next;
      health = check;
    },
    async stop(seconds) {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), seconds * 1000);
      await closed;
      clearTimeout(timer);
    },
  };
}

function listen(server: Server, port: number, host?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new PortTaken(port));
      else if (error.code === 'EACCES')
        reject(new Error(`Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start.`));
      else reject(error);
    });
    server.listen(port, host, () => resolve());
  });
}

async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  health: () => Promise<Health>,
): Promise<void> {
  const state = await health();
  response.statusCode = state.ok ? 200 : 503;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(request.method === 'HEAD' ? undefined : `${state.ok ? 'ok' : state.reason}\n`);
}
