/** How a value is meant: names without order, an order, or amounts. */
export type Measure = 'nominal' | 'ordinal' | 'scale';

export interface SavFormat {
  /** F (number), A (words), DATE, DATETIME, COMMA …: the names that SPSS prints. */
  readonly type: string;
  readonly width: number;
  readonly decimals: number;
}

/** Values that count as missing: at most three, or a range and at most one. */
export interface SavMissing {
  readonly values: readonly (number | string)[];
  /** Both ends included; −Infinity is LOWEST, Infinity HIGHEST. */
  readonly range?: { readonly low: number; readonly high: number };
}

export interface SavVariable {
  /** At most 64 bytes of UTF-8, accents allowed; letter case never tells two apart. */
  readonly name: string;
  /** 0 for numbers, else the most bytes that a value takes: 1 to 32 767. */
  readonly width: number;
  readonly label?: string;
  readonly format?: SavFormat;
  readonly measure?: Measure;
  readonly valueLabels?: readonly { readonly value: number | string; readonly label: string }[];
  readonly missing?: SavMissing;
}

export interface SavDictionary {
  readonly variables: readonly SavVariable[];
  /** What the file says about itself, at most 64 bytes. */
  readonly label?: string;
}

/** What a file says before its rows. */
export interface ReadDictionary extends SavDictionary {
  readonly encoding: string;
  readonly compression: 'none' | 'bytes' | 'zlib';
  /** How many rows the header promises; undefined when its writer did not know. */
  readonly cases: number | undefined;
  readonly weight: string | undefined;
}

/** One value: undefined is the system's missing value, or an empty string for words. */
export type SavValue = number | string | undefined;

/** Strings longer than 255 bytes lie in parts: each counts 252 bytes for their number, and holds 255. */
export const longestPlainString = 255;
export const bytesPerPart = 255;
const countedPerPart = 252;

/** How many parts a variable of this width has. */
export function partsOf(width: number): number {
  return width > longestPlainString ? Math.ceil(width / countedPerPart) : 1;
}

/** The width that part `part` of a variable is declared with. */
export function widthOfPart(width: number, part: number): number {
  const parts = partsOf(width);
  return part < parts - 1 ? bytesPerPart : width - (parts - 1) * countedPerPart;
}

/** How many elements of eight bytes a declared width takes in a row. */
export function elementsOf(width: number): number {
  return width === 0 ? 1 : Math.ceil(width / 8);
}

const formats: Readonly<Record<number, string>> = {
  1: 'A',
  2: 'AHEX',
  3: 'COMMA',
  4: 'DOLLAR',
  5: 'F',
  6: 'IB',
  7: 'PIBHEX',
  8: 'P',
  9: 'PIB',
  10: 'PK',
  11: 'RB',
  12: 'RBHEX',
  15: 'Z',
  16: 'N',
  17: 'E',
  20: 'DATE',
  21: 'TIME',
  22: 'DATETIME',
  23: 'ADATE',
  24: 'JDATE',
  25: 'DTIME',
  26: 'WKDAY',
  27: 'MONTH',
  28: 'MOYR',
  29: 'QYR',
  30: 'WKYR',
  31: 'PCT',
  32: 'DOT',
  33: 'CCA',
  34: 'CCB',
  35: 'CCC',
  36: 'CCD',
  37: 'CCE',
  38: 'EDATE',
  39: 'SDATE',
  40: 'MTIME',
  41: 'YMDHMS',
};
const formatCodes = new Map(Object.entries(formats).map(([code, type]) => [type, Number(code)]));

/** A format as a number in the file: its kind, width and decimals in a byte each. */
export function packFormat({ type, width, decimals }: SavFormat): number {
  return ((formatCodes.get(type) ?? 5) << 16) | (Math.min(width, 255) << 8) | decimals;
}

export function unpackFormat(packed: number): SavFormat {
  return { type: formats[(packed >> 16) & 255] ?? 'F', width: (packed >> 8) & 255, decimals: packed & 255 };
}

/** The missing value of the system, and the two that stand for an open end of a range. */
export const systemMissing = -Number.MAX_VALUE;
export const highest = Number.MAX_VALUE;
/** The second lowest double: the lowest is the missing value itself. */
export const lowest = -1.797_693_134_862_315_5e308;

/** SPSS counts seconds since the first day of the Gregorian calendar, without leap seconds or zones. */
const gregorianStart = Date.UTC(1582, 9, 14);

/** A moment as a date variable holds it. */
export function toSavSeconds(moment: Date): number {
  return (moment.getTime() - gregorianStart) / 1000;
}

/** The moment that a date variable holds, its clock read as UTC. */
export function fromSavSeconds(seconds: number): Date {
  return new Date(gregorianStart + seconds * 1000);
}
