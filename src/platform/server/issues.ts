import type { z } from 'zod';
import { InvalidInput, type FieldIssue } from './errors.ts';

/**
 * Turns what the schema found into one message a field, by text key. A message of ours starts with `error.` or names a
 * module (`trajectories:error.…`); the schema library's own ones become the generic texts.
 */
export function issuesOf(error: z.ZodError, input: unknown): InvalidInput {
  const seen = new Set<string>();
  const issues: FieldIssue[] = [];
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    if (seen.has(path)) continue;
    seen.add(path);
    issues.push({ path, ...keyOf(issue, valueAt(input, issue.path)) });
  }
  return new InvalidInput(issues);
}

function keyOf(issue: z.core.$ZodIssue, value: unknown): Pick<FieldIssue, 'textKey' | 'parameters'> {
  if (/^([a-z.-]+:)?error\./.test(issue.message)) return { textKey: issue.message, parameters: limits(issue) };
  if (value === undefined || value === null || value === '') return { textKey: 'error.required', parameters: {} };
  switch (issue.code) {
    case 'too_small':
      return { textKey: issue.origin === 'string' ? 'error.required' : 'error.tooSmall', parameters: limits(issue) };
    case 'too_big':
      return { textKey: issue.origin === 'string' ? 'error.tooLong' : 'error.tooBig', parameters: limits(issue) };
    case 'invalid_format':
      return { textKey: issue.format === 'email' ? 'error.email' : 'error.format', parameters: {} };
    case 'invalid_type':
      return { textKey: issue.expected === 'number' ? 'error.number' : 'error.format', parameters: {} };
    case 'invalid_value':
      return { textKey: 'error.choice', parameters: {} };
    default:
      return { textKey: 'error.format', parameters: {} };
  }
}

function limits(issue: z.core.$ZodIssue): Record<string, string | number> {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  return {};
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input);
}
