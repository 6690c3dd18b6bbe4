import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { DataFileProblem } from '#platform/datafiles/problem.ts';
import { AnalysisPlan } from '../inputs.ts';
import { faultInJson, placeOf } from '#platform/datafiles/faultInJson.ts';
import { lineInJson } from '#platform/datafiles/placeInJson.ts';

/** Reads a plan. @throws DataFileProblem that names the line and the field */
export function readPlan(file: string): AnalysisPlan {
  const shown = path.basename(file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new DataFileProblem({ file }, 'cannot be opened', 'Is the path right, and may you read it?');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw notJson(shown, text);
  }
  const read = AnalysisPlan.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  const place = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
  throw new DataFileProblem(
    { file: shown, line: lineInJson(text, place), column: written(place) || undefined },
    ...explained(issue, json),
  );
}

function notJson(file: string, text: string): DataFileProblem {
  if (text.trim() === '')
    return new DataFileProblem({ file, line: 1, column: '1' }, 'the plan is empty', 'Write a plan, as in the guide.');
  const { line, column } = placeOf(text, faultInJson(text)?.at ?? text.length);
  return new DataFileProblem(
    { file, line, column: String(column) },
    'this is not JSON from here on',
    'Look for a missing comma, quote or bracket just before it.',
  );
}

/** `scales[0].items`. */
function written(place: readonly PropertyKey[]): string {
  return place
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function explained(issue: z.core.$ZodIssue, plan: unknown): [what: string, cure: string] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return ['there is no such field in a plan', 'Look at the spelling, or take it out.'];
    case 'invalid_type': {
      const missing = issue.path.reduce<unknown>(
        (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
        plan,
      );
      return missing === undefined
        ? [`this field is missing`, `It must be ${spoken(issue.expected)}.`]
        : [`this must be ${spoken(issue.expected)}`, 'Write it as in the guide.'];
    }
    case 'invalid_value':
      return ['this value is not known', `Write one of: ${issue.values.map(String).join(', ')}.`];
    case 'invalid_union':
      return ['there is no such kind of test', `Write one of: ${testKinds}.`];
    case 'too_small':
      return issue.origin === 'array'
        ? [issue.message.startsWith('Too') ? 'this list is too short' : issue.message, 'Complete it.']
        : ['this is too small', `Write ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}.`];
    case 'too_big':
      return ['this is too large', `Write ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}.`];
    default:
      return [issue.message, 'Mend the plan.'];
  }
}

const testKinds = 'paired-t, wilcoxon, independent-t, welch-t, mann-whitney, anova, kruskal-wallis, icc, agreement';

function spoken(type: string): string {
  return (
    { array: 'a list', object: 'an object between braces', string: 'words between quotes', number: 'a number' }[type] ??
    `a ${type}`
  );
}
