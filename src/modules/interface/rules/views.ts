/** A token as pages show it: never the token itself. */
export interface ShownToken {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** What a form of these pages gets back. `result` is there once, right after a token was made. */
export interface TokenAnswer {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
  readonly result?: { readonly id: string; readonly token: string };
}
