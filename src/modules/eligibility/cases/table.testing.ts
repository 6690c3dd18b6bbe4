import type { TableCase } from './case.testing.ts';
import { consolidatedCases } from './consolidatedCases.testing.ts';
import { eventCases } from './eventCases.testing.ts';
import { ownAidCases, workedAidCases } from './aidCases.testing.ts';
import { investorCases } from './investorCases.testing.ts';
import { lotCases } from './lotCases.testing.ts';
import { ownSizeCases, workedSizeCases } from './sizeCases.testing.ts';

/** Every case with its answer, as worked out by hand: the rules, the command line and whatever else decides must agree with it. */
export const table: readonly TableCase[] = [
  ...workedSizeCases,
  ...workedAidCases,
  ...ownSizeCases,
  ...consolidatedCases,
  ...investorCases,
  ...ownAidCases,
  ...eventCases,
  ...lotCases,
];
export { refusedCases } from './refusedCases.testing.ts';
