import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** A piece of a file: its bytes, and where in the file they stand. */
export interface Piece {
  /** Name of the whole file, without a folder. */
  readonly name: string;
  /** Bytes of the whole file. */
  readonly size: number;
  /** What tells this file from another one of the same name and size, such as when it was changed; may be empty. */
  readonly mark: string;
  /** Where the piece begins, in bytes. */
  readonly from: number;
  readonly content: Uint8Array;
}

/** How much of the file is there now, in bytes: the next piece begins there. `whole`: it stands ready under its name. */
export interface Received {
  readonly received: number;
  readonly whole: boolean;
}

const unfinished = '.part';
const keptMs = 7 * 86_400_000;

/** Pieces of one file find each other by this name; those of another file with the same name do not mix with them. */
function placeOf(folder: string, { name, size, mark }: Piece): string {
  const own = createHash('sha256')
    .update(JSON.stringify([name, size, mark]))
    .digest('hex')
    .slice(0, 16);
  return path.join(folder, `${own}${unfinished}`);
}

async function forgetOldPieces(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(unfinished)) continue;
    const place = path.join(folder, name);
    const about = await stat(place).catch(() => null);
    if (about && now.getTime() - about.mtimeMs > keptMs) await rm(place, { force: true });
  }
}

/** Whether the disk can hold the rest of a file; a system that does not tell is trusted. */
export async function hasRoomFor(folder: string, bytes: number): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const disk = await statfs(folder).catch(() => null);
  return disk === null || disk.bavail * disk.bsize > bytes;
}

async function openPlace(place: string): Promise<FileHandle> {
  // Not `a`: that would write behind what is there, wherever the piece belongs.
  return open(place, 'r+').catch(() => open(place, 'w+'));
}

/**
 * Puts a piece of a file into the folder. A piece may come twice, and a file may be taken up again where it stopped: a piece
 * that begins behind what is there is not written, and the answer says where to go on.
 */
export async function receivePiece(folder: string, piece: Piece, now: Date): Promise<Received> {
  await mkdir(folder, { recursive: true });
  if (piece.from === 0) await forgetOldPieces(folder, now);
  const place = placeOf(folder, piece);
  const handle = await openPlace(place);
  let received: number;
  try {
    const { size: held } = await handle.stat();
    if (piece.from > held) return { received: held, whole: false };
    await handle.write(piece.content, 0, piece.content.length, piece.from);
    received = Math.max(held, piece.from + piece.content.length);
    if (received >= piece.size) await handle.sync();
  } finally {
    await handle.close();
  }
  if (received < piece.size) return { received, whole: false };
  await rename(place, path.join(folder, piece.name));
  return { received, whole: true };
}
