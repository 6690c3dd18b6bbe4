import { unzipSync } from 'fflate';
import { streamXlsxRows } from 'hucre/xlsx';
import { invalid } from '#platform/server/errors.ts';
import { cellsOfText } from '../rules/numberList.ts';

/** The largest file, in bytes, and what it may hold once it is unpacked. */
export const largestList = 2_000_000;
const largestUnpacked = 40_000_000;
/** A list that goes on longer is no list of some hundreds of numbers. */
const rowsRead = 5000;

/**
 * The rows of a file that somebody sent: a workbook (its first sheet), or text with one line a row. Told by its content; the
 * name says nothing.
 * @throws InvalidInput beside the field `file`, with what to do
 */
export async function readListFile(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  if (bytes.length === 0) throw invalid('file', 'eligibility.office:error.listEmpty');
  if (bytes.length > largestList) throw invalid('file', 'eligibility.office:error.listSize');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes);
  // The old format of Excel, and what is locked with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw invalid('file', 'eligibility.office:error.listOld');
  const text = decoded(bytes);
  // oxlint-disable-next-line no-control-regex
  if (text === undefined || /[\u0000-\u0008\u000e-\u001f]/u.test(text))
    throw invalid('file', 'eligibility.office:error.listKind');
  return cellsOfText(text);
}

/** UTF-8, or what Excel writes by itself: UTF-16 with a mark in front, else the letters of Windows. */
function decoded(bytes: Uint8Array): string | undefined {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const name = bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le';
  for (const encoding of marked ? [name] : ['utf-8', 'windows-1252'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  return undefined;
}

async function readWorkbook(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  try {
    checkUnpacked(bytes);
    const rows: string[][] = [];
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: 0, maxRows: rowsRead })) {
      if (index >= rowsRead) break;
      // A sheet leaves empty rows out; the line that is told has to be the one that somebody sees.
      while (rows.length < index) rows.push([]);
      rows.push(values.map((value) => (value === null || value === undefined ? '' : String(value))));
    }
    return rows;
  } catch {
    throw invalid('file', 'eligibility.office:error.listBroken');
  }
}

/** What a packed file says that it holds is the most that is unpacked of it, so that is looked at before anything is. */
function checkUnpacked(bytes: Uint8Array): void {
  let total = 0;
  unzipSync(bytes, {
    filter({ originalSize, size }) {
      total += originalSize;
      if (total > largestUnpacked || (originalSize === 0 && size > 2)) throw new RangeError('too much to unpack');
      return false;
    },
  });
}
