export { carryOut } from './analysis/carryOut.ts';
export { readData, type DataOptions } from './analysis/readData.ts';
export { readPlan } from './analysis/readPlan.ts';
export type { AnalysisResult } from './analysis/result.ts';
export type { AnalysisPlan } from './inputs.ts';
