/** Where a piece went: up to here the server has the file now. */
export interface Answer {
  readonly received: number;
  readonly whole: boolean;
}

export interface Sending {
  readonly file: Blob;
  readonly pieceBytes: number;
  /** Sends one piece; rejects with {@link Unreachable} when no answer came. */
  readonly send: (piece: Blob, from: number) => Promise<Answer>;
  /** Called with the bytes that arrived, and whether the connection is gone at the moment. */
  readonly tell: (received: number, waiting: boolean) => void;
  /** Waits before the next try; its turn counts from 1. */
  readonly pause: (turn: number) => Promise<void>;
  readonly stopped: () => boolean;
}

/** No answer came: the connection is gone, or the server is not there for a moment. */
export class Unreachable extends Error {}

/** The server keeps forgetting what it had: its processes do not share a folder. */
export class Forgotten extends Error {}

const mostSetbacks = 5;

/**
 * Sends a file piece by piece, goes on where the server says, and tries again for as long as nobody stops it. True when the whole
 * file is there; whatever else the server says ends it.
 */
export async function sendPieces({ file, pieceBytes, send, tell, pause, stopped }: Sending): Promise<boolean> {
  let from = 0;
  let setbacks = 0;
  for (let turn = 0; !stopped();) {
    try {
      const { received, whole } = await send(file.slice(from, from + pieceBytes), from);
      turn = 0;
      // The server has it up to here, also when it forgot some of it meanwhile; but not time and again.
      if (received < from && (setbacks += 1) > mostSetbacks) throw new Forgotten();
      from = received;
      tell(received, false);
      if (whole) return true;
    } catch (problem) {
      if (!(problem instanceof Unreachable)) throw problem;
      tell(from, true);
      turn += 1;
      await pause(turn);
    }
  }
  return false;
}
