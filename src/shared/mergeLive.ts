import { mergeEdits, sameJson, takeMine, type EditConflict, type Json } from './mergeEdits.ts';

/** A version of something that several people write, as it was saved. */
export interface Saved<Value> {
  readonly version: number;
  readonly value: Value;
}

/** How a form that is being typed in stands towards what others save meanwhile. */
export interface LiveMerge<Value> {
  /** The newest saved version that the fields know of. */
  readonly known: Saved<Value>;
  /** Which version a save starts from: the newest, or an older one while something is undecided, so that it cannot be written over unseen. */
  readonly version: number;
  /** The fields began with something older than the page knew (a draft): a save starts from there, and merges what lies between. */
  readonly old: boolean;
  /** Where both wrote something else and nobody has chosen yet; the fields hold what was typed here. */
  readonly open: readonly EditConflict[];
}

/** A form that begins with what is saved; `from` is the version that its fields began with, where that is an older one. */
export function beginLive<Value>(known: Saved<Value>, from = known.version): LiveMerge<Value> {
  return { known, version: from, old: from !== known.version, open: [] };
}

/** The value at a path of object keys and ids of items; undefined where there is nothing. */
export function valueAt(value: unknown, segments: readonly string[]): Json | undefined {
  let at: unknown = value;
  for (const key of segments) {
    if (Array.isArray(at)) at = (at as { id?: unknown }[]).find((item) => item?.id === key);
    else if (typeof at === 'object' && at !== null && Object.hasOwn(at, key)) at = (at as Record<string, unknown>)[key];
    else return undefined;
  }
  return at as Json | undefined;
}

/**
 * The open places as both sides stand now: one that both agree on meanwhile is open no more, and where the typist took away a
 * whole row the row is what there is to choose about, not its fields.
 */
export function openPlaces<Value>(open: readonly EditConflict[], typed: Value, saved: Value): readonly EditConflict[] {
  const places = new Map<string, EditConflict>();
  for (const { segments } of open) {
    const gone = segments.findIndex((_segment, at) => valueAt(typed, segments.slice(0, at + 1)) === undefined);
    const place = gone < 0 ? segments : segments.slice(0, gone + 1);
    const [mine, theirs] = [valueAt(typed, place), valueAt(saved, place)];
    const path = place.join('.');
    if (!sameJson(mine, theirs)) places.set(path, { path, segments: place, mine, theirs });
  }
  return [...places.values()];
}

const within = (path: string, other: string) => path === other || path.startsWith(`${other}.`) || other === '';

/**
 * What others saved comes into a form that is being typed in. Fields that nobody touches here get the new value; what was typed
 * here stays, also where the others wrote something else: that is left open for the typist to choose.
 */
export function takeIn<Value>(
  live: LiveMerge<Value>,
  typed: Value,
  saved: Saved<Value>,
): { readonly live: LiveMerge<Value>; readonly value: Value } {
  const { merged, conflicts } = mergeEdits(live.known.value, typed, saved.value);
  const value = conflicts.reduce((whole, conflict) => takeMine(whole, conflict), merged);
  const before = live.open.filter(
    ({ path }) => !conflicts.some((one) => within(path, one.path) || within(one.path, path)),
  );
  return { live: settled(live, saved, openPlaces([...before, ...conflicts], value, saved.value)), value };
}

/** The typist chose which of the two stays at one place. */
export function choose<Value>(
  live: LiveMerge<Value>,
  typed: Value,
  path: string,
  take: 'mine' | 'theirs',
): { readonly live: LiveMerge<Value>; readonly value: Value } {
  const open = openPlaces(live.open, typed, live.known.value);
  const chosen = open.find((one) => one.path === path);
  const rest = open.filter((one) => one !== chosen);
  if (!chosen) return { live: settled(live, live.known, rest), value: typed };
  const value = take === 'mine' ? typed : takeMine(typed, { segments: chosen.segments, mine: chosen.theirs });
  return { live: settled(live, live.known, rest), value };
}

/** Once nothing is open, a save starts from what is known now. */
function settled<Value>(
  { version, old }: LiveMerge<Value>,
  known: Saved<Value>,
  open: readonly EditConflict[],
): LiveMerge<Value> {
  return { known, version: old || open.length > 0 ? version : known.version, old, open };
}
