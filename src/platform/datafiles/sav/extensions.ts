import type { ByteSource } from './byteSource.ts';
import {
  elementsOf,
  partsOf,
  unpackFormat,
  widthOfPart,
  type Measure,
  type SavMissing,
  type SavVariable,
} from './dictionary.ts';
import { storedDouble, type RawLabels, type RawVariable } from './raw.ts';

const subtypes = {
  machine: 3,
  display: 11,
  longNames: 13,
  longStrings: 14,
  encoding: 20,
  longLabels: 21,
  longMissing: 22,
};
const measures: readonly (Measure | undefined)[] = [undefined, 'nominal', 'ordinal', 'scale'];

/** Records of later versions of SPSS, by their subtype. */
export type Extensions = Map<number, Uint8Array>;

export function readExtension(source: ByteSource, into: Extensions): void {
  const subtype = source.whole();
  const size = source.whole();
  const count = source.whole();
  into.set(subtype, source.take(size * count).slice());
}

/** What the words of the file are encoded in: as it says, by name or by code page; else Windows-1252, as old ones were. */
export function encodingOf(extensions: Extensions, littleEndian: boolean): TextDecoder {
  const named = extensions.get(subtypes.encoding);
  const machine = extensions.get(subtypes.machine);
  const page =
    machine && machine.length >= 32 ? new DataView(machine.buffer, machine.byteOffset).getInt32(28, littleEndian) : 0;
  const pages: Readonly<Record<number, string>> = { 65001: 'utf-8', 28591: 'windows-1252', 28605: 'iso-8859-15' };
  const guesses = [
    named && new TextDecoder().decode(named).trim(),
    pages[page],
    page >= 1250 && page <= 1258 ? `windows-${page}` : undefined,
  ];
  for (const guess of guesses) {
    try {
      if (guess) return new TextDecoder(guess, { ignoreBOM: true });
    } catch {
      // A name that this computer does not know: try the next.
    }
  }
  return new TextDecoder('windows-1252');
}

interface Raw {
  readonly variables: readonly RawVariable[];
  readonly labels: readonly RawLabels[];
  readonly extensions: Extensions;
  readonly encoding: TextDecoder;
  readonly weight: number;
}

/** Puts long names, parts of long strings, labels and levels where they belong. */
export function applyExtensions(source: ByteSource, raw: Raw) {
  const text = (bytes: Uint8Array | undefined) => (bytes ? raw.encoding.decode(bytes).replace(/[ \0]+$/, '') : '');
  const pairs = (subtype: number) =>
    new Map(
      text(raw.extensions.get(subtype))
        .split('\t')
        .map((pair) => pair.replace(/\0/g, '').split('=') as [string, string]),
    );
  const longNames = pairs(subtypes.longNames);
  const longWidths = pairs(subtypes.longStrings);
  const display = displayOf(source, raw);
  const labelsOf = new Map(raw.labels.flatMap((set) => set.elements.map((element) => [element, set.labels] as const)));
  const long = longRecords(source, raw, text);

  const named: { variable: SavVariable; element: number }[] = [];
  let weight: string | undefined;
  for (let index = 0; index < raw.variables.length; index++) {
    const first = raw.variables[index]!;
    const shortName = text(first.shortName);
    const name = longNames.get(shortName) ?? shortName;
    const width = Number(longWidths.get(shortName)) || first.width;
    const value = (bytes: Uint8Array) => (width === 0 ? storedDouble(bytes, source.littleEndian) : text(bytes));
    const labels = labelsOf
      .get(first.element)
      ?.map((entry) => ({ value: value(entry.value), label: text(entry.label) }));
    const variable: SavVariable = {
      name,
      width,
      label: text(first.label) || undefined,
      format: width > 255 ? { type: 'A', width, decimals: 0 } : unpackFormat(first.print),
      measure: measures[display(index)],
      valueLabels: labels ?? long.labels.get(name),
      missing: missingOf(first, value) ?? long.missing.get(name),
    };
    named.push({ variable, element: first.element });
    if (first.element === raw.weight) weight = name;
    checkParts(source, raw.variables, index, width);
    index += partsOf(width) - 1;
  }
  return { named, weight };
}

/** The further parts of a long string must be there, or its values would be read from another variable. */
function checkParts(source: ByteSource, variables: readonly RawVariable[], index: number, width: number): void {
  if (width > 32_767) throw source.damaged(`a string of width ${width}`);
  for (let part = 1; part < partsOf(width); part++) {
    const found = variables[index + part];
    if (found === undefined || elementsOf(found.width) !== elementsOf(widthOfPart(width, part)))
      throw source.damaged('a long string whose parts do not fit');
  }
}

function missingOf(variable: RawVariable, value: (bytes: Uint8Array) => number | string): SavMissing | undefined {
  const { kind, values } = variable.missing;
  if (kind === 0) return undefined;
  if (kind > 0) return { values: values.map(value) };
  const [low, high, ...rest] = values.map(value);
  return { values: rest, range: { low: Number(low), high: Number(high) } };
}

/** The level of measurement per variable record: two or three numbers each. */
function displayOf(source: ByteSource, { variables, extensions }: Raw): (index: number) => number {
  const bytes = extensions.get(subtypes.display);
  if (!bytes) return () => 0;
  const fields = bytes.length / 4 >= variables.length * 3 ? 3 : 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return (index) =>
    (index * fields + 1) * 4 <= bytes.length ? view.getInt32(index * fields * 4, source.littleEndian) : 0;
}

/** Labels and missing values of strings over eight bytes, by the variable's name. */
function longRecords(source: ByteSource, { extensions }: Raw, text: (bytes: Uint8Array) => string) {
  const labels = new Map<string, { value: string; label: string }[]>();
  const missing = new Map<string, SavMissing>();
  const walk = (subtype: number, each: (take: Taker) => void) => {
    const bytes = extensions.get(subtype);
    if (!bytes) return;
    const take = takerOf(bytes, source);
    while (take.left() > 0) each(take);
  };
  walk(subtypes.longLabels, (take) => {
    const name = text(take.bytes(take.whole()));
    take.whole();
    const count = take.whole();
    const entries: { value: string; label: string }[] = [];
    for (let entry = 0; entry < count; entry++)
      entries.push({ value: text(take.bytes(take.whole())), label: text(take.bytes(take.whole())) });
    labels.set(name, entries);
  });
  walk(subtypes.longMissing, (take) => {
    const name = text(take.bytes(take.whole()));
    const count = take.bytes(1)[0]!;
    const length = take.whole();
    const values: string[] = [];
    for (let entry = 0; entry < count; entry++) values.push(text(take.bytes(length)));
    missing.set(name, { values });
  });
  return { labels, missing };
}

interface Taker {
  left(): number;
  whole(): number;
  bytes(count: number): Uint8Array;
}

function takerOf(bytes: Uint8Array, source: ByteSource): Taker {
  let at = 0;
  const need = (count: number) => {
    if (count < 0 || at + count > bytes.length) throw source.damaged('a record that is shorter than it says');
    at += count;
    return at - count;
  };
  return {
    left: () => bytes.length - at,
    whole: () => {
      const from = need(4);
      return new DataView(bytes.buffer, bytes.byteOffset + from, 4).getInt32(0, source.littleEndian);
    },
    bytes: (count) => {
      const from = need(count);
      return bytes.subarray(from, from + count);
    },
  };
}
