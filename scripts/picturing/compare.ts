import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The share of pixels that differ between two pictures, 0 to 1; pictures of another size differ wholly. */
export function difference(before: Buffer, after: Buffer): number {
  const [old, made] = [PNG.sync.read(before), PNG.sync.read(after)];
  if (old.width !== made.width || old.height !== made.height) return 1;
  const differing = pixelmatch(old.data, made.data, undefined, old.width, old.height, { threshold: 0.2 });
  return differing / (old.width * old.height);
}
