import { createServer, type Server, type Socket } from 'node:net';

/** The EICAR test string, which every scanner knows and which harms nobody; in two halves, so that this file is not found itself. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/**
 * A small server that speaks as clamd does: reads INSTREAM and its pieces, finds the EICAR test string, refuses what is over its limit.
 * @param limit bytes, as clamd's StreamMaxLength
 */
export async function startClamd(where: { port?: number; path?: string } = {}, limit = 26_214_400) {
  const seen: number[] = [];
  const server: Server = createServer((socket) => serve(socket, limit, seen));
  await new Promise<void>((listening) =>
    where.path ? server.listen(where.path, listening) : server.listen(where.port ?? 0, '127.0.0.1', listening),
  );
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    setting: where.path ? `clamd:${where.path}` : `clamd://127.0.0.1:${port}`,
    port,
    /** The sizes of the files that it was given. */
    seen,
    stop: () => new Promise<void>((stopped) => void server.close(() => stopped())),
  };
}

function serve(socket: Socket, limit: number, seen: number[]): void {
  let heard = Buffer.alloc(0);
  const pieces: Buffer[] = [];
  let size = 0;
  let asked = false;
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    heard = Buffer.concat([heard, data]);
    if (!asked) {
      const end = heard.indexOf(0);
      if (end < 0) return;
      if (heard.subarray(0, end).toString() !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
      asked = true;
      heard = heard.subarray(end + 1);
    }
    while (heard.length >= 4) {
      const length = heard.readUInt32BE(0);
      if (length === 0) {
        seen.push(size);
        const found = Buffer.concat(pieces).includes(eicar);
        return void socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
      }
      if (heard.length < 4 + length) return;
      pieces.push(heard.subarray(4, 4 + length));
      size += length;
      heard = heard.subarray(4 + length);
      if (size > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    }
  });
}
