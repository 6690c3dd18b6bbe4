import { Worker } from 'node:worker_threads';
import type { Dialect } from '#platform/datafiles/csv/dialect.ts';
import { DataFileProblem } from '#platform/datafiles/problem.ts';
import type { AnalysisPlan } from '../inputs.ts';
import type { AnalysisResult } from './result.ts';

/** What the thread gets, and what it says. */
export interface AsideRequest {
  readonly data: string;
  readonly plan: AnalysisPlan;
  readonly dialect: Dialect;
}
export type AsideMessage =
  | { readonly share: number }
  | { readonly result: AnalysisResult }
  | { readonly problem: Pick<DataFileProblem, 'place' | 'what' | 'cure'> };

/**
 * Reads and computes in a thread of its own, so that whoever asks can go on answering others meanwhile.
 * @throws DataFileProblem for what is wrong with the data
 */
export function analyseAside(
  request: AsideRequest,
  onShare: (share: number) => void = () => {},
): Promise<AnalysisResult> {
  const worker = new Worker(new URL('./asideThread.ts', import.meta.url), { workerData: request });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: AsideMessage) => {
      if ('share' in message) onShare(message.share);
      else if ('result' in message) resolve(message.result);
      else reject(new DataFileProblem(message.problem.place, message.problem.what, message.problem.cure));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The thread of the analysis ended with ${code}.`)));
  });
}
