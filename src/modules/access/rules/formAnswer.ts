/** What a form of a page gets back when it was not accepted: the words typed, a message per field, and one for the whole. */
export interface FormAnswer {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
}
