import { progressLine } from '../analysing/progressLine.ts';
import { WrongUse } from '../command.ts';
import { readOptions } from '../options.ts';

const most = 4_000_000;

function whole(name: string, text: string | undefined, otherwise: number, largest: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(value) || value < 1 || value > largest)
    throw new WrongUse(`--${name} is a whole number from 1 to ${largest}, not "${text}".`);
  return value;
}

/** `register generate`: a publication of invented enterprises. */
export async function generate(args: readonly string[]): Promise<number> {
  const { values } = readOptions(args, {
    out: { type: 'string' },
    enterprises: { type: 'string' },
    seed: { type: 'string' },
    number: { type: 'string' },
    day: { type: 'string' },
  });
  const { out, day = '2026-11-01' } = values;
  if (out === undefined) throw new WrongUse('Where to? Add --out FILE.zip.');
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day))
    throw new WrongUse(`--day is written 2026-11-01, not "${day}".`);
  const enterprises = whole('enterprises', values.enterprises, 1000, most);
  const seed = whole('seed', values.seed, 1, 2 ** 31 - 1);
  const number = whole('number', values.number, 1, 1_000_000);
  const { generatePublication } = await import('#modules/register/index.server.ts');
  const line = progressLine();
  try {
    const tell = (file: string, share: number) => line.show(file, share);
    const counts = await generatePublication({ place: out, enterprises, seed, number, snapshotOn: day, tell });
    line.clear();
    console.log(JSON.stringify(counts, null, 1));
    return 0;
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException;
    if (code === undefined) throw problem;
    throw new WrongUse(`${out} cannot be written: ${message.split(',')[0]}.`);
  } finally {
    line.clear();
  }
}
