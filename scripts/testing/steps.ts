import { checkTexts } from '../check-texts.ts';
import { codeSteps } from './code-steps.ts';
import { databaseSteps } from './database-steps.ts';
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
  { name: 'unit', proves: 'rules and properties hold', core: true, run: () => runVitest('unit') },
  ...databaseSteps,
];
