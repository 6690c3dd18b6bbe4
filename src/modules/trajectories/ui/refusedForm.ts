/** What a refused form gives back (see `platform/server/door.ts`); its shape is not trusted. */
export interface RefusedForm {
  readonly values: Record<string, unknown>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
}

/** What was typed in one field, by its dotted name, or what it begins with. */
export function typedText(answer: { readonly values: object } | null, name: string, otherwise = ''): string {
  let value: unknown = answer?.values;
  for (const key of name.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : otherwise;
}

/** The messages for a summary above the form: one a field, or the one for the whole. */
export function errorsIn(
  answer: Pick<RefusedForm, 'errors' | 'message' | 'code'> | null,
): readonly { name?: string; message: string }[] {
  if (!answer) return [];
  const fields = Object.entries(answer.errors);
  if (fields.length > 0) return fields.map(([name, message]) => (name === '' ? { message } : { name, message }));
  const { message } = answer;
  return [answer.code === 'edit_conflict' ? { name: 'choices.0.take', message } : { message }];
}
