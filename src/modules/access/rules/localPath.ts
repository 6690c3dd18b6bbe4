/**
 * The path on this site that an address from outside names, or `otherwise` when it could lead elsewhere. Browsers read a
 * backslash as a slash and drop tabs and line ends, so `/\evil.example` and `/<tab>/evil.example` are other sites too.
 */
export function localPath(asked: unknown, otherwise: string): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 500) return otherwise;
  const here = 'http://here.invalid';
  const url = URL.parse(asked, here);
  if (!url || url.origin !== here) return otherwise;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') ? otherwise : path;
}
