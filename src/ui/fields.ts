/** What every field takes. */
export type FieldProps = {
  /** Name in the form; the id of the input follows from it, so that an error summary can link to it. */
  name: string;
  label: string;
  /** Own id, needed only when two forms on one page have a field of the same name. */
  id?: string;
  help?: string;
  error?: string | null;
  required?: boolean;
  /** Shows the standard words for "may stay empty" behind the label. */
  optional?: boolean;
  /** Own words behind the label instead of the standard ones. */
  optionalText?: string;
  /** The value is known: the field is read-only and this text says where the value comes from. */
  readonlySource?: string;
  /** The label is there for screen readers only. */
  labelHidden?: boolean;
};

/** One answer to choose from. */
export type Choice = { value: string; label: string; help?: string; disabled?: boolean };

/** The id of the input with this name; brackets and dots become dashes. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]+/g, '-').replace(/-+$/, '')}`;
}

/** The ids of the texts that explain an input, for aria-describedby; undefined when there are none. */
export function describedBy(
  id: string,
  texts: { help?: string; error?: string | null; readonlySource?: string },
): string | undefined {
  const ids = [
    texts.error ? `${id}-error` : '',
    texts.help ? `${id}-help` : '',
    texts.readonlySource ? `${id}-source` : '',
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
