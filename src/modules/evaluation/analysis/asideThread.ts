import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { DataFileProblem } from '#platform/datafiles/problem.ts';
import type { AsideMessage, AsideRequest } from './analyseAside.ts';
import { carryOut } from './carryOut.ts';
import { readData } from './readData.ts';

// The thread that `analyseAside` starts: one analysis, and over.
const { data, plan, dialect } = workerData as AsideRequest;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin; windows do
const say = (message: AsideMessage) => parentPort?.postMessage(message);
try {
  const table = await readData(data, plan, { dialect, onProgress: (share) => say({ share: share / 2 }) });
  say({ result: carryOut(table, plan, path.basename(data), (share) => say({ share: 0.5 + share / 2 })) });
} catch (error) {
  if (!(error instanceof DataFileProblem)) throw error;
  const { place, what, cure } = error;
  say({ problem: { place, what, cure } });
}
