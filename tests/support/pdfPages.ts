import { inflateSync } from 'node:zlib';

/** A page of a PDF: what its drawing commands put where, and which of its marks the tag tree knows. */
export interface PdfPage {
  /** Something is drawn that is neither part of the tag tree nor said to be decoration. */
  readonly untagged: readonly string[];
  /** Decoration within content, or content within decoration. */
  readonly entangled: number;
  readonly marks: readonly number[];
  /** How many marks the tag tree has a place for. */
  readonly placed: number;
  readonly hasLinks: boolean;
  readonly tabsFollowTags: boolean;
}

const paints = /^(?:Tj|TJ|'|"|f|F|f\*|B|B\*|b|b\*|S|s|sh|Do|BI)$/;

/** Reads the pages of a file of our own compiler, which leaves its objects unpacked and packs its pages. */
export function readPages(bytes: Uint8Array): PdfPage[] {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const [, id, body] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)endobj/g)) objects.set(Number(id), body!);
  const places = placesOf(objects);
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\s/.test(body.split('stream')[0]!))
    .map((body) => {
      const content = streamOf(objects.get(Number(/\/Contents (\d+) 0 R/.exec(body)?.[1])) ?? '');
      const parents = Number(/\/StructParents (\d+)/.exec(body)?.[1]);
      return {
        ...walk(content),
        placed: places.get(parents) ?? 0,
        hasLinks: /\/Annots/.test(body),
        tabsFollowTags: /\/Tabs \/S\b/.test(body),
      };
    });
}

/** For each page how many marks its list in the tag tree's table of parents has. */
function placesOf(objects: ReadonlyMap<number, string>): Map<number, number> {
  const table = [...objects.values()]
    .map((body) => /\/ParentTree <<\s*\/Nums \[([^\]]*)\]/.exec(body)?.[1])
    .find(Boolean);
  const pairs = [...(table ?? '').matchAll(/(\d+) (\d+) 0 R/g)];
  return new Map(
    pairs.map(([, page, list]) => [Number(page), [...(objects.get(Number(list)) ?? '').matchAll(/\d+ 0 R/g)].length]),
  );
}

function streamOf(body: string): string {
  const [, head, rest] = /^([\s\S]*?)stream\r?\n([\s\S]*)$/.exec(body) ?? [];
  if (head === undefined || rest === undefined) return '';
  const packed = Buffer.from(rest.slice(0, Number(/\/Length (\d+)/.exec(head)?.[1])), 'latin1');
  return (head.includes('FlateDecode') ? inflateSync(packed) : packed).toString('latin1');
}

const token = /\((?:[^()\\]|\\[\s\S])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s()<>[\]/%]*|[^\s()<>[\]/%]+/g;

function walk(content: string): Pick<PdfPage, 'untagged' | 'entangled' | 'marks'> {
  const open: ('decoration' | 'content' | 'other')[] = [];
  const untagged: string[] = [];
  const marks: number[] = [];
  let entangled = 0;
  let operands: string[] = [];
  for (const [word] of content.matchAll(token)) {
    if (!/^[A-Za-z'"*]/.test(word) || word === 'true' || word === 'false') {
      operands.push(word);
      continue;
    }
    if (word === 'BDC' || word === 'BMC') {
      const at = operands.indexOf('/MCID');
      const kind = operands[0] === '/Artifact' ? 'decoration' : at >= 0 ? 'content' : 'other';
      if (kind !== 'other' && open.some((outer) => outer !== 'other' && outer !== kind)) entangled++;
      if (at >= 0) marks.push(Number(operands[at + 1]));
      open.push(kind);
    } else if (word === 'EMC') open.pop();
    else if (paints.test(word) && !open.some((kind) => kind !== 'other')) untagged.push(word);
    operands = [];
  }
  return { untagged, entangled, marks };
}
