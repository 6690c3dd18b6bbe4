/** Why a file cannot be imported; each has texts `problem.<code>` and `problem.<code>.cure`. */
export const problemCodes = [
  'notThere',
  'noZip',
  'cutOff',
  'damaged',
  'missingFile',
  'twice',
  'noHeader',
  'header',
  'columns',
  'quote',
  'encoding',
  'number',
  'day',
  'required',
  'value',
  'long',
  'update',
  'meta',
  'noNace',
  'unknownNace',
  'empty',
  'older',
  'changed',
  'busy',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What is wrong and where, as it is kept and shown; lines count from 1, the line of names included. */
export interface ImportProblem {
  readonly code: ProblemCode;
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Stops an import: the register stays as it was. */
export class RegisterProblem extends Error {
  override readonly name = 'RegisterProblem';
  readonly problem: ImportProblem;

  constructor(problem: ImportProblem) {
    super(`${problem.file}${problem.line === undefined ? '' : `, line ${problem.line}`}: ${problem.code}`);
    this.problem = problem;
  }
}
