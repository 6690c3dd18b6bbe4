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
