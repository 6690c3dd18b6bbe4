/** What a form of a page gets back when it was not accepted; its shape is not trusted. */
export interface FormAnswer {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
  readonly conflicts?: readonly { readonly path: string; readonly mine: unknown; readonly theirs: unknown }[];
  readonly current?: unknown;
}

export const typedIn = (answer: FormAnswer | null, name: string, otherwise = ''): string => {
  const value = answer?.values[name];
  return typeof value === 'string' ? value : otherwise;
};
