import type { FormAnswer } from '#shared/formAnswer.ts';

/** What stands above a form that came back: a message a field, or the one for the whole. */
export function errorsOf(answer: FormAnswer | null | undefined): { name?: string; message: string }[] {
  if (!answer) return [];
  const fields = Object.entries(answer.errors).map(([name, message]) => ({ name, message }));
  return fields.length > 0 ? fields : [{ message: answer.message }];
}
