import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endEverything, startInstance, startedFolder, type Instance } from '../support/instance.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await startInstance(startedFolder());
});
afterAll(endEverything);

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const sent = request(`${instance.address}${path}`, { method, headers });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) };
}

describe('a body of 50 MB', () => {
  const size = 50_000_000;
  const piece = Buffer.alloc(1_000_000, 'x');

  async function send(headers: Record<string, string>): Promise<{ status: number; body: string }> {
    const origin = instance.address;
    const sent = request(`${instance.address}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin, accept: 'text/html', ...headers },
    });
    const answer = once(sent, 'response') as Promise<[IncomingMessage]>;
    for (let written = 0; written < size && !sent.destroyed; written += piece.length) {
      if (!sent.write(piece)) await once(sent, 'drain');
    }
    sent.end();
    const [response] = await answer;
    return { status: response.statusCode!, body: await text(response) };
  }

  it('is refused with a page that says how large it may be', async () => {
    const { status, body } = await send({ 'content-length': String(size), 'accept-language': 'nl' });
    expect(status).toBe(413);
    expect(body).toContain('2 MB');
    expect(body).toContain('lang="nl"');
  });

  it('is refused in the language of the visitor', async () => {
    const { body } = await send({ 'content-length': String(size), 'accept-language': 'fr-BE,fr;q=0.9' });
    expect(body).toContain('lang="fr"');
  });

  it('is refused as well when its length was not announced, and the connection stays usable', async () => {
    const socket = connect(Number(new URL(instance.address).port), 'localhost');
    socket.write(
      `POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nAccept: text/html\r\nTransfer-Encoding: chunked\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\n\r\n',
    );
    const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
    for (let written = 0; written < size; written += piece.length) {
      if (!socket.write(chunk)) await once(socket, 'drain');
    }
    // Written, not ended: a sender that closes its half gets no second answer.
    socket.write('0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    const answers = [...(await text(socket)).matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => Number(match[1]));
    // 405: a page that takes no form says so without reading.
    expect([405, 413]).toContain(answers[0]);
    expect(answers[1]).toBe(200);
  });

  it('is refused before it is sent when the sender asks first', async () => {
    const sent = request(`${instance.address}/`, {
      method: 'POST',
      headers: { 'content-length': String(size), expect: '100-continue' },
    });
    let invited = false;
    sent.on('continue', () => (invited = true));
    sent.on('error', () => undefined);
    sent.flushHeaders();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    expect(invited).toBe(false);
    sent.destroy();
  });

  it('leaves the server well', async () => {
    expect((await ask('/healthz')).status).toBe(200);
  });
});

describe('pages', () => {
  it('are compressed in the way the browser likes best', async () => {
    const plain = await ask('/');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const brotli = await ask('/', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers.vary).toContain('accept-encoding');
    expect(brotliDecompressSync(brotli.body).toString()).toContain('</html>');
    const gzip = await ask('/', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gzip.body).toString()).toContain('</html>');
    expect((await ask('/', { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers['content-encoding']).toBeUndefined();
  });

  it('answer HEAD without a body', async () => {
    const { status, body } = await ask('/', { 'accept-encoding': 'br' }, 'HEAD');
    expect(status).toBe(200);
    expect(body).toHaveLength(0);
  });

  it('carry a policy that allows no inline script or style', async () => {
    const policy = String((await ask('/')).headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self'/);
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
  });

  it('that do not exist are 404', async () => {
    expect((await ask('/does-not-exist')).status).toBe(404);
  });
});

it('a form from another site is refused', async () => {
  const answer = await ask(
    '/',
    { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
    'POST',
  );
  expect(answer.status).toBe(403);
});

it('garbage on the port is answered with 400 and does no harm', async () => {
  const socket = connect(Number(new URL(instance.address).port));
  socket.write('\u0000\u0001 nonsense\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400/);
  expect((await ask('/healthz')).status).toBe(200);
});
