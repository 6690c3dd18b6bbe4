/** Where a text stops being JSON, or where a name stands a second time in one object: of those a reader keeps only the last. */
export type JsonFault =
  | { readonly kind: 'syntax'; readonly at: number }
  | { readonly kind: 'twice'; readonly at: number; readonly name: string };

type Next = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/** One sign or one value of a text; `ends` is where it ends, or where it stops being one. */
interface Token {
  readonly whole: boolean;
  readonly ends: number;
}

/**
 * The first fault in a JSON text, undefined when there is none. What the engine says of a text that is no JSON names no place
 * for every fault; this does. No depth and no length is too much: nothing calls itself.
 */
export function faultInJson(text: string): JsonFault | undefined {
  /** The names of each object that is open; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let next: Next = 'value';
  for (let at = pastBlanks(text, 0); at < text.length; at = pastBlanks(text, at)) {
    const sign = text[at]!;
    const names = open.at(-1);
    const close = names ? '}' : ']';
    if (next === 'colon' ? sign === ':' : next === 'commaOrEnd' && sign === ',') {
      next = next === 'colon' || !names ? 'value' : 'name';
      at++;
    } else if (sign === close && (next === 'commaOrEnd' || next === 'nameOrEnd' || next === 'valueOrEnd')) {
      open.pop();
      next = open.length === 0 ? 'nothing' : 'commaOrEnd';
      at++;
    } else if (names && (next === 'name' || next === 'nameOrEnd')) {
      const { whole, ends } = stringAt(text, at);
      if (!whole) return { kind: 'syntax', at: ends };
      const name = JSON.parse(text.slice(at, ends)) as string;
      if (names.has(name)) return { kind: 'twice', at, name };
      names.add(name);
      next = 'colon';
      at = ends;
    } else if (next === 'value' || next === 'valueOrEnd') {
      if (sign === '{' || sign === '[') {
        open.push(sign === '{' ? new Set() : undefined);
        next = sign === '{' ? 'nameOrEnd' : 'valueOrEnd';
        at++;
      } else {
        const { whole, ends } = sign === '"' ? stringAt(text, at) : plainAt(text, at);
        if (!whole) return { kind: 'syntax', at: ends };
        next = open.length === 0 ? 'nothing' : 'commaOrEnd';
        at = ends;
      }
    } else return { kind: 'syntax', at };
  }
  return next === 'nothing' ? undefined : { kind: 'syntax', at: text.length };
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return at;
}

/** A text between quotes, letter by letter: an expression would run out of stack on a very long one. */
function stringAt(text: string, from: number): Token {
  if (text[from] !== '"') return { whole: false, ends: from };
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return { whole: true, ends: at + 1 };
    if (code < 32) return { whole: false, ends: at };
    if (code !== 92) continue;
    escaped.lastIndex = at;
    const length = escaped.exec(text)?.[0].length;
    if (length === undefined) return { whole: false, ends: at };
    at += length - 1;
  }
  return { whole: false, ends: text.length };
}

const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const plain = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![^\s,\]}])/y;

/** A number, or true, false or null. */
function plainAt(text: string, from: number): Token {
  plain.lastIndex = from;
  const length = plain.exec(text)?.[0].length;
  return length === undefined ? { whole: false, ends: from } : { whole: true, ends: from + length };
}

/** The line and the place on it of a position in a text, both from 1. */
export function placeOf(text: string, position: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}
