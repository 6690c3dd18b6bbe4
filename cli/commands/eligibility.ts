import { WrongUse, type Command } from '../command.ts';
import { readOptions } from '../options.ts';

export const command: Command = {
  name: 'eligibility',
  summary: 'Decides on a case: size, ownership, aid and lot, with reasons.',
  usage: 'eligibility CASE.json',
  details: [
    'Needs no server and no database. Prints the decision as JSON; a dash reads the case from standard input.',
    'The file holds one case, a list of cases, or a case on each line. docs/eligibility.md tells how to write one.',
    'What cannot be decided on ends with 2 and one line that names the place and the cure.',
  ].join('\n'),
  async run(args) {
    const { positionals } = readOptions(args, {}, 1);
    const [file] = positionals;
    if (file === undefined) throw new WrongUse('Which case? Name a file, or - for standard input.');
    const { decideFile } = await import('../deciding/decideFile.ts');
    return decideFile(file);
  },
};
