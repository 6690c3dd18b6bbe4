import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { DataFileProblem } from '../problem.ts';
import { ByteSource, type NextBytes } from './byteSource.ts';
import { CaseReader } from './caseReader.ts';
import { readDictionary, type Dictionary } from './readDictionary.ts';

const piece = 1 << 18;

export interface OpenSav extends Dictionary {
  readonly cases: CaseReader;
  /** The share of the file that is read, 0 to 1. */
  progress(): number;
  close(): void;
}

/** Opens a .sav or .zsav file and reads its dictionary. @throws DataFileProblem */
export function openSav(file: string): OpenSav {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    throw new DataFileProblem({ file }, 'cannot be opened', 'Is the path right, and may you read it?');
  }
  try {
    const source = new ByteSource(path.basename(file), pieces(handle));
    const found = readDictionary(source);
    if (found.dictionary.compression === 'zlib') source.continueWith(unpackedBlocks(source, handle));
    const size = fstatSync(handle).size;
    return {
      ...found,
      cases: new CaseReader(source, found),
      progress: () => Math.min(1, source.taken / size),
      close: () => closeSync(handle),
    };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

function pieces(handle: number): NextBytes {
  const buffer = new Uint8Array(piece);
  return () => {
    const got = readSync(handle, buffer, 0, piece, null);
    return got === 0 ? undefined : buffer.subarray(0, got);
  };
}

/** The rows of a .zsav lie in blocks of at most some megabytes, packed one by one; a list behind them says where. */
function unpackedBlocks(source: ByteSource, handle: number): NextBytes {
  source.long();
  const list = source.long();
  const length = source.long();
  if (length < 24 || length > 1 << 26 || list < 0) throw source.damaged('a list of blocks without sense');
  const view = readAt(source, handle, list, length);
  const little = source.littleEndian;
  const count = view.getInt32(20, little);
  if (count < 0 || 24 + count * 24 > length) throw source.damaged('a list of blocks that is shorter than it says');
  let block = 0;
  return () => {
    if (block >= count) return undefined;
    const entry = 24 + 24 * block++;
    const from = Number(view.getBigInt64(entry + 8, little));
    const unpacked = view.getInt32(entry + 16, little);
    const packed = view.getInt32(entry + 20, little);
    if (packed < 0 || packed > 1 << 26 || unpacked < 0 || unpacked > 1 << 26)
      throw source.damaged('a block without sense');
    const bytes = readAt(source, handle, from, packed);
    try {
      return inflateSync(new Uint8Array(bytes.buffer, 0, packed), { maxOutputLength: Math.max(1, unpacked) });
    } catch {
      throw source.damaged('a block that cannot be unpacked');
    }
  };
}

function readAt(source: ByteSource, handle: number, from: number, length: number): DataView {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const got = readSync(handle, bytes, filled, length - filled, from + filled);
    if (got === 0)
      throw new DataFileProblem(
        { file: source.file },
        'the file is cut off among its rows',
        'Copy or export it again.',
      );
    filled += got;
  }
  return new DataView(bytes.buffer);
}
