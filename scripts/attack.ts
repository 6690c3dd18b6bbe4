import { parseArgs } from 'node:util';
import { guards, type Guard } from '../tests/attack/weakened/guards.ts';
import { runModule } from './testing/run-program.ts';

const usage = `npm run attack [-- --weaken=RULE] [-- --guards] [-- --list]
Attacks the program as built. With --weaken one guard is taken away and its suite has to fail;
with --guards that is tried for each of them.`;

/** Runs attacks: all suites, or the one of a guard that is taken away. */
function attack(guard?: Guard): Promise<{ code: number; said: string }> {
  return runModule('vitest/vitest.mjs', ['run', '--project', 'attack', guard?.suite ?? 'tests/attack/'], {
    env: {
      KRACHTLIJN_WEAKEN: guard?.rule,
      // Enough to notice; the full number is for the guard that stands.
      ...(guard && { KRACHTLIJN_ATTACK_REQUESTS: '1200' }),
    },
  });
}

/** Takes each guard away in turn; gives the rules that nobody missed. */
export async function unmissed(say: (line: string) => void): Promise<string[]> {
  const rules: string[] = [];
  for (const guard of guards) {
    const { code } = await attack(guard);
    say(`${code === 0 ? 'NOT MISSED' : 'missed    '} ${guard.rule}: ${guard.without}`);
    if (code === 0) rules.push(guard.rule);
  }
  return rules;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      weaken: { type: 'string' },
      guards: { type: 'boolean' },
      list: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) console.log(usage);
  if (values.help || values.list) {
    for (const { rule, without, suite } of guards) console.log(`${rule.padEnd(20)}${without} (${suite})`);
    return 0;
  }
  if (values.guards) return (await unmissed(console.log)).length;
  const guard = guards.find(({ rule }) => rule === values.weaken);
  if (values.weaken && !guard)
    throw new Error(`There is no guard "${values.weaken}". There are: ${guards.map(({ rule }) => rule).join(', ')}.`);
  const { code, said } = await attack(guard);
  console.log(said);
  return code;
}

if (import.meta.main) process.exit(await main());
