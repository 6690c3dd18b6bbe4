import type { Locale } from '#shared/localised.ts';

/**
 * What came of an attempt to sign in. A refusal is a result and no error, so that what it counted or used up stays: an error
 * would undo the transaction. `because` names the text that says what to do.
 */
export type Attempt =
  | { readonly outcome: 'in'; readonly person: string; readonly locale: Locale; readonly session: string }
  | {
      readonly outcome: 'wrong' | 'wait';
      readonly person: string | null;
      readonly because: string;
      readonly minutes: number;
    };
