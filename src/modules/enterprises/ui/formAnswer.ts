/** What a form of a page gets back when it was not accepted. */
export interface FormAnswer {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
  readonly conflicts?: readonly { readonly path: string; readonly mine: unknown; readonly theirs: unknown }[];
}

/** What was typed in a field before the form came back; `otherwise` when it is shown for the first time. */
export function typedIn(answer: FormAnswer | null | undefined, name: string, otherwise = ''): string {
  const value = name
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], answer?.values);
  return typeof value === 'string' ? value : answer ? '' : otherwise;
}
