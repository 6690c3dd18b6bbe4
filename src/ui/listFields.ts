import type { Choice } from './fields.ts';

/** One thing that a list can be narrowed or sorted by; its name is that in the address. */
export type ListField = { readonly name: string; readonly label: string; readonly value: string } & (
  | { readonly kind: 'search' }
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly options: readonly Choice[]; readonly placeholder?: string }
);

/** A list with filters that somebody gave a name. */
export interface ListViewChip {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** A field to choose from; `chosen` is what stands in the address, `placeholder` says what no choice means. */
export const choice = <Value extends string>(
  name: string,
  label: string,
  chosen: Readonly<Record<string, string | undefined>>,
  options: readonly { readonly value: Value; readonly label: string }[],
  placeholder?: string,
): ListField => ({
  kind: 'choice',
  name,
  label,
  value: chosen[name] ?? '',
  options,
  ...(placeholder === undefined ? {} : { placeholder }),
});
