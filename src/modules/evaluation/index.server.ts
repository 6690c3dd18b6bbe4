import type { AsideRequest } from './analysis/analyseAside.ts';
import type { AnalysisResult } from './analysis/result.ts';
import type { ScriptSource } from './analysis/script/writeScript.ts';
import type { AnalysisPlan } from './inputs.ts';

export { carryOut } from './analysis/carryOut.ts';
export { readData, type DataOptions } from './analysis/readData.ts';
export { readPlan } from './analysis/readPlan.ts';
export type { AnalysisPlan, AnalysisResult };

// What not every analysis needs is loaded when it is asked for, so that the others start sooner.

export async function analysisPage(result: AnalysisResult): Promise<string> {
  return (await import('./documents/analysisPage.ts')).analysisPage(result);
}

export async function analysisScript(plan: AnalysisPlan, source: ScriptSource): Promise<string> {
  return (await import('./analysis/script/writeScript.ts')).writeScript(plan, source);
}

export async function analysisWorkbook(result: AnalysisResult): Promise<Uint8Array> {
  return (await import('./documents/analysisWorkbook.ts')).analysisWorkbook(result);
}

/** The same in a thread of its own: for whoever must go on answering others meanwhile. */
export async function analyseAside(request: AsideRequest, onShare?: (share: number) => void): Promise<AnalysisResult> {
  return (await import('./analysis/analyseAside.ts')).analyseAside(request, onShare);
}
