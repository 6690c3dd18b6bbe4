/** What a form of these pages gets back. */
export interface FormAnswer {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
  /** Of a form whose answer is drawn at once: the secret address that was made. */
  readonly result?: { readonly address?: string };
}
