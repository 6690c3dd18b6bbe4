export interface LetterPiece {
  readonly text: string;
  /** Set for an address that can be opened. */
  readonly href?: string;
}

/**
 * A letter cut into words and addresses, so that a page can show links. An address of this site becomes a path: the
 * letter was written with the public address, the reader may have come in by another one.
 */
export function letterPieces(body: string, site: string): LetterPiece[] {
  return body
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .filter((text) => text !== '')
    .map((text) => {
      if (!/^https?:\/\//.test(text)) return { text };
      const own = text === site || text.startsWith(`${site}/`);
      return { text, href: own ? text.slice(site.length) || '/' : text };
    });
}
