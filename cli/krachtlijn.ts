import { WrongUse, Refusal, type Command } from './command.ts';
import { commands } from './registry.ts';

async function overview(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map(async (load) => (await load()).command));
  const width = Math.max(...loaded.map((command) => command.name.length)) + 3;
  return [
    'Krachtlijn runs a public competence-development programme as one chain of linked data.',
    '',
    'How to use: npm run -s krachtlijn -- <command> [options]',
    '',
    ...loaded.map((command) => `  ${command.name.padEnd(width)}${command.summary}`),
    '',
    'More about one of them: npm run -s krachtlijn -- <command> --help',
  ].join('\n');
}

function helpOf(command: Command): string {
  return [
    command.summary,
    '',
    `How to use: npm run -s krachtlijn -- ${command.usage}`,
    ...(command.details ? ['', command.details] : []),
  ].join('\n');
}

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(await overview());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new WrongUse(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
  const { command } = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(helpOf(command));
    return 0;
  }
  try {
    return (await command.run(rest)) ?? 0;
  } catch (error) {
    if (error instanceof WrongUse) throw new WrongUse(`${error.message} How to use: krachtlijn ${command.usage}`);
    throw error;
  }
}

/** Errors that a person can mend carry a message meant for reading; a stack would only hide it. */
const plainErrors = new Set(['InstanceRunning', 'PortTaken']);

/** Prints what went wrong and gives the exit code. */
function explain(error: unknown): number {
  if (error instanceof WrongUse) {
    console.error(error.message);
    return 2;
  }
  if (error instanceof Error && error.name === 'DataFileProblem') {
    console.error(error.message);
    return 2;
  }
  const plain =
    error instanceof Refusal || (error instanceof Error && plainErrors.has(error.name)) || isConfigProblem(error);
  console.error(plain ? (error as Error).message : error);
  return 1;
}

function isConfigProblem(error: unknown): boolean {
  return error instanceof Error && Array.isArray((error as { problems?: unknown }).problems);
}

// Libraries may leave timers behind: the command is over when its work is.
process.exit(await main(process.argv.slice(2)).catch(explain));
