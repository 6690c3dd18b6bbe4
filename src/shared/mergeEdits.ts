/** A plain JSON value; `undefined` stands for "not there". */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A place that two people changed differently. A side that took the value away is `undefined`. */
export interface EditConflict {
  /** Dotted: object keys, and the `id` of an item instead of its place in a list (`goals.g1.title`). Empty: the whole value. */
  readonly path: string;
  readonly segments: readonly string[];
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

export interface Merge<Value> {
  readonly merged: Value;
  readonly conflicts: readonly EditConflict[];
}

type Maybe = Json | undefined;
type JsonObject = Readonly<Record<string, Maybe>>;
type Item = JsonObject & { readonly id: string };

const isObject = (value: Maybe): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Maybe): value is readonly Json[] => Array.isArray(value);
const get = (object: JsonObject, key: string): Maybe => (Object.hasOwn(object, key) ? object[key] : undefined);

/** Equal as JSON: the order of keys and keys without a value do not matter. */
export function sameJson(a: Maybe, b: Maybe): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, at) => sameJson(item, b[at]));
  if (!isObject(a) || !isObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameJson(get(a, key), get(b, key)));
}

function hasIds(list: Maybe): list is readonly Item[] {
  if (!isList(list)) return false;
  const ids = list.map((item) => (isObject(item) && typeof item.id === 'string' ? item.id : ''));
  return !ids.includes('') && new Set(ids).size === ids.length;
}

function isSet(list: Maybe): list is readonly (string | number)[] {
  return (
    isList(list) &&
    list.every((item) => typeof item === 'string' || typeof item === 'number') &&
    new Set(list).size === list.length
  );
}

/**
 * The order of a merged list: the other side's, unless only we moved something; what one side added stands after the item
 * it was put behind.
 */
function mergeOrder<Key>(
  base: readonly Key[],
  mine: readonly Key[],
  theirs: readonly Key[],
  kept: ReadonlySet<Key>,
): Key[] {
  const inBase = new Set(base);
  const common = (list: readonly Key[], other: readonly Key[]) =>
    list.filter((key) => inBase.has(key) && other.includes(key));
  const theyMoved = common(theirs, base).join('\n') !== common(base, theirs).join('\n');
  const [first, second] =
    theyMoved || common(mine, base).join('\n') === common(base, mine).join('\n') ? [theirs, mine] : [mine, theirs];
  const order = first.filter((key) => kept.has(key));
  for (const [at, key] of second.entries()) {
    if (!kept.has(key) || order.includes(key)) continue;
    const before = second.slice(0, at).findLast((previous) => order.includes(previous));
    let place = before === undefined ? 0 : order.indexOf(before) + 1;
    // Additions of both sides at one place: theirs first, then ours, each in its own order.
    while (place < order.length && !inBase.has(order[place]!) && !second.includes(order[place]!)) place += 1;
    order.splice(place, 0, key);
  }
  return order;
}

function mergeSet(
  base: readonly (string | number)[],
  mine: readonly (string | number)[],
  theirs: readonly (string | number)[],
) {
  const kept = new Set(
    [...base, ...mine, ...theirs].filter((item) =>
      base.includes(item) ? mine.includes(item) && theirs.includes(item) : true,
    ),
  );
  return mergeOrder(base, mine, theirs, kept);
}

function mergeValue(base: Maybe, mine: Maybe, theirs: Maybe, at: readonly string[], conflicts: EditConflict[]): Maybe {
  if (sameJson(mine, theirs) || sameJson(base, mine)) return theirs;
  if (sameJson(base, theirs)) return mine;
  if (isObject(mine) && isObject(theirs)) {
    const before = isObject(base) ? base : {};
    const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    const entries = [...keys].map(
      (key) => [key, mergeValue(get(before, key), get(mine, key), get(theirs, key), [...at, key], conflicts)] as const,
    );
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (hasIds(mine) && hasIds(theirs) && (base === undefined || base === null || hasIds(base))) {
    const [inBase, inMine, inTheirs] = [base ?? [], mine, theirs].map(
      (list) => new Map(list.map((item) => [item.id, item])),
    );
    const merged = new Map<string, Json>();
    for (const id of new Set([...inTheirs!.keys(), ...inMine!.keys()])) {
      const item = mergeValue(inBase!.get(id), inMine!.get(id), inTheirs!.get(id), [...at, id], conflicts);
      if (item !== undefined) merged.set(id, item);
    }
    const order = mergeOrder([...inBase!.keys()], [...inMine!.keys()], [...inTheirs!.keys()], new Set(merged.keys()));
    return order.map((id) => merged.get(id)!);
  }
  if (isSet(mine) && isSet(theirs) && isSet(base)) return mergeSet(base, mine, theirs);
  conflicts.push({ path: at.join('.'), segments: at, mine, theirs });
  return theirs;
}

/**
 * Merges two people's edits of one structured value, each begun from `base`. What one side changed is taken; what both
 * changed alike is taken; what both changed differently stays as *theirs* (it is saved already) and is listed with *mine*, so
 * that nothing typed is lost. Lists whose items carry an `id` merge item by item: additions of both stay, an item that one
 * side took away and the other edited is a conflict. Lists of different words or numbers (ticked choices) merge as sets;
 * any other list is one value. The order of a list never conflicts: when both moved items, theirs holds.
 */
export function mergeEdits<Value>(base: Value, mine: Value, theirs: Value): Merge<Value> {
  const conflicts: EditConflict[] = [];
  const merged = mergeValue(base as Maybe, mine as Maybe, theirs as Maybe, [], conflicts);
  return { merged: merged as Value, conflicts };
}

/** The merged value with *mine* put in the place of one conflict, for somebody who chose so. */
export function takeMine<Value>(merged: Value, conflict: Pick<EditConflict, 'segments' | 'mine'>): Value {
  const put = (value: Maybe, [key, ...rest]: readonly string[]): Maybe => {
    if (key === undefined) return conflict.mine;
    if (isList(value)) {
      const index = value.findIndex((item) => isObject(item) && item.id === key);
      const item = put(index < 0 ? undefined : value[index], rest);
      if (index < 0) return item === undefined ? value : [...value, item];
      return value.flatMap((old, at) => (at === index ? (item === undefined ? [] : [item]) : [old]));
    }
    const object = isObject(value) ? value : {};
    const entries = Object.entries(object).filter(([name]) => name !== key);
    const inner = put(get(object, key), rest);
    return Object.fromEntries(inner === undefined ? entries : [...entries, [key, inner]]);
  };
  return put(merged as Maybe, conflict.segments) as Value;
}
