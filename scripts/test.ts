import { parseArgs } from 'node:util';
import { failed, type Outcome, type Step } from './testing/step.ts';
import { steps } from './testing/steps.ts';

const usage = `npm test [-- --only STEP[,STEP]] [-- --core] [-- --list]
Runs every check and test and ends with one line: N passed, N failed.`;

function chosenSteps(): readonly Step[] {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      core: { type: 'boolean' },
      list: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || values.list) {
    if (values.help) console.log(usage);
    for (const step of steps)
      console.log(`${step.name.padEnd(20)}${step.proves}${step.core ? '' : ' (not in test:core)'}`);
    process.exit(0);
  }
  const names = values.only?.split(',');
  const unknown = names?.find((name) => !steps.some((step) => step.name === name));
  if (unknown)
    throw new Error(`There is no step "${unknown}". There are: ${steps.map((step) => step.name).join(', ')}.`);
  return steps.filter((step) => (names ? names.includes(step.name) : step.core || !values.core));
}

const failures = new Set<string>();

async function tell(step: Step): Promise<Outcome> {
  const begun = performance.now();
  const outcome = await Promise.resolve()
    .then(() =>
      step.after && failures.has(step.after) ? failed(`Not tried, since ${step.after} failed.`) : step.run(),
    )
    .catch((error: unknown) => failed(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  if (outcome.failed) failures.add(step.name);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${outcome.failed ? 'FAILED' : 'ok    '} ${step.name.padEnd(20)} ${outcome.passed} passed, ${outcome.failed} failed  (${seconds} s)`,
  );
  if (outcome.report) console.log(outcome.report.trim().replace(/^/gm, '       '));
  return outcome;
}

async function inTurn(chosen: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of chosen) outcomes.push(await tell(step));
  return outcomes;
}

async function main(): Promise<number> {
  const chosen = chosenSteps();
  const leads = chosen.filter(({ beside }) => !chosen.some(({ name }) => name === beside));
  const outcomes: Outcome[] = [];
  for (const lead of leads) {
    const besides = chosen.filter(({ beside }) => beside === lead.name);
    outcomes.push(...(await Promise.all([inTurn([lead]), inTurn(besides)])).flat());
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const broken = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  // The last line, and the only one of this form: build machines read it.
  console.log(`${passed} passed, ${broken} failed`);
  return broken === 0 && passed > 0 ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
