import { ByteSink } from './byteSink.ts';
import {
  elementsOf,
  highest,
  lowest,
  packFormat,
  partsOf,
  systemMissing,
  widthOfPart,
  type SavDictionary,
  type SavFormat,
  type SavVariable,
} from './dictionary.ts';

export const bias = 100;
const measures = { nominal: 1, ordinal: 2, scale: 3 } as const;
/** What SPSS itself allows. */
const longest = { name: 64, label: 255, valueLabel: 120, fileLabel: 64 };

/** A dictionary that no .sav file can hold; the message names the variable. */
export class UnwritableDictionary extends Error {
  override readonly name = 'UnwritableDictionary';
}

/** Everything before the rows. `cases`: −1 when not known yet. */
export function dictionaryBytes(dictionary: SavDictionary, cases: number, moment: Date): Buffer {
  const { variables } = dictionary;
  check(variables);
  const shortNames = shortNamesOf(variables);
  const sink = new ByteSink();
  writeHeader(sink, dictionary, cases, moment);
  variables.forEach((variable, index) => writeVariable(sink, variable, shortNames[index]!));
  writeValueLabels(sink, variables);
  extension(sink, 3, 4, (into) => into.whole(20, 0, 0, -1, 1, 1, 2, 65_001));
  extension(sink, 4, 8, (into) => into.double(systemMissing, highest, lowest));
  extension(sink, 11, 4, (into) => {
    for (const { width, measure, format } of variables)
      for (let part = 0; part < partsOf(width); part++)
        into.whole(
          measures[measure ?? (width === 0 ? 'scale' : 'nominal')],
          Math.min(40, format?.width ?? (width === 0 ? 8 : Math.max(8, width))),
          width === 0 ? 1 : 0,
        );
  });
  const pair = (index: number, value: string) => `${shortNames[index]![0]}=${value}`;
  text(sink, 13, variables.map(({ name }, index) => pair(index, name)).join('\t'));
  const long = variables.flatMap(({ width }, index) =>
    partsOf(width) > 1 ? [`${pair(index, String(width).padStart(5, '0'))}\0\t`] : [],
  );
  if (long.length) text(sink, 14, long.join(''));
  writeLongRecords(sink, variables);
  extension(sink, 16, 8, (into) => into.long(1, cases));
  text(sink, 20, 'UTF-8');
  sink.whole(999, 0);
  return sink.drain();
}

function check(variables: readonly SavVariable[]): void {
  const seen = new Set<string>();
  for (const { name, width, missing } of variables) {
    const plain = name.toLowerCase();
    if (!/^[\p{L}@#$][\p{L}\p{M}\p{N}._$#@]*$/u.test(name) || name.endsWith('.'))
      throw new UnwritableDictionary(
        `"${name}" cannot be a name in SPSS: it starts with a letter and holds only letters, digits, points and underscores.`,
      );
    if (Buffer.byteLength(name) > longest.name)
      throw new UnwritableDictionary(`"${name}" is longer than the ${longest.name} bytes that SPSS allows.`);
    if (seen.has(plain)) throw new UnwritableDictionary(`Two variables are named "${name}", letter case aside.`);
    seen.add(plain);
    if (!Number.isInteger(width) || width < 0 || width > 32_767)
      throw new UnwritableDictionary(`"${name}" has a width of ${width}; it may be 0 (numbers) to 32767 bytes.`);
    const most = missing?.range ? 1 : 3;
    if (missing && missing.values.length > most)
      throw new UnwritableDictionary(`"${name}" has ${missing.values.length} missing values; ${most} are allowed.`);
    if (missing?.range && width > 0)
      throw new UnwritableDictionary(`"${name}" holds words, which can have missing values but no range of them.`);
  }
}

/** Names of at most eight signs, one a part: what old programs show, and how records name a variable. */
function shortNamesOf(variables: readonly SavVariable[]): string[][] {
  const taken = new Set<string>();
  const plain = variables.map(({ name }) =>
    /^[A-Za-z@][A-Za-z0-9_@]{0,7}$/.test(name) ? name.toUpperCase() : undefined,
  );
  for (const name of plain) if (name) taken.add(name);
  let next = 0;
  const fresh = () => {
    for (;;) {
      const name = `V${(++next).toString(36).toUpperCase()}`;
      if (!taken.has(name)) return name;
    }
  };
  return variables.map(({ width }, index) =>
    Array.from({ length: partsOf(width) }, (_, part) => (part === 0 ? plain[index] : undefined) ?? fresh()),
  );
}

function writeHeader(sink: ByteSink, { variables, label = '' }: SavDictionary, cases: number, moment: Date): void {
  const elements = variables.reduce((sum, { width }) => {
    for (let part = 0; part < partsOf(width); part++) sum += elementsOf(widthOfPart(width, part));
    return sum;
  }, 0);
  sink.bytes(Buffer.from('$FL2'));
  sink.bytes(Buffer.from('@(#) SPSS DATA FILE - Krachtlijn'), 60);
  sink.whole(2, elements, 1, 0, cases);
  sink.double(bias);
  const [day, month, year] = [moment.getUTCDate(), moment.getUTCMonth(), moment.getUTCFullYear()];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  sink.bytes(Buffer.from(`${String(day).padStart(2, '0')} ${months[month]} ${String(year % 100).padStart(2, '0')}`), 9);
  sink.bytes(Buffer.from(moment.toISOString().slice(11, 19)), 8);
  sink.bytes(fitted(label, longest.fileLabel), 64);
  sink.bytes(Buffer.alloc(3));
}

function writeVariable(sink: ByteSink, variable: SavVariable, shortNames: readonly string[]): void {
  const { width, label, missing } = variable;
  const short = width <= 8;
  for (let part = 0; part < partsOf(width); part++) {
    const declared = width === 0 ? 0 : widthOfPart(width, part);
    const format = packFormat(part === 0 ? formatOf(variable) : { type: 'A', width: declared, decimals: 0 });
    const values = part === 0 && short && missing ? missing : undefined;
    const count = values ? values.values.length + (values.range ? 2 : 0) : 0;
    const labelled = part === 0 && label !== undefined && label !== '';
    sink.whole(2, declared, labelled ? 1 : 0, values?.range ? -count : count, format, format);
    sink.bytes(Buffer.from(shortNames[part]!), 8);
    if (labelled) {
      const bytes = fitted(label, longest.label);
      sink.whole(bytes.length);
      sink.bytes(bytes, Math.ceil(bytes.length / 4) * 4);
    }
    if (values?.range) sink.double(Math.max(values.range.low, lowest), Math.min(values.range.high, highest));
    for (const value of values?.values ?? []) writeValue(sink, value);
    for (let element = 1; element < elementsOf(declared); element++) {
      sink.whole(2, -1, 0, 0, 0, 0);
      sink.bytes(Buffer.alloc(0), 8);
    }
  }
}

function formatOf({ width, format }: SavVariable): SavFormat {
  if (width > 0) return { type: 'A', width: Math.min(width, 255), decimals: 0 };
  return format ?? { type: 'F', width: 8, decimals: 2 };
}

function writeValue(sink: ByteSink, value: number | string): void {
  if (typeof value === 'number') sink.double(value);
  else sink.bytes(fitted(value, 8), 8);
}

/** Variables with the same labels share a record, as files of surveys with many alike items need. */
function writeValueLabels(sink: ByteSink, variables: readonly SavVariable[]): void {
  const sets = new Map<string, { labels: NonNullable<SavVariable['valueLabels']>; elements: number[] }>();
  let element = 1;
  for (const { width, valueLabels } of variables) {
    if (valueLabels?.length && width <= 8) {
      const key = JSON.stringify([width > 0, valueLabels]);
      const set = sets.get(key) ?? { labels: valueLabels, elements: [] };
      set.elements.push(element);
      sets.set(key, set);
    }
    for (let part = 0; part < partsOf(width); part++) element += elementsOf(width === 0 ? 0 : widthOfPart(width, part));
  }
  for (const { labels, elements } of sets.values()) {
    sink.whole(3, labels.length);
    for (const { value, label } of labels) {
      writeValue(sink, value);
      const bytes = fitted(label, longest.valueLabel);
      sink.byte(bytes.length);
      sink.bytes(bytes, Math.ceil((bytes.length + 1) / 8) * 8 - 1);
    }
    sink.whole(4, elements.length, ...elements);
  }
}

function writeLongRecords(sink: ByteSink, variables: readonly SavVariable[]): void {
  const long = variables.filter(({ width }) => width > 8);
  const sized = (into: ByteSink, bytes: Uint8Array, length = bytes.length) => {
    into.whole(length);
    into.bytes(bytes, length);
  };
  extension(sink, 21, 1, (into) => {
    for (const { name, width, valueLabels } of long) {
      if (!valueLabels?.length) continue;
      sized(into, Buffer.from(name));
      into.whole(width, valueLabels.length);
      for (const { value, label } of valueLabels) {
        sized(into, fitted(String(value), width), width);
        sized(into, fitted(label, longest.valueLabel));
      }
    }
  });
  extension(sink, 22, 1, (into) => {
    for (const { name, missing } of long) {
      if (!missing?.values.length) continue;
      sized(into, Buffer.from(name));
      into.byte(missing.values.length);
      into.whole(8);
      for (const value of missing.values) into.bytes(fitted(String(value), 8), 8);
    }
  });
}

function extension(sink: ByteSink, subtype: number, size: number, fill: (into: ByteSink) => void): void {
  const content = new ByteSink();
  fill(content);
  if (content.length === 0) return;
  const bytes = content.drain();
  sink.whole(7, subtype, size, bytes.length / size);
  sink.bytes(bytes);
}

function text(sink: ByteSink, subtype: number, words: string): void {
  extension(sink, subtype, 1, (into) => into.bytes(Buffer.from(words)));
}

/** Words in at most this many bytes; what does not fit is cut between two signs and ends with an ellipsis. */
function fitted(words: string, bytes: number): Buffer {
  const whole = Buffer.from(words.replace(/[\r\n\t]+/g, ' '));
  if (whole.length <= bytes) return whole;
  const sign = bytes > 16 ? '…' : '';
  let end = bytes - Buffer.byteLength(sign);
  // A byte of the form 10xxxxxx continues a sign.
  while (end > 0 && (whole[end]! & 0xc0) === 0x80) end--;
  return Buffer.concat([whole.subarray(0, end), Buffer.from(sign)]);
}
