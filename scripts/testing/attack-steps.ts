import { unmissed } from '../attack.ts';
import type { Step } from './step.ts';
import { runVitest } from './vitest-steps.ts';

export const attackSteps: readonly Step[] = [
  {
    name: 'attacks',
    proves: '10 000 hostile requests and calls break nothing and reveal nothing',
    core: true,
    after: 'build',
    beside: 'start',
    run: () => runVitest('attack', { filter: 'tests/attack/' }),
  },
  {
    name: 'guards',
    proves: 'each guard that is taken away is missed by its suite',
    core: true,
    after: 'attacks',
    beside: 'start',
    run: async () => {
      const said: string[] = [];
      const rules = await unmissed((line) => said.push(line));
      return {
        passed: said.length - rules.length,
        failed: rules.length,
        report: rules.length ? said.join('\n') : undefined,
      };
    },
  },
];
