import { inflateSync } from 'node:zlib';

/**
 * Unpacks a WOFF 1.0 font into a plain TrueType or OpenType font. The PDF compiler reads only the plain form and the font
 * packages ship only packed ones. Format: W3C WOFF File Format 1.0, sections 3 to 5.
 *
 * `family` gives the font another family name of exactly the same length as the old one. Two subsets of one typeface carry
 * the same name, and of two fonts with one name only the first is ever looked at.
 *
 * @throws when the bytes are no WOFF 1.0 font, or when `family.to` has another length than `family.from`.
 */
export function unpackWoff(woff: Buffer, family?: { readonly from: string; readonly to: string }): Buffer {
  if (woff.length < 44 || woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF 1.0 font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const start = woff.readUInt32BE(at + 4);
    const packedLength = woff.readUInt32BE(at + 8);
    const length = woff.readUInt32BE(at + 12);
    const packed = woff.subarray(start, start + packedLength);
    const bytes = packedLength < length ? inflateSync(packed) : Buffer.from(packed);
    if (bytes.length !== length) throw new Error('This WOFF font is damaged');
    const tag = woff.toString('latin1', at, at + 4);
    if (tag === 'name' && family) rename(bytes, family.from, family.to);
    return { tag, bytes };
  });

  const directoryLength = 12 + count * 16;
  const font = Buffer.alloc(directoryLength + tables.reduce((sum, { bytes }) => sum + padded(bytes.length), 0));
  const steps = 2 ** Math.floor(Math.log2(count));
  woff.copy(font, 0, 4, 8);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(steps * 16, 6);
  font.writeUInt16BE(Math.log2(steps), 8);
  font.writeUInt16BE((count - steps) * 16, 10);
  let offset = directoryLength;
  tables.forEach(({ tag, bytes }, index) => {
    const at = 12 + index * 16;
    font.write(tag, at, 'latin1');
    font.writeUInt32BE(checksum(bytes), at + 4);
    font.writeUInt32BE(offset, at + 8);
    font.writeUInt32BE(bytes.length, at + 12);
    bytes.copy(font, offset);
    offset += padded(bytes.length);
  });
  return font;
}

/** Every code point that a plain font has a shape for, from its Unicode character map (formats 4 and 12). */
export function codePointsOf(font: Buffer): Set<number> {
  const found = new Set<number>();
  const cmap = tableOf(font, 'cmap');
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = map.readUInt16BE(0);
    if (format === 4) addSegments(map, found);
    if (format === 12) addGroups(map, found);
  }
  return found;
}

function addSegments(map: Buffer, found: Set<number>): void {
  const double = map.readUInt16BE(6);
  for (let at = 0; at < double; at += 2) {
    const end = map.readUInt16BE(14 + at);
    const start = map.readUInt16BE(16 + double + at);
    const delta = map.readUInt16BE(16 + double * 2 + at);
    const rangeAt = 16 + double * 3 + at;
    const range = map.readUInt16BE(rangeAt);
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const glyph = range === 0 ? point + delta : map.readUInt16BE(rangeAt + range + (point - start) * 2);
      if ((glyph & 0xffff) !== 0) found.add(point);
    }
  }
}

function addGroups(map: Buffer, found: Set<number>): void {
  for (let group = 0; group < map.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    for (let point = map.readUInt32BE(at); point <= map.readUInt32BE(at + 4); point += 1) found.add(point);
  }
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    if (font.toString('latin1', at, at + 4) !== tag) continue;
    const start = font.readUInt32BE(at + 8);
    return font.subarray(start, start + font.readUInt32BE(at + 12));
  }
  throw new Error(`The font has no table '${tag}'`);
}

function rename(names: Buffer, from: string, to: string): void {
  if (from.length !== to.length) throw new Error(`'${to}' must be as long as '${from}'`);
  const [old, next] = [from, to].map((text) => Buffer.from(text, 'utf16le').swap16());
  for (let at = names.indexOf(old!); at !== -1; at = names.indexOf(old!, at + old!.length)) next!.copy(names, at);
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checksum(bytes: Buffer): number {
  const whole = Buffer.alloc(padded(bytes.length));
  bytes.copy(whole);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}
