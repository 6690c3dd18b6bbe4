/** What a form of a page gets back when it was not accepted: what was typed, a message a field, and one for the whole. */
export interface FormAnswer {
  /** As it was sent, by dotted name; its shape is not trusted. */
  readonly values: Readonly<Record<string, unknown>>;
  /** One message a field, by dotted name. */
  readonly errors: Readonly<Record<string, string>>;
  /** For the form as a whole. */
  readonly message: string;
  readonly code: string;
  /** What two people wrote differently in the same field. */
  readonly conflicts?: readonly { readonly path: string; readonly mine: unknown; readonly theirs: unknown }[];
  readonly current?: unknown;
}

/**
 * What was typed in a field before the form came back; `otherwise` when it is shown for the first time, and when what came
 * back is another form of the page.
 */
export function typedIn(answer: { readonly values: object } | null | undefined, name: string, otherwise = ''): string {
  const value = name
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], answer?.values);
  return typeof value === 'string' ? value : otherwise;
}

/** What to show above a form that came back: a message a field, or the one for the whole. */
export function errorsOf(
  answer: Pick<FormAnswer, 'errors' | 'message'> | null | undefined,
): { name?: string; message: string }[] {
  if (!answer) return [];
  const fields = Object.entries(answer.errors);
  if (fields.length === 0) return [{ message: answer.message }];
  return fields.map(([name, message]) => (name === '' ? { message } : { name, message }));
}

/** What is wrong with the file in a field: that none was chosen, what is in it or how it is called. */
export const fileErrorIn = (answer: FormAnswer | null | undefined, name: string): string | undefined =>
  ['', '.content', '.name'].map((part) => answer?.errors[name + part]).find((message) => message !== undefined);

/** Whether a box was ticked before the form came back. */
export const tickedIn = (answer: FormAnswer | null | undefined, name: string): boolean => typedIn(answer, name) !== '';
