import { parseArgs } from 'node:util';
import type { Budget, Group } from './group.ts';
import { machine } from './machine.ts';
import { groups } from './registry.ts';

/** Data sets are made with it, so that two runs measure the same. */
const seed = 20_231_001;

const usage = `npm run -s bench [-- --json] [-- --only GROUP]
Measures and prints one JSON object on standard output; a table with the budgets goes to standard error unless --json.
Groups: ${groups.map((group) => group.name).join(', ')}.`;

function chosen(): { json: boolean; measured: readonly Group[] } {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const measured = values.only === undefined ? groups : groups.filter((group) => group.name === values.only);
  if (measured.length === 0)
    throw new Error(`There is no group "${values.only}". There are: ${groups.map((group) => group.name).join(', ')}.`);
  return { json: values.json ?? false, measured };
}

function verdict(figure: number, budget: Budget | undefined): string {
  if (!budget) return '';
  const kept = figure <= (budget.max ?? Number.POSITIVE_INFINITY) && figure >= (budget.min ?? Number.NEGATIVE_INFINITY);
  return `${kept ? 'within' : 'BEYOND'} ${budget.max === undefined ? `at least ${budget.min}` : `at most ${budget.max}`}  ${budget.what}`;
}

async function main(): Promise<void> {
  const { json, measured } = chosen();
  const say = (line: string) => void (json || console.error(line));
  const figures: Record<string, number> = {};
  for (const group of measured) {
    say(`${group.name}:`);
    for (const [key, figure] of Object.entries(await group.measure((line) => say(`  ${line}`)))) {
      const rounded = Number(figure.toPrecision(4));
      figures[`${group.name}.${key}`] = rounded;
      say(`  ${key.padEnd(24)} ${String(rounded).padStart(10)}  ${verdict(rounded, group.budgets[key])}`);
    }
  }
  console.log(JSON.stringify({ ...figures, machine: machine(), seed }, null, 1));
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
