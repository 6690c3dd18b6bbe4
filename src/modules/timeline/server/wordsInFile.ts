import { strFromU8, unzipSync } from 'fflate';
import { fileKinds } from '../rules/fileKinds.ts';

/** The bytes of words that are looked through at most in one file, unpacked. */
const mostBytes = 50_000_000;

const isPacked = (mediaType: string) => /openxmlformats|opendocument/.test(mediaType);

/** The kinds of files whose words can be read here. */
export const typesWithWords: readonly string[] = [
  ...new Set(Object.values(fileKinds).map(({ mediaType }) => mediaType)),
].filter((mediaType) => mediaType === fileKinds['txt']!.mediaType || isPacked(mediaType));

/**
 * The words of a file as one text: of plain text, and of the documents, sheets and slides of offices, which are XML in a zip.
 * Null when they cannot be read here: pictures, PDF, what is packed wrongly.
 */
export function wordsInFile(mediaType: string, bytes: Uint8Array): string | null {
  if (mediaType === fileKinds['txt']!.mediaType) return strFromU8(bytes);
  if (!isPacked(mediaType)) return null;
  try {
    let left = mostBytes;
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name.endsWith('.xml') && (left -= originalSize) > 0,
    });
    return Object.values(parts).map(wordsOfXml).join('\n');
  } catch {
    return null;
  }
}

/** Words that a document breaks in pieces of one paragraph belong together; a paragraph, cell or line ends them. */
const wordsOfXml = (xml: Uint8Array): string =>
  strFromU8(xml)
    .replace(/<\/(?:w:p|a:p|text:p|text:h|si|is|c|row)>|<(?:w:br|w:tab|text:tab|text:line-break)\b[^>]*>/g, '\n')
    .replace(/<text:s\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_whole, name: keyof typeof signs) => signs[name])
    .replace(/&#(x?)([0-9a-f]+);/gi, (_whole, hex: string, code: string) =>
      String.fromCodePoint(Math.min(parseInt(code, hex ? 16 : 10), 0x10ffff)),
    );

const signs = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;
