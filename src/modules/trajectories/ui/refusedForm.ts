import { errorsOf, type FormAnswer } from '#shared/formAnswer.ts';

/** What to show above a form that came back; when two people wrote, it leads to the choice between both. */
export function errorsIn(
  answer: Pick<FormAnswer, 'errors' | 'message' | 'code'> | null,
): readonly { name?: string; message: string }[] {
  const whole = answer?.code === 'edit_conflict' && Object.keys(answer.errors).length === 0;
  return whole ? [{ name: 'choices.0.take', message: answer.message }] : errorsOf(answer);
}
