import { DataFileProblem } from '#platform/datafiles/problem.ts';
import { faultInJson, placeOf } from '#platform/datafiles/faultInJson.ts';
import { lineInJson } from '#platform/datafiles/placeInJson.ts';
import { answerCase, type CaseAnswer } from './answerCase.ts';
import { CaseRefusal, writtenPath } from './field.ts';

/** One answer, or one for each case of a list or of lines. */
export type FileAnswer =
  | { readonly form: 'one'; readonly answer: CaseAnswer }
  | { readonly form: 'list' | 'lines'; readonly answers: readonly CaseAnswer[] };

/**
 * Decides on every case in a text: one object, a list of them, or an object on each line (NDJSON).
 * @throws DataFileProblem that names the line and the field, and says how to mend it
 */
export function answerFile(content: string, file: string): FileAnswer {
  const text = content.replace(/^\uFEFF/, '');
  const lines = text.split('\n');
  const filled = lines.map((line, at) => ({ line, number: at + 1 })).filter(({ line }) => line.trim() !== '');
  if (filled.length > 1 && isWhole(filled[0]!.line))
    return {
      form: 'lines',
      answers: filled.map(({ line, number }) => decided(parse(line, file, number), [], { text: line, file, number })),
    };
  const json = parse(text, file, 1);
  if (!Array.isArray(json)) return { form: 'one', answer: decided(json, [], { text, file, number: 1 }) };
  return { form: 'list', answers: json.map((each: unknown, at) => decided(each, [at], { text, file, number: 1 })) };
}

interface Source {
  readonly text: string;
  readonly file: string;
  /** The line of the file on which the text begins. */
  readonly number: number;
}

function decided(json: unknown, place: readonly number[], { text, file, number }: Source): CaseAnswer {
  try {
    return answerCase(json);
  } catch (error) {
    if (!(error instanceof CaseRefusal)) throw error;
    const path = [...place, ...error.path];
    const line = number - 1 + lineInJson(text, path);
    throw new DataFileProblem({ file, line, column: writtenPath(path) || undefined }, error.what, error.cure);
  }
}

function isWhole(line: string): boolean {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'object' && json !== null && !Array.isArray(json);
  } catch {
    return false;
  }
}

function parse(text: string, file: string, firstLine: number): unknown {
  try {
    const json: unknown = JSON.parse(text);
    refuseTwice(text, file, firstLine);
    return json;
  } catch (error) {
    if (error instanceof DataFileProblem) throw error;
    if (text.trim() === '')
      throw new DataFileProblem({ file, line: 1 }, 'there is nothing in it', 'Write a case as in docs/eligibility.md.');
    const { line, column } = placeOf(text, faultInJson(text)?.at ?? text.length);
    throw new DataFileProblem(
      { file, line: firstLine - 1 + line, column: String(column) },
      'this is not JSON from here on',
      'Look for a missing comma, quote or bracket just before it.',
    );
  }
}

/** Of two entries with one name only the last would be read: a yes could come of half the facts. */
function refuseTwice(text: string, file: string, firstLine: number): void {
  const fault = faultInJson(text);
  if (fault?.kind === 'twice')
    throw new DataFileProblem(
      { file, line: firstLine - 1 + placeOf(text, fault.at).line, column: fault.name },
      'this name stands there twice',
      'Keep one of the two, or give the other another name.',
    );
}
