import type { FormAnswer as Answer } from '#shared/formAnswer.ts';

/** What a form of these pages gets back. */
export interface FormAnswer extends Answer {
  /** Of a form whose answer is drawn at once: the secret address that was made. */
  readonly result?: { readonly address?: string };
}
