import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { answerFile, type FileAnswer } from '#modules/eligibility/index.ts';
import { DataFileProblem } from '#platform/datafiles/problem.ts';

/** Decides on the cases of a file (`-`: standard input) and prints the answers; nothing is printed when one cannot be read. */
export async function decideFile(file: string): Promise<number> {
  const shown = file === '-' ? 'standard input' : path.basename(file);
  const found = answerFile(await read(file, shown), shown);
  // The command exits after this: what has not left by then would be lost.
  for (const part of written(found)) await new Promise((resolve) => process.stdout.write(part, resolve));
  return 0;
}

async function read(file: string, shown: string): Promise<string> {
  try {
    // Standard input as a stream: a pipe that has nothing to give yet is no error.
    return file === '-' ? await text(process.stdin) : readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR')
      throw new DataFileProblem({ file: shown }, 'is a folder', 'Name a file in it.');
    throw new DataFileProblem({ file: shown }, 'cannot be opened', 'Is the path right, and may you read it?');
  }
}

const onePart = 200;

/** In parts: all answers to a long file together are more than one text can hold. */
function* written(found: FileAnswer): Generator<string> {
  if (found.form === 'one') return yield `${JSON.stringify(found.answer, null, 1)}\n`;
  const { form, answers } = found;
  if (form === 'list' && answers.length === 0) return yield '[]\n';
  for (let at = 0; at < answers.length; at += onePart) {
    const part = answers.slice(at, at + onePart);
    if (form === 'lines') yield part.map((answer) => `${JSON.stringify(answer)}\n`).join('');
    else {
      const inside = part.map((answer) => JSON.stringify(answer, null, 1).replaceAll(/^/gm, ' ')).join(',\n');
      yield `${at === 0 ? '[\n' : ',\n'}${inside}${at + onePart >= answers.length ? '\n]\n' : ''}`;
    }
  }
}
