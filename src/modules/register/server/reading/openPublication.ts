import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { RegisterProblem } from '../../rules/importProblem.ts';
import { publishedFiles, type FileName, type Publication } from '../../rules/publication.ts';
import { textOf } from './copyLines.ts';
import { RowScanner } from './rowScanner.ts';

const names = Object.keys(publishedFiles) as FileName[];
const pieceSize = 256 * 1024;

/** A publication that is open for reading. */
export interface OpenPublication extends Publication {
  /** The same for the same contents, whatever the file is called. */
  readonly fingerprint: string;
  /** Bytes of a file once unpacked. */
  sizeOf(file: FileName): number;
  /**
   * The contents of a file in pieces, from a byte on. The whole is unpacked and checked against the sum in the zip, also what
   * lies before that byte.
   * @throws RegisterProblem when the zip is damaged
   */
  pieces(file: FileName, from?: number): AsyncGenerator<Buffer, void, undefined>;
  close(): void;
}

/**
 * Opens a zip of KBO open data and reads what it says of itself.
 * @throws RegisterProblem when it is no such zip, or one with changes only
 */
export async function openPublication(place: string): Promise<OpenPublication> {
  const file = path.basename(place);
  const zip = await openZip(place, file);
  try {
    const entries = await entriesOf(zip, file);
    const pieces = (name: FileName, from = 0) => unpack(zip, entries.get(name)!, publishedFiles[name].file, from);
    const about = await readMeta(pieces('meta'));
    const sums = names.map((name) => {
      const { crc32: sum, uncompressedSize } = entries.get(name)!;
      return `${name} ${sum} ${uncompressedSize}`;
    });
    return {
      ...about,
      fingerprint: createHash('sha256').update(sums.join('\n')).digest('hex'),
      sizeOf: (name) => entries.get(name)!.uncompressedSize,
      pieces,
      close: () => zip.close(),
    };
  } catch (problem) {
    zip.close();
    throw problem;
  }
}

async function openZip(place: string, file: string): Promise<ZipFile> {
  try {
    return await openPromise(place, { lazyEntries: true, autoClose: false });
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new RegisterProblem({ code: 'notThere', file });
    // The list of what is in a zip stands at its end: a file that broke off has none.
    throw new RegisterProblem({ code: /end of central directory/i.test(message) ? 'cutOff' : 'noZip', file });
  }
}

async function entriesOf(zip: ZipFile, file: string): Promise<Map<FileName, Entry>> {
  const byFile = new Map(names.map((name) => [publishedFiles[name].file as string, name]));
  const found = new Map<FileName, Entry>();
  let hasChanges = false;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', () => reject(new RegisterProblem({ code: 'damaged', file })));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      const inside = path.posix.basename(entry.fileName).toLowerCase();
      hasChanges ||= /_(insert|delete)\.csv$/.test(inside);
      const name = byFile.get(inside);
      if (name && found.has(name)) return reject(new RegisterProblem({ code: 'twice', file, params: { inside } }));
      if (name) found.set(name, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  const missing = names.find((name) => !found.has(name));
  if (missing && hasChanges) throw new RegisterProblem({ code: 'update', file });
  if (missing) {
    const params = { missing: publishedFiles[missing].file };
    throw new RegisterProblem({ code: 'missingFile', file, params });
  }
  return found;
}

async function* unpack(
  zip: ZipFile,
  entry: Entry,
  file: string,
  from: number,
): AsyncGenerator<Buffer, void, undefined> {
  const damaged = () => new RegisterProblem({ code: 'damaged', file });
  if (entry.isEncrypted() || ![0, 8].includes(entry.compressionMethod)) throw damaged();
  let sum = 0;
  let size = 0;
  try {
    const packed: Readable = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    const inflate = createInflateRaw({ chunkSize: pieceSize });
    // What breaks on the way in must end the way out too.
    packed.on('error', (problem) => inflate.destroy(problem));
    const stream: Readable = entry.compressionMethod === 0 ? packed : packed.pipe(inflate);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      const begin = size;
      size += piece.length;
      if (size > from) yield begin >= from ? piece : piece.subarray(from - begin);
    }
  } catch (problem) {
    if (problem instanceof RegisterProblem) throw problem;
    throw damaged();
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw damaged();
}

async function readMeta(pieces: AsyncIterable<Buffer>): Promise<Publication> {
  const { file } = publishedFiles.meta;
  const said = new Map<string, { value: string; line: number }>();
  const scanner = new RowScanner(publishedFiles.meta, (row) =>
    said.set(textOf(row, 0).trim().toLowerCase(), { value: textOf(row, 1).trim(), line: row.line }),
  );
  for await (const piece of pieces) scanner.push(piece);
  scanner.end();
  const read = (variable: string, pattern: RegExp): RegExpExecArray => {
    const found = said.get(variable.toLowerCase());
    const match = pattern.exec(found?.value ?? '');
    if (match) return match;
    throw new RegisterProblem({
      code: 'meta',
      file,
      ...(found ? { line: found.line } : {}),
      column: variable,
      params: { found: (found?.value ?? '').slice(0, 60) },
    });
  };
  const [type] = read('ExtractType', /^.+$/);
  if (type.toLowerCase() !== 'full') throw new RegisterProblem({ code: 'update', file });
  const [, day, month, year] = read('SnapshotDate', /^([0-3]\d)-([01]\d)-(\d{4})$/);
  return {
    number: Number(read('ExtractNumber', /^\d{1,9}$/)[0]),
    snapshotOn: `${year}-${month}-${day}`,
    extractedAt: said.get('extracttimestamp')?.value ?? '',
    version: said.get('version')?.value ?? '',
  };
}
