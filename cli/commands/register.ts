import { WrongUse, type Command } from '../command.ts';

const actions = ['import', 'generate', 'search'];

export const command: Command = {
  name: 'register',
  summary: 'Imports the open data of the Crossroads Bank, searches them, or writes a file like them.',
  usage:
    'register import FILE.zip [--anyway] | register search WORDS [--place PLACE] [--json] | register generate --out FILE.zip [--enterprises N] [--seed S]',
  details: [
    '  import    takes KboOpenData_…_Full.zip into the register. The same file again changes nothing; stopped halfway, the',
    '            register is as it was and the same file again goes on. --anyway: also when it is older than what is there',
    '  search    by number, or by part of a name, with a municipality or a postcode',
    '  generate  writes a file in the published format with invented enterprises, as large as you like: --enterprises 200000,',
    '            --seed 7 (the same seed gives the same file), --number 1 and --day 2026-11-01 (which publication it is)',
    'What cannot be imported ends with 2 and one line that names the file, the line, the field and the cure. docs/register.md tells more.',
  ].join('\n'),
  async run(args) {
    const [action, ...rest] = args;
    if (action === undefined || !actions.includes(action))
      throw new WrongUse(action ? `register cannot "${action}".` : 'Say "import", "search" or "generate".');
    const registering = await import('../registering/index.ts');
    if (action === 'import') return registering.importFile(rest);
    return action === 'search' ? registering.search(rest) : registering.generate(rest);
  },
};
