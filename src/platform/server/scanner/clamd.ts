import { connect, type NetConnectOpts } from 'node:net';
import type { Verdict } from './scanner.ts';

/** How long clamd may be silent, in milliseconds: a large file takes it a while. */
const patience = 60_000;
const pieceSize = 64 * 1024;

/** Where a setting says that clamd listens; undefined when it names no clamd. */
export function clamdAddress(setting: string): NetConnectOpts | undefined {
  const network = /^clamd:\/\/\[?([^/\]]+?)\]?:(\d{1,5})$/.exec(setting);
  if (network) return { host: network[1]!, port: Number(network[2]) };
  const socket = /^clamd:(\/[^/].*)$/.exec(setting);
  return socket ? { path: socket[1]! } : undefined;
}

/**
 * Hands a file to clamd with its command INSTREAM (clamd(8)): pieces that begin with their length in four bytes, the last one empty;
 * the answer is one line, `stream: OK` or `stream: <name> FOUND`.
 * @throws when clamd cannot be reached, breaks off, or answers with an error (a file over its StreamMaxLength)
 */
export function askClamd(address: NetConnectOpts, bytes: Uint8Array): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let answer = '';
    // When it refuses while we still send, its reason comes before our write fails.
    const settle = (problem?: Error) => {
      socket.destroy();
      const verdict = verdictIn(answer);
      if (verdict) resolve(verdict);
      else reject(new Error(answer ? `clamd answered: ${firstLine(answer)}` : (problem?.message ?? 'clamd broke off')));
    };
    socket.setTimeout(patience, () => settle(new Error('clamd does not answer')));
    socket.on('error', settle);
    socket.on('close', () => settle());
    socket.on('data', (data: Buffer) => {
      answer = (answer + data.toString('utf8')).slice(0, 4096);
      if (answer.includes('\0')) settle();
    });
    socket.on('connect', () => send(socket, bytes));
  });
}

function send(socket: { write(data: Uint8Array | string): unknown }, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += pieceSize) {
    const piece = bytes.subarray(at, at + pieceSize);
    socket.write(lengthOf(piece));
    socket.write(piece);
  }
  socket.write(lengthOf(new Uint8Array()));
}

function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

const firstLine = (answer: string): string => answer.split(/[\0\n]/, 1)[0]!.slice(0, 200);

function verdictIn(answer: string): Verdict | undefined {
  const line = firstLine(answer);
  if (!/[\0\n]/.test(answer)) return undefined;
  if (line === 'stream: OK') return { outcome: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(line);
  return found ? { outcome: 'infected', found: found[1]! } : undefined;
}
