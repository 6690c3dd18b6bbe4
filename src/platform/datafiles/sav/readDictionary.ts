import { DataFileProblem } from '../problem.ts';
import type { ByteSource } from './byteSource.ts';
import { elementsOf, partsOf, type ReadDictionary, type SavVariable } from './dictionary.ts';
import { applyExtensions, encodingOf, readExtension, type Extensions } from './extensions.ts';
import type { RawLabels, RawVariable } from './raw.ts';

/** Where each variable lies in a row. */
export interface Layout {
  readonly variables: readonly {
    readonly variable: SavVariable;
    readonly element: number;
    readonly elements: number;
  }[];
  /** Elements of eight bytes in a row. */
  readonly rowElements: number;
  readonly bias: number;
}

export interface Dictionary {
  readonly dictionary: ReadDictionary;
  readonly layout: Layout;
}

/** Reads everything before the rows. @throws DataFileProblem */
export function readDictionary(source: ByteSource): Dictionary {
  const header = readHeader(source);
  const variables: RawVariable[] = [];
  const labels: RawLabels[] = [];
  const extensions: Extensions = new Map();
  let elements = 0;
  for (;;) {
    const record = source.whole();
    if (record === 999) break;
    if (record === 2) {
      const variable = readVariable(source, elements + 1);
      if (variable) variables.push(variable);
      elements++;
    } else if (record === 3) labels.push(readLabels(source));
    else if (record === 6) source.take(source.whole() * 80);
    else if (record === 7) readExtension(source, extensions);
    else throw source.damaged(`a record of an unknown kind (${record})`);
  }
  source.take(4);
  if (variables.length === 0)
    throw new DataFileProblem({ file: source.file }, 'there are no variables in it', 'Export it again.');

  const encoding = encodingOf(extensions, source.littleEndian);
  const { named, weight } = applyExtensions(source, { variables, labels, extensions, encoding, weight: header.weight });
  const cases = header.cases < 0 ? undefined : header.cases;
  return {
    dictionary: {
      variables: named.map(({ variable }) => variable),
      label: encoding.decode(header.label).trim() || undefined,
      encoding: encoding.encoding,
      compression: header.compression,
      cases,
      weight,
    },
    layout: {
      variables: named.map(({ variable, element }) => ({
        variable,
        element,
        elements: partsOf(variable.width) === 1 ? elementsOf(variable.width) : 0,
      })),
      rowElements: elements,
      bias: header.bias,
    },
  };
}

function readHeader(source: ByteSource) {
  const magic = source.ended() ? '' : String.fromCharCode(...source.take(4));
  if (magic === '') throw new DataFileProblem({ file: source.file }, 'the file is empty', 'Copy or export it again.');
  if (magic !== '$FL2' && magic !== '$FL3')
    throw new DataFileProblem(
      { file: source.file },
      'this is not an SPSS file',
      'Export it as .sav, or use a CSV file.',
    );
  source.take(60);
  const layoutCode = source.whole();
  if (layoutCode !== 2 && layoutCode !== 3) source.littleEndian = false;
  source.take(4);
  const packed = source.whole();
  const compression = (['none', 'bytes', 'zlib'] as const)[packed];
  if (!compression) throw source.damaged(`a compression of an unknown kind (${packed})`);
  const weight = source.whole();
  const cases = source.whole();
  const bias = source.double();
  source.take(17);
  const label = source.take(64).slice();
  source.take(3);
  return { compression, weight, cases, bias, label };
}

function readVariable(source: ByteSource, element: number): RawVariable | undefined {
  const width = source.whole();
  const hasLabel = source.whole();
  const kind = source.whole();
  const print = source.whole();
  source.take(4);
  const shortName = source.take(8).slice();
  let label: Uint8Array | undefined;
  if (hasLabel === 1) {
    const length = source.whole();
    label = source.take(Math.ceil(length / 4) * 4).slice(0, length);
  }
  if (Math.abs(kind) > 3) throw source.damaged(`${kind} missing values for one variable`);
  const values = Array.from({ length: Math.abs(kind) }, () => source.take(8).slice());
  // The second and later elements of a string come as variables of width −1.
  if (width === -1) return undefined;
  if (width < 0 || width > 255) throw source.damaged(`a variable of width ${width}`);
  return { shortName, width, label, print, missing: { kind, values }, element };
}

function readLabels(source: ByteSource): RawLabels {
  const count = source.whole();
  if (count < 0 || count > 1_000_000) throw source.damaged(`${count} value labels`);
  const labels = Array.from({ length: count }, () => {
    const value = source.take(8).slice();
    const length = source.take(1)[0]!;
    return { value, label: source.take(Math.ceil((length + 1) / 8) * 8 - 1).slice(0, length) };
  });
  if (source.whole() !== 4) throw source.damaged('value labels without variables');
  const variables = source.whole();
  if (variables < 0 || variables > 1_000_000) throw source.damaged(`${variables} variables for value labels`);
  return { labels, elements: Array.from({ length: variables }, () => source.whole()) };
}
