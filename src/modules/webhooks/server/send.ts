import { createHmac } from 'node:crypto';
import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './publicAddress.ts';

export interface Signal {
  readonly delivery: string;
  readonly event: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

export interface Sent {
  /** The status of the answer; undefined when there was none. */
  readonly status?: number;
  /** Why it counts as not delivered, as a code; undefined when it was. */
  readonly problem?: 'private_address' | 'needs_https' | 'timeout' | 'unreachable' | 'refused';
}

/** What a receiver computes anew: HMAC-SHA256 over `timestamp.body`, in hexadecimal. */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

class PrivateAddress extends Error {}

/**
 * Looks a name up and hands out only addresses of public servers. The connection is made to what was looked at here, so a
 * name that answers otherwise a moment later gains nothing.
 */
function lookUpPublic(
  hostname: string,
  options: LookupOptions,
  done: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
): void {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
      return done(new PrivateAddress(), []);
    if (options.all) return done(null, addresses);
    return done(null, addresses[0]!.address, addresses[0]!.family);
  });
}

/**
 * Sends one signal: at most ten seconds, no redirect followed, nothing of the answer kept but its status. Private addresses
 * and plain HTTP are refused unless the instance allows them.
 */
export async function sendSignal(signal: Signal, now: Date, privateToo: boolean, seconds = 10): Promise<Sent> {
  const url = new URL(signal.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!privateToo && url.protocol !== 'https:') return { problem: 'needs_https' };
  if (!privateToo && isIP(host) !== 0 && !isPublicAddress(host)) return { problem: 'private_address' };
  const timestamp = Math.floor(now.getTime() / 1000);
  const options: RequestOptions = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(signal.body),
      'user-agent': 'Krachtlijn',
      'krachtlijn-event': signal.event,
      'krachtlijn-delivery': signal.delivery,
      'krachtlijn-signature': `t=${timestamp},v1=${signatureOf(signal.secret, timestamp, signal.body)}`,
    },
    agent: false,
    signal: AbortSignal.timeout(seconds * 1000),
    ...(privateToo ? {} : { lookup: lookUpPublic as NonNullable<RequestOptions['lookup']> }),
  };
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, options, (response) => {
      const { statusCode: status = 0 } = response;
      // Whatever it says further is not read.
      response.destroy();
      resolve(status >= 200 && status < 300 ? { status } : { status, problem: 'refused' });
    });
    request.on('error', (error) => {
      if (error instanceof PrivateAddress) resolve({ problem: 'private_address' });
      else
        resolve({ problem: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : 'unreachable' });
    });
    request.end(signal.body);
  });
}
