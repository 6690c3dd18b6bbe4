/** What a form of these pages gets back. `result` is there once, right after an address was added. */
export interface WebhookAnswer {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
  readonly result?: { readonly id: string; readonly secret: string };
}
