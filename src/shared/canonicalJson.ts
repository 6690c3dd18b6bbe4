/**
 * The one spelling of a JSON value: keys sorted by UTF-16 code unit, no white space, numbers as ECMAScript writes them
 * (the rules of RFC 8785). Two values that mean the same give the same text, so the text can be hashed and signed.
 *
 * Properties that are `undefined` are left out, as JSON does. Everything that JSON would silently change is refused with a
 * TypeError that names the place: NaN, infinities, functions, symbols, bigints, dates and other class instances,
 * `undefined` in a list, half a surrogate pair, and circles.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', new Set());
}

function write(value: unknown, path: string, open: Set<object>): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot hold`);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value !== 'object') throw new TypeError(`${path} is of type ${typeof value}, which JSON cannot hold`);
  if (open.has(value)) throw new TypeError(`${path} contains itself`);
  open.add(value);
  const text = Array.isArray(value) ? writeList(value, path, open) : writeObject(value, path, open);
  open.delete(value);
  return text;
}

function writeString(value: string, path: string): string {
  if (!value.isWellFormed()) throw new TypeError(`${path} holds half a character`);
  return JSON.stringify(value);
}

function writeList(list: readonly unknown[], path: string, open: Set<object>): string {
  // Array.from also visits holes, which map would skip.
  return `[${Array.from(list, (entry, index) => write(entry, `${path}[${index}]`, open)).join(',')}]`;
}

function writeObject(value: object, path: string, open: Set<object>): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`${path} is not a plain object`);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${writeString(key, path)}:${write(entry, `${path}.${key}`, open)}`).join(',')}}`;
}
