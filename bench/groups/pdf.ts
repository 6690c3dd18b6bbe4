import { renderActionPlanSample } from '#modules/trajectories/documents/sample.ts';
import { median, type Group } from '../group.ts';

export const pdf: Group = {
  name: 'pdf',
  budgets: { actionPlanMs: { max: 50, what: 'action plan as PDF, warm, median of 40' } },
  async measure() {
    const times: number[] = [];
    for (let round = 0; round < 50; round++) {
      const begun = performance.now();
      await renderActionPlanSample();
      // The first ones load fonts and templates.
      if (round >= 10) times.push(performance.now() - begun);
    }
    return { actionPlanMs: median(times) };
  },
};
