import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Forgotten, sendPieces, Unreachable, type Answer } from './sendPieces.ts';

const content = 'A file that is sent in pieces.';

/** A server that keeps what comes, as the real one does; `fails` says which of its turns no answer comes back. */
function aServer({ fails = (_turn: number): boolean => false, held = '' } = {}) {
  let kept = held;
  let turns = 0;
  return {
    kept: () => kept,
    turns: () => turns,
    async send(piece: Blob, from: number): Promise<Answer> {
      turns += 1;
      const words = await piece.text();
      if (from <= kept.length) kept = kept.slice(0, from) + words + kept.slice(from + words.length);
      if (fails(turns)) throw new Unreachable();
      return { received: kept.length, whole: kept.length === content.length };
    },
  };
}

const quiet = { tell: () => {}, pause: async () => {}, stopped: () => false };

describe('a file that is sent in pieces', () => {
  test('arrives as it is, whatever the size of a piece and whichever answers get lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 30 })),
        async (pieceBytes, lost) => {
          const server = aServer({ fails: (turn) => lost.includes(turn) });
          expect(await sendPieces({ ...quiet, file: new Blob([content]), pieceBytes, send: server.send })).toBe(true);
          expect(server.kept()).toBe(content);
        },
      ),
    );
  });

  test('goes on where the server has it already', async () => {
    const server = aServer({ held: content.slice(0, 20) });
    await sendPieces({ ...quiet, file: new Blob([content]), pieceBytes: 5, send: server.send });
    expect(server.turns()).toBe(3);
  });

  test('waits while nobody answers, longer each time, and says so', async () => {
    const server = aServer({ fails: (turn) => turn === 2 || turn === 3 });
    const told: boolean[] = [];
    const pauses: number[] = [];
    await sendPieces({
      file: new Blob([content]),
      pieceBytes: 10,
      send: server.send,
      tell: (_received, waiting) => told.push(waiting),
      pause: async (turn) => void pauses.push(turn),
      stopped: () => false,
    });
    expect(told).toEqual([false, true, true, false, false]);
    expect(pauses).toEqual([1, 2]);
  });

  test('ends when the server keeps forgetting what it had, as processes do that share no folder', async () => {
    const servers = [aServer(), aServer()];
    let turn = 0;
    const send = (piece: Blob, from: number) => servers[turn++ % 2]!.send(piece, from);
    const attempt = sendPieces({ ...quiet, file: new Blob([content]), pieceBytes: 4, send });
    await expect(attempt).rejects.toBeInstanceOf(Forgotten);
  });

  test('stops when somebody says so, and when the server refuses', async () => {
    const server = aServer();
    const stopped = () => server.turns() === 1;
    expect(await sendPieces({ ...quiet, stopped, file: new Blob([content]), pieceBytes: 4, send: server.send })).toBe(
      false,
    );
    const refusing = async () => Promise.reject(new Error('no zip'));
    await expect(sendPieces({ ...quiet, file: new Blob([content]), pieceBytes: 4, send: refusing })).rejects.toThrow(
      'no zip',
    );
  });
});
