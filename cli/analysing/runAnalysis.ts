import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  analysisPage,
  analysisScript,
  analysisWorkbook,
  carryOut,
  readData,
  readPlan,
  type AnalysisResult,
} from '#modules/evaluation/index.server.ts';
import { WrongUse } from '../command.ts';
import { progressLine } from './progressLine.ts';

export interface AnalysisRequest {
  readonly data: string;
  readonly plan: string;
  readonly out: string | undefined;
  readonly script: string | undefined;
  /** Whether a CSV file is as Excel saves it in Belgium. */
  readonly excel: boolean;
}

const formats = ['.json', '.html', '.xlsx'];

/**
 * Reads, computes and writes. Everything is made before anything is written, so a failure leaves no half of it.
 * @throws DataFileProblem for what is wrong with the plan or the data
 */
export async function runAnalysis(request: AnalysisRequest): Promise<number> {
  const format = request.out === undefined ? '.json' : path.extname(request.out).toLowerCase();
  if (!formats.includes(format)) throw new WrongUse(`--out ends in ${formats.join(', ')}; "${request.out}" does not.`);
  const line = progressLine();
  try {
    const plan = readPlan(request.plan);
    const table = await readData(request.data, plan, {
      dialect: request.excel ? 'excel' : 'plain',
      onProgress: (share) => line.show('reading', share),
    });
    const result = carryOut(table, plan, path.basename(request.data), (share) => line.show('computing', share));
    const content = await written(result, format);
    const script = request.script === undefined ? undefined : await analysisScript(plan, request);
    line.clear();
    // The command exits after this: what has not left by then would be lost.
    if (request.out === undefined) await new Promise((resolve) => process.stdout.write(content, resolve));
    else writeWhole(request.out, content);
    if (script !== undefined) writeWhole(request.script!, script);
    return 0;
  } finally {
    line.clear();
  }
}

async function written(result: AnalysisResult, format: string): Promise<string | Uint8Array> {
  if (format === '.html') return analysisPage(result);
  if (format === '.xlsx') return analysisWorkbook(result);
  return `${JSON.stringify(result, null, 1)}\n`;
}

/** A file appears whole or not at all. */
function writeWhole(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new WrongUse(`${file} cannot be written: ${(error as Error).message.split(',')[0]}.`);
  }
}
