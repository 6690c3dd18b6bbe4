import { chromium, poppler, statisticsPrograms, wholeChromium } from './programs.ts';
import { checkDocs } from '../check-docs.ts';
import { checkTexts } from '../check-texts.ts';
import { attackSteps } from './attack-steps.ts';
import { codeSteps } from './code-steps.ts';
import { databaseSteps } from './database-steps.ts';
import { journeySteps } from './journeys.ts';
import { runProgram } from './run-program.ts';
import { failed, passed, type Step } from './step.ts';
import { runVitest } from './vitest-steps.ts';

/** Everything `npm test` runs, in this order: what is quick and cheap to mend comes first. */
export const steps: readonly Step[] = [
  ...codeSteps,
  {
    name: 'texts',
    proves: 'every text exists in every language, with the same parameters',
    core: true,
    run: async () => {
      const { problems } = checkTexts();
      return problems.length ? failed(problems.join('\n')) : passed();
    },
  },
  {
    name: 'docs',
    proves: 'what the documentation names exists, and every acceptance point names its proof',
    core: true,
    run: () => {
      const problems = checkDocs();
      return Promise.resolve(problems.length ? failed(problems.join('\n')) : passed());
    },
  },
  {
    name: 'unit',
    proves: 'rules and properties hold',
    core: true,
    run: async () => {
      await poppler();
      return runVitest('unit');
    },
  },
  {
    name: 'peers',
    proves: 'R and PSPP find the same numbers, and read the same SPSS files',
    core: false,
    run: async () => {
      await statisticsPrograms();
      return runVitest('peers');
    },
  },
  ...databaseSteps,
  {
    name: 'build',
    proves: 'the pages can be built',
    core: true,
    run: async () => {
      const { code, said } = await runProgram(process.execPath, ['scripts/bootstrap.mjs', 'build']);
      return code === 0 ? passed() : failed(said);
    },
  },
  {
    name: 'start',
    proves: 'it starts and stops in every situation',
    core: true,
    after: 'build',
    // Without a browser the tests that need one say so themselves.
    run: async () => runVitest('start', { env: { CHROMIUM_PATH: await chromium().catch(() => undefined) } }),
  },
  ...attackSteps,
  ...journeySteps,
  {
    name: 'screenshots',
    proves: 'the pictures in the README show what the pages look like now',
    core: false,
    after: 'build',
    beside: 'journeys',
    run: async () => {
      await wholeChromium();
      const { code, said } = await runProgram(process.execPath, ['scripts/screenshots.ts', '--check']);
      return code === 0 ? passed() : failed(said);
    },
  },
];
