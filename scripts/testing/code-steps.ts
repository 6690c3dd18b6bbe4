import { knownAdvisories } from '../check-advisories.ts';
import { checkNames } from '../check-names.ts';
import { runModule } from './run-program.ts';
import { failed, passed, type Outcome, type Step } from './step.ts';

async function tool(file: string, args: readonly string[], advice = ''): Promise<Outcome> {
  const { code, said } = await runModule(file, args);
  return code === 0 ? passed() : failed(`${said.trim()}${advice ? `\n${advice}` : ''}`);
}

async function checkTypes(): Promise<Outcome> {
  // A fresh clone has no generated types yet; the compiler's settings stand in them.
  const sync = await runModule('@sveltejs/kit/svelte-kit.js', ['sync']);
  if (sync.code !== 0) return failed(sync.said);
  return tool('svelte-check/bin/svelte-check', ['--output', 'human', '--fail-on-warnings', '--threshold', 'warning']);
}

export const codeSteps: readonly Step[] = [
  {
    name: 'format',
    proves: 'every file is formatted by prettier',
    core: true,
    beside: 'types',
    run: () =>
      tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'], 'Mend it with: npm run format'),
  },
  {
    name: 'lint',
    proves: 'oxlint finds nothing',
    core: true,
    run: () => tool('oxlint/bin/oxlint', ['--deny-warnings']),
  },
  {
    name: 'imports',
    proves: 'every import follows the rules of the house',
    core: true,
    beside: 'types',
    run: () =>
      tool('dependency-cruiser/bin/dependency-cruiser.mjs', [
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err-long',
        'src',
        'cli',
        'scripts',
        'tests',
        'bench',
        'database',
      ]),
  },
  {
    name: 'names',
    proves: 'names say something, files are short, nothing is unfinished or skipped',
    core: true,
    run: () => {
      const problems = checkNames();
      return Promise.resolve(problems.length ? failed(problems.join('\n')) : passed());
    },
  },
  { name: 'types', proves: 'TypeScript and Svelte find no wrong type', core: true, run: checkTypes },
  {
    name: 'advisories',
    proves: 'no published hole in what the program runs on, as far as the registry says',
    core: false,
    run: async () => {
      const { asked, why, problems } = await knownAdvisories();
      if (problems.length) return failed(problems.join('\n'));
      return passed(asked ? undefined : `the registry does not say: ${why}`);
    },
  },
];
