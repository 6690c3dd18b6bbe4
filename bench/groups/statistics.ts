import type { Group } from '../group.ts';
import { measureInProcess } from './statistics/inProcess.ts';
import { measureWholeProcess, wholeProcessBudgets } from './statistics/wholeProcess.ts';

export const statistics: Group = {
  name: 'statistics',
  budgets: {
    inProcessMs95: { max: 0.9, what: 'the published analysis in process at n = 95' },
    inProcessMs10000: { max: 6, what: 'at n = 10 000' },
    inProcessMs1000000: { max: 300, what: 'at n = 1 000 000, in two threads' },
    ...wholeProcessBudgets,
  },
  measure: async (say) => ({ ...(await measureInProcess(say)), ...(await measureWholeProcess(say)) }),
};
