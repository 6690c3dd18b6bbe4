import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongUse } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the options of a command.
 * @throws WrongUse for an option that does not exist, misses its value, or a word too many
 */
export function readOptions<const Known extends Options>(args: readonly string[], options: Known, words = 0) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const extra = parsed.positionals[words];
    if (extra !== undefined) throw new WrongUse(`"${extra}" is one word too many.`);
    return parsed;
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    // Node explains at length how to escape a dash; its first sentence says what is wrong.
    throw new WrongUse((error as Error).message.split(/(?<=\.)\s|\. /)[0] ?? 'Unknown option.');
  }
}
