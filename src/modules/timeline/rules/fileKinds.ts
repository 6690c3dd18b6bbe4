/** How a file can be looked at without saving it. */
export type Preview = 'image' | 'pdf' | 'text' | null;

interface FileKind {
  readonly mediaType: string;
  readonly preview: Preview;
  /** What its content is recognised as; a text is recognised as nothing. */
  readonly content: string | null;
}

const image = (mediaType: string, content: string): FileKind => ({ mediaType, preview: 'image', content });
const office = (mediaType: string, content: string): FileKind => ({ mediaType, preview: null, content });
const text: FileKind = { mediaType: 'text/plain; charset=utf-8', preview: 'text', content: null };
const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** The kinds of files that are taken, by the end of their name. None of them runs by being opened: no macros, no pages, no drawings in SVG. */
export const fileKinds: Readonly<Record<string, FileKind>> = {
  pdf: { mediaType: 'application/pdf', preview: 'pdf', content: 'pdf' },
  png: image('image/png', 'png'),
  jpg: image('image/jpeg', 'jpg'),
  jpeg: image('image/jpeg', 'jpg'),
  gif: image('image/gif', 'gif'),
  webp: image('image/webp', 'webp'),
  txt: text,
  md: text,
  csv: text,
  docx: office(`${openXml}.wordprocessingml.document`, 'docx'),
  xlsx: office(`${openXml}.spreadsheetml.sheet`, 'xlsx'),
  pptx: office(`${openXml}.presentationml.presentation`, 'pptx'),
  odt: office(`${openDocument}.text`, 'odt'),
  ods: office(`${openDocument}.spreadsheet`, 'ods'),
  odp: office(`${openDocument}.presentation`, 'odp'),
};

/** The largest file, in bytes: 10 MB. */
export const largestFile = 10_000_000;

export const previewOf = (mediaType: string): Preview =>
  Object.values(fileKinds).find((kind) => kind.mediaType === mediaType)?.preview ?? null;

/** The last part of a path, without what a system could stumble over. */
export const baseName = (name: string): string =>
  name
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
    .slice(-150);

export type Recognised =
  | { readonly ok: true; readonly mediaType: string }
  /** `kind`: not one that is taken. `differs`: the content is not what the name says. */
  | { readonly ok: false; readonly why: 'kind' | 'differs' };

/**
 * What a file is, by its name and its content together: both must say the same.
 * @param content what its first bytes are recognised as; undefined when they are no known format
 * @param isText whether all of it is plain text in UTF-8
 */
export function recognise(name: string, content: string | undefined, isText: boolean): Recognised {
  const end = /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = Object.hasOwn(fileKinds, end) ? fileKinds[end]! : undefined;
  if (!kind) return { ok: false, why: 'kind' };
  const same = kind.content === null ? content === undefined && isText : content === kind.content;
  return same ? { ok: true, mediaType: kind.mediaType } : { ok: false, why: 'differs' };
}

/** Whether bytes are plain text: UTF-8 without signs that no text holds. */
export function isPlainText(bytes: Uint8Array): boolean {
  try {
    // oxlint-disable-next-line no-control-regex
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
