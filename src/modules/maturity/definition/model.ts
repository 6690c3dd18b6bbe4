import type { ScoringModel } from '../rules/model.ts';

/**
 * The published scoring model, version 1. `docs/scan-scoring.md` explains each choice; a change of a number is a new version.
 * A: ambition, F: foundation, J: journey, G: growth, L: learning organisation.
 */
export const scoringModel: ScoringModel = {
  id: 'maturity_scan',
  version: 1,
  planShare: 0.15,
  statements: [
    { id: 'context.change', aspect: 'context', weights: { ambition: 3, learning: 1 } },
    { id: 'context.order', aspect: 'context', weights: { ambition: 1, foundation: 3 } },
    { id: 'context.staffing', aspect: 'context', weights: { ambition: 2, journey: 3, growth: 1 } },
    { id: 'context.partOfJob', aspect: 'context', weights: { foundation: -1, growth: 1, learning: 3 } },

    {
      id: 'learning.firstWeeks',
      aspect: 'learning',
      weights: { ambition: -1, foundation: 1, journey: 3, learning: 1 },
    },
    {
      id: 'learning.must',
      aspect: 'learning',
      weights: { ambition: 1, foundation: 1, journey: 1, growth: -1, learning: -2 },
    },
    { id: 'learning.newTasks', aspect: 'learning', weights: { growth: 3, learning: 1 } },
    { id: 'learning.manyWays', aspect: 'learning', weights: { growth: 1, learning: 3 } },

    { id: 'support.knowsPeople', aspect: 'support', weights: { growth: 3, learning: 1 } },
    { id: 'support.time', aspect: 'support', weights: { growth: 1, learning: 3 } },
    { id: 'support.adHoc', aspect: 'support', weights: { ambition: 2, foundation: -1, growth: 1, learning: -1 } },
    { id: 'support.talks', aspect: 'support', weights: { journey: 2, growth: 2, learning: 2 } },
    { id: 'support.coaching', aspect: 'support', weights: { growth: 1, learning: 3 } },

    { id: 'policy.roles', aspect: 'policy', weights: { foundation: 3, journey: 1 } },
    { id: 'policy.vision', aspect: 'policy', weights: { ambition: 3, learning: 1 } },
    { id: 'policy.skills', aspect: 'policy', weights: { foundation: 3, learning: 1 } },
    { id: 'policy.selection', aspect: 'policy', weights: { foundation: 1, journey: 3 } },
    { id: 'policy.leaving', aspect: 'policy', weights: { journey: 2, learning: 1 } },
    { id: 'policy.paths', aspect: 'policy', weights: { foundation: 2, growth: 3 } },
    {
      id: 'policy.initiative',
      aspect: 'policy',
      weights: { ambition: -1, foundation: -1, journey: -1, growth: 1, learning: 3 },
    },

    { id: 'plans.list', aspect: 'plans', weights: { ambition: 3, foundation: 3, journey: 1 } },
    { id: 'plans.currentJob', aspect: 'plans', weights: { ambition: 1, foundation: 1, journey: 3, growth: 2 } },
    { id: 'plans.ahead', aspect: 'plans', weights: { growth: 3, learning: 1 } },
    { id: 'plans.frame', aspect: 'plans', weights: { learning: 3 } },
  ],
  firstStatements: ['context.change', 'policy.roles', 'learning.firstWeeks', 'support.knowsPeople', 'support.time'],
  cutPoints: { partly: 30, good: 55, very_good: 75 },
  noPolicy: { known: 0.8, notYet: 0.85 },
  certainty: { fair: 0.6, good: 0.9 },
  fewestKnown: 5,
};
