import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { until } from './instance.ts';

/**
 * A small reverse proxy as an operator would set one up before several processes of Krachtlijn (docs/running.md has the
 * same for nginx): turn by turn, a process that fails is left out until it says that it is well, and a request whose
 * process died is sent once more to another. That may be done with forms too, since each carries a key of its own.
 */
export interface Proxy {
  readonly address: string;
  /** From now on this process gets its turn. */
  add(address: string): void;
  /** How many requests had to be sent once more. */
  resent(): number;
  /** Waits until requests go to this process (again). */
  untilUsed(address: string): Promise<void>;
  stop(): Promise<void>;
}

interface Target {
  readonly address: string;
  well: boolean;
}

/** The process died, or was not there: nothing of its answer has reached the visitor. */
class Broken extends Error {}

const askedEveryMs = 100;

export async function startProxy(): Promise<Proxy> {
  const targets: Target[] = [];
  let turn = 0;
  let resent = 0;

  const look = setInterval(() => {
    for (const target of targets)
      void fetch(`${target.address}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
        ({ ok }) => (target.well = ok),
        () => (target.well = false),
      );
  }, askedEveryMs);

  function next(tried: ReadonlySet<Target>): Target | undefined {
    const open = targets.filter((target) => target.well && !tried.has(target));
    return open[turn++ % Math.max(open.length, 1)];
  }

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const tried = new Set<Target>();
    for (let target = next(tried); target; target = next(tried)) {
      tried.add(target);
      try {
        return await forward(target.address, incoming, body, outgoing);
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        target.well = false;
        resent++;
      }
    }
    outgoing.writeHead(502).end();
  }

  const server: Server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    add: (address) => void targets.push({ address, well: true }),
    resent: () => resent,
    untilUsed: (address) => until(() => targets.some((target) => target.well && target.address === address)),
    stop: () => {
      clearInterval(look);
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function forward(address: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const broken = (error: Error) => reject(new Broken(error.message));
    const sent = request(address + incoming.url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      const { statusCode = 502, headers } = answer;
      if (headers['content-type']?.startsWith('text/event-stream')) {
        // What lives on cannot be kept back; the browser connects again by itself.
        outgoing.writeHead(statusCode, headers);
        answer.pipe(outgoing);
        answer.on('close', () => outgoing.end());
        outgoing.on('close', () => sent.destroy());
        return resolve();
      }
      buffer(answer).then((whole) => {
        outgoing.writeHead(statusCode, headers);
        outgoing.end(whole, () => resolve());
      }, broken);
    });
    sent.on('error', broken);
    sent.end(body);
  });
}
