/** What a form of a page gets back when it was not accepted: the words typed, a message per field, and one for the whole. */
export interface FormAnswer {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
}

/** What was typed in a field before the form came back; `otherwise` when it is shown for the first time. */
export function typedIn(answer: FormAnswer | null | undefined, name: string, otherwise = ''): string {
  const value = answer?.values[name];
  return typeof value === 'string' ? value : answer ? '' : otherwise;
}

/** Whether a box was ticked before the form came back. */
export const tickedIn = (answer: FormAnswer | null | undefined, name: string): boolean =>
  typeof answer?.values[name] === 'string' && answer.values[name] !== '';
