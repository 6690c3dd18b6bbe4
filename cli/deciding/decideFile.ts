import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answerFile, type FileAnswer } from '#modules/eligibility/index.ts';
import { DataFileProblem } from '#platform/datafiles/problem.ts';

/** Decides on the cases of a file (`-`: standard input) and prints the answers; nothing is printed when one cannot be read. */
export async function decideFile(file: string): Promise<number> {
  const shown = file === '-' ? 'standard input' : path.basename(file);
  const text = written(answerFile(read(file, shown), shown));
  // The command exits after this: what has not left by then would be lost.
  await new Promise((resolve) => process.stdout.write(text, resolve));
  return 0;
}

function read(file: string, shown: string): string {
  try {
    return readFileSync(file === '-' ? process.stdin.fd : file, 'utf8');
  } catch {
    throw new DataFileProblem({ file: shown }, 'cannot be opened', 'Is the path right, and may you read it?');
  }
}

function written(found: FileAnswer): string {
  if (found.form === 'one') return `${JSON.stringify(found.answer, null, 1)}\n`;
  if (found.form === 'list') return `${JSON.stringify(found.answers, null, 1)}\n`;
  return found.answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
}
